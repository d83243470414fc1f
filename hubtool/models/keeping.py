"""How a record is agreed to, looked after and opened to others."""

from typing import Literal

from pydantic import model_validator

from hubtool.models.declare import Model, field
from hubtool.models.types import ConsentStatus, EdtfDate, Many, Text, Voices, WebAddress, fault


class Connect(Model):
    """What the partnership offers to others."""

    open_to: Many[Text] = field(
        "Open to", "What people may ask for.", default=(), example=["visits", "mentoring"]
    )
    about: Text | None = field("About", "On what.", default=None)
    contact_url: WebAddress = field("Contact page", "A page, never a person's address.")
    until: EdtfDate | None = field("Until", "When the offer ends.", default=None)


class Consent(Model):
    """Whether the community partner agreed, to what, and who can change it."""

    status: ConsentStatus = field(
        "Status", "agreed, partial, public-record, pending or withdrawn.", example="agreed"
    )
    agreed_by: Text | None = field("Agreed by", "The body that agreed; not a person.", default=None)
    agreed_on: EdtfDate | None = field("Agreed on", "When it agreed.", default=None)
    scope: Many[Literal["text", "quotes", "film", "images", "place"]] = field(
        "Scope",
        "What was agreed to; what is not named is not published. All of it where left out.",
        default=(),
    )
    withheld: Many[Text] = field(
        "Withheld", "What was not agreed to, in words; it must not be in the file.", default=()
    )
    people: Literal["roles-only", "pseudonyms", "named"] = field(
        "People", "How people appear.", default="roles-only"
    )
    change_contact: WebAddress | None = field(
        "Change contact",
        "The page where a change can be asked for; the hub's own if left out.",
        default=None,
    )
    review_by: EdtfDate | None = field("Review by", "When to ask again.", default=None)
    benefit: Text | None = field(
        "Benefit", "What the community partner gains from this page.", default=None
    )

    @model_validator(mode="after")
    def _complete(self) -> "Consent":
        if self.status in ("agreed", "partial"):
            if not (self.agreed_by and self.agreed_on):
                raise fault("H225.who-agreed", status=self.status)
            if self.status == "partial" and not self.withheld:
                raise fault("H225.withheld")
        return self


class RecordNotes(Model):
    """How this record was made and looked after."""

    written_by: Voices = field("Written by", "Whose hand wrote it.", default=())
    created: EdtfDate | None = field(
        "Created",
        "When it was first written.",
        default=None,
        schema_org="dateCreated",
        dublin_core="created",
    )
    checked: EdtfDate | None = field(
        "Checked",
        "When somebody last read it again.",
        default=None,
        schema_org="dateModified",
    )
    checked_against: Literal["sources", "notes"] = field(
        "Checked against",
        "What it was read against: `sources`, or `notes` taken from them.",
        default="sources",
    )
    review_due: EdtfDate | None = field("Review due", "When to check again.", default=None)
    doubts: Text | None = field("Doubts", "What the writer is not sure of.", default=None)
