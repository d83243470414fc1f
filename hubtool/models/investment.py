"""What a partnership took."""

from typing import Literal

from pydantic import model_validator

from hubtool.models.common import WHERE_SAID, WHOSE_VIEW
from hubtool.models.declare import Model, field
from hubtool.models.identifiers import Currency
from hubtool.models.types import EvidenceId, Many, Party, Text, Voices, Year, fault


class Money(Model):
    """What the partnership was paid, as a range."""

    low: float = field("Low", "The least it can have been.", ge=0, example=55000)
    high: float = field(
        "High",
        "The most it can have been; the same as `low` where it is known exactly.",
        ge=0,
        example=65000,
    )
    currency: Currency = field("Currency", "The three letters of ISO 4217.", example="GBP")
    year: Year | None = field("Year", "The year of the award.", default=None)
    held_by: Party | None = field(
        "Held by", "The partner or funder that held the budget.", default=None
    )
    community_share_percent: float | None = field(
        "Community's share",
        "How much of it reached community partners, in per cent.",
        default=None,
        ge=0,
        le=100,
    )

    @model_validator(mode="after")
    def _range(self) -> "Money":
        if self.low > self.high:
            raise fault("H209.backwards")
        return self


class Hours(Model):
    """Hours one party gave."""

    who: Party = field("Who", "A partner's id.")
    paid: float | None = field("Paid", "Paid hours.", default=None, ge=0)
    unpaid: float | None = field("Unpaid", "Unpaid hours.", default=None, ge=0)


class Payment(Model):
    """How people were paid or thanked."""

    offered: bool = field("Offered", "Whether payment was offered.")
    rate: float | None = field("Rate", "How much.", default=None, ge=0)
    currency: Currency | None = field("Currency", "The three letters of ISO 4217.", default=None)
    per: Literal["hour", "half-day", "day", "session", "month", "project"] | None = field(
        "Per", "For what.", default=None
    )
    note: Text | None = field("Note", "What to know about it.", default=None)


class Investment(Model):
    """What the partnership took: an investment, not a cost."""

    said_by: Voices = field("Whose view", WHOSE_VIEW, missing="H218")
    basis: Literal["actual", "estimate"] | None = field(
        "Basis", "Whether the figures are actual or an estimate.", default=None
    )
    months_before_question: int | None = field(
        "Months before the question",
        "How long people knew one another before the question was settled. 0 is a real answer.",
        default=None,
        ge=0,
        le=1200,
        example=15,
    )
    sources: Many[EvidenceId] = field("Sources", WHERE_SAID, default=())
    money: Money | None = field("Money", "What was paid for it.", default=None)
    hours: Many[Hours] = field("Hours", "Paid and unpaid hours by party.", default=())
    payment: Payment | None = field("Payment", "How people were paid or thanked.", default=None)
    costs_to_people: Text | None = field(
        "Cost to people", "What it took out of people.", default=None
    )
    not_counted: Text | None = field("Not counted", "What the figures leave out.", default=None)
