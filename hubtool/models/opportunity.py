"""An opportunity: something open to others, which is left out when it is over."""

from hubtool.models.declare import Model, field
from hubtool.models.keeping import RecordNotes
from hubtool.models.types import (
    EdtfDate,
    Many,
    OpportunityKind,
    PartnerKind,
    Slug,
    Text,
    Theme,
    WebAddress,
)

LAST_DATES = ("ends", "starts", "closes")
"""The keys that say when an opportunity is over: the first that it has counts."""


class Opportunity(Model):
    """Funding, an event, a training, a call, a standing offer or a job."""

    id: Slug = field("Id", "The file's name.", schema_org="identifier")
    title: Text = field("Title", "What is offered.", max_length=200, schema_org="name")
    kind: OpportunityKind = field(
        "Kind", "What sort of opportunity it is.", facet="opportunity-kind"
    )
    by: Text = field("By", "Who offers it.", schema_org="provider")
    summary: Text = field(
        "Summary",
        "In plain words and 400 characters at most.",
        max_length=400,
        schema_org="description",
    )
    url: WebAddress = field("Address", "Where to read more and apply.", schema_org="url")
    opens: EdtfDate | None = field("Opens", "When it opens.", default=None)
    closes: EdtfDate | None = field("Closes", "The last day to apply.", default=None)
    starts: EdtfDate | None = field(
        "Starts", "When it takes place.", default=None, schema_org="startDate"
    )
    ends: EdtfDate | None = field("Ends", "When it is over.", default=None, schema_org="endDate")
    place: Text | None = field("Place", "Where.", default=None, schema_org="location")
    online: bool = field("Online", "True where it can be joined from anywhere.", default=False)
    themes: Many[Theme] = field("Themes", "What it is about.", default=(), facet="theme")
    for_: Many[PartnerKind] = field(
        "For", "Which kinds of partner may ask.", default=(), alias="for"
    )
    record: RecordNotes = field(
        "Record", "How this record was made and looked after.", default=RecordNotes()
    )

    @property
    def last_date(self) -> str | None:
        """The date after which it is over; a standing offer has none."""
        return next((text for key in LAST_DATES if (text := getattr(self, key))), None)
