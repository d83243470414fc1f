"""Who decided, stage by stage."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from hubtool.models.common import WHERE_SAID, WHOSE_VIEW
from hubtool.models.declare import Model, ShortForm, field
from hubtool.models.types import EvidenceId, Many, Reading, Stage, Text, Voice, Voices, fault


class StageReading(Model):
    """Who decided at one stage."""

    level: Reading | None = field(
        "Reading",
        "Who held the decision. The test: would the community partner's no have held?",
        default=None,
        example="shared",
    )
    note: Text | None = field("Note", "How it was decided, and by whom.", default=None)
    readings: Mapping[Voice, Reading] = field(
        "Readings",
        "Where partners see it differently: each voice with its own reading.",
        default={},
    )

    def voices_of(self, reading: str) -> tuple[str, ...]:
        """Return the voices that gave this *reading* of a disputed stage."""
        return tuple(voice for voice, level in self.readings.items() if level == reading)

    @model_validator(mode="after")
    def _complete(self) -> "StageReading":
        if self.level == "disputed" and len(self.readings) < 2:
            raise fault("H231.two-voices")
        if self.level != "disputed" and self.readings:
            raise fault("H231.not-disputed")
        if self.level is None and self.note is None:
            raise fault("H231.empty-stage")
        return self


def _from_level(value: Any) -> Any:
    return {"level": value} if isinstance(value, str) else value


StageEntry = Annotated[StageReading, BeforeValidator(_from_level), ShortForm("level")]


class Power(Model):
    """Who decided, stage by stage. A stage left out is not recorded."""

    said_by: Voices = field("Whose view", WHOSE_VIEW, missing="H218")
    sources: Many[EvidenceId] = field("Sources", WHERE_SAID, default=())
    stages: Mapping[Stage, StageEntry] = field(
        "Stages", "A reading, a note or both for each stage that is known.", strict=False
    )
