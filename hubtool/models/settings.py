"""The hub's settings: the part of mkdocs.yml that hubtool reads."""

from typing import Literal

from hubtool.models.declare import Model, field
from hubtool.models.identifiers import Language
from hubtool.models.types import Label, Mailbox, Many, Slug, Text, WebAddress

SCHEMA_VERSION = 1


class HomeQuestion(Model):
    """A question on the home page, and the term whose page answers it."""

    words: Label = field("Words", "The question.", example="how were people paid?", max_length=60)
    term: Text = field(
        "Term", "The vocabulary and the term whose page answers it.", example="themes/fair-pay"
    )


class HubSettings(Model):
    """The keys of mkdocs.yml under `extra: hub:`."""

    schema_: int = field(
        "Schema",
        "The version of the data model the files follow.",
        alias="schema",
        example=SCHEMA_VERSION,
    )
    strapline: Text | None = field(
        "Strapline", "One sentence that says what the hub is.", default=None
    )
    slogan: Text | None = field(
        "Slogan", "The heading of the home page, in place of our own.", default=None, max_length=60
    )
    search_prompt: Text | None = field(
        "Search prompt",
        "What stands in the search box of the home page before anybody types.",
        default=None,
        example="Try “school meals”",
        max_length=60,
    )
    questions: Many[HomeQuestion] | None = field(
        "Questions",
        "The questions below the search box of the home page, in place of our own; `[]` for none.",
        default=None,
    )
    language: Language = field("Language", "The language of the interface.", default="en-GB")
    repository: WebAddress | None = field(
        "Repository", "Where the files live, for “improve this page”.", default=None
    )
    branch: Label = field("Branch", "The branch that is published.", default="main")
    change_contact: WebAddress | None = field(
        "Change contact", "The page where a change or removal can be asked for.", default=None
    )
    contact: Mailbox | None = field(
        "Contact",
        "The mailbox of a body, never a person's: where stories and requests may be sent.",
        default=None,
        example="hub@example.org",
    )
    convenors: Many[Text] = field(
        "Convenors",
        "Who may sign a collection, as they wish to be named: bodies, or people who want it.",
        default=(),
        example=["Exampleton Library"],
    )
    featured: Slug | None = field(
        "Featured", "The collection the home page opens with.", default=None
    )
    engine: Literal["mkdocs", "zensical"] = field(
        "Engine", "What renders the pages.", default="mkdocs"
    )
    review_after_years: int = field(
        "Review after", "After how many years an unchecked page says so.", default=3, ge=1, le=50
    )


class Settings(Model):
    """The hub's settings, with those that it shares with MkDocs."""

    name: Text = field("Name", "The hub's name.")
    url: WebAddress | None = field(
        "Address", "The address at which the site is published.", default=None
    )
    description: Text | None = field("Description", "MkDocs' `site_description`.", default=None)
    hub: HubSettings = field("Hub", "What stands under `extra: hub:`.")
