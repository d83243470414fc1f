"""One mistake in a valid record gives one error, at its place."""

from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from pydantic import ValidationError
from small_hubs import case, diagnostics

from hubtool.diagnostics.diagnostic import Severity
from hubtool.models.case import CaseStudy
from hubtool.models.collection import Collection
from hubtool.models.opportunity import Opportunity
from hubtool.records.type_words import WORDS

FULL = case(
    """
    dates: 2019/2021
    language: en-GB
    themes:
      - trust
    topics:
      - water
    initiated_by: anglers
    story: We walked. [@report]
    timeline:
      - {when: 2018-06, kind: meet, what: We met.}
      - {when: 2019-06, kind: question, what: We chose.}
    power:
      said_by: together
      stages: {question: shared}
    investment:
      said_by: together
      months_before_question: 12
      money: {low: 1, high: 2, currency: GBP}
    outcomes:
      - what: A rule.
        kind: practice-policy
        seen: 2022
        said_by: community
        sources: [report]
    tensions:
      - about: payment
        what: Late pay.
        said_by: community
    films:
      - id: film
        title: A film
        url: https://vimeo.com/1
        access: {captions: true}
    sources:
      - id: report
        title: A report
        url: https://example.org/report
    """
)

BREAKS = (
    # what stands in the text, what a slip makes of it, the code
    ("title: River walks", "titel: River walks", "H202"),
    ("title: River walks", "title: [River, walks]", "H205"),
    ("title: River walks", "title: '  '", "H211"),
    ("country: GB", "country: UK", "H214"),
    ("dates: 2019/2021", "dates: 2021/2019", "H208"),
    ("dates: 2019/2021", "dates: 2O19", "H207"),
    ("language: en-GB", "language: english", "H215"),
    ("  - trust", "  - trusst", "H203"),
    ("  - trust", "  - t-power", "H228"),
    ("initiated_by: anglers", "initiated_by: angler", "H301"),
    ("[@report]", "[@reprt]", "H304"),
    ("{when: 2018-06,", "{when: soon,", "H207"),
    ("kind: meet", "kind: meat", "H203"),
    ("stages: {question: shared}", "stages: {question: disputed}", "H231"),
    ("months_before_question: 12", "months_before_question: 40", "H227"),
    ("months_before_question: 12", "months_before_question: twelve", "H205"),
    ("low: 1,", "low: 3,", "H209"),
    ("low: 1,", "low: -1,", "H210"),
    ("currency: GBP", "currency: pounds", "H229"),
    ("sources: [report]", "sources: [reprot]", "H303"),
    ("url: https://vimeo.com/1", "url: vimeo.com/1", "H213"),
    ("kind: worked", "kind: workd", "H203"),
    ("what: Late pay.", "what: Write to ann@example.org.", "H222"),
    ("what: Late pay.", "what: Ring 01632 960 123.", "H223"),
    ("agreed_on: 2026-01", "agreed_on: null", "H225"),
    ("name: Exampleton Anglers, ", "", "H230"),
    ("    said_by: community\n    sources", "    sources", "H218"),
)


def test_the_record_that_is_broken_below_is_sound() -> None:
    assert diagnostics({"cases/one.yml": FULL}) == []


@given(st.sampled_from(BREAKS))
@examples(len(BREAKS) * 4)
def test_one_slip_gives_one_error_where_it_was_made(slip: tuple[str, str, str]) -> None:
    right, wrong, code = slip
    assert FULL.count(right) == 1
    start = FULL.index(right)
    broken = FULL[:start] + wrong + FULL[start + len(right) :]
    told = [d for d in diagnostics({"cases/one.yml": broken}) if d.severity is Severity.ERROR]
    assert [one.code for one in told] == [code]
    span = told[0].span
    assert span is not None
    first = broken[:start].count("\n") + 1
    assert first - 3 <= span.line <= first + wrong.count("\n") + 1


def test_every_kind_of_error_that_the_models_raise_has_its_words() -> None:
    hostile: list[object] = [
        None,
        True,
        3,
        2.5,
        -1e9,
        1e9,
        float("inf"),
        "",
        "x" * 500,
        [],
        ["x"],
        {},
        {"x": 1},
    ]
    kinds = set()
    for model in (CaseStudy, Collection, Opportunity):
        for name, info in model.model_fields.items():
            for value in hostile:
                for wrapped in (value, [value], {"x": value}, [{"x": value}]):
                    kinds |= raised(model, {info.alias or name: wrapped})
    for key in ("lat", "lon"):
        for value in hostile:
            kinds |= raised(CaseStudy, {"places": [{key: value}]})
    for value in hostile:
        kinds |= raised(CaseStudy, {"consent": {"people": value, "scope": [value]}})
        kinds |= raised(
            CaseStudy, {"investment": {"months_before_question": value, "money": {"low": value}}}
        )
        kinds |= raised(CaseStudy, {"power": {"stages": value, "said_by": value}})
        kinds |= raised(CaseStudy, {"outcomes": [{"hoped_for": value, "seen": value}]})
    ours = {kind for kind in kinds if kind.startswith("H")}
    assert kinds - ours - {"missing", "extra_forbidden"} <= WORDS.keys()
    assert "ValueError" not in kinds


def raised(model: type, data: object) -> set[str]:
    try:
        model.model_validate(data)  # type: ignore[attr-defined]
    except ValidationError as error:
        return {fault["type"] for fault in error.errors()}
    return set()
