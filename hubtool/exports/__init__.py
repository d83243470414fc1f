"""Every file for machines that is made from the hub's records."""

from hubtool.exports.cards import card_files
from hubtool.exports.case_feeds import case_feeds
from hubtool.exports.citations import citation_files
from hubtool.exports.comparisons import comparison_files
from hubtool.exports.data import data_files
from hubtool.exports.form import form_files
from hubtool.exports.opportunities import opportunity_files
from hubtool.exports.places import place_files
from hubtool.exports.schemas import schema_files
from hubtool.exports.term_names import term_names
from hubtool.exports.word_list import word_list
from hubtool.hub.hub import Hub
from hubtool.pages.view import View

__all__ = ["exports"]

_KINDS = (
    card_files,
    place_files,
    case_feeds,
    comparison_files,
    word_list,
    term_names,
    opportunity_files,
    citation_files,
    form_files,
    data_files,
    schema_files,
)


def exports(hub: Hub) -> dict[str, bytes]:
    """Return the files with their bytes, by their paths below the site."""
    view = View(hub)
    return {path: content for kind in _KINDS for path, content in kind(view).items()}
