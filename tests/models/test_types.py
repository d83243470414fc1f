import pytest
from pydantic import TypeAdapter, ValidationError
from small_hubs import case, hub

from hubtool.models import identifiers, types


def said(kind: object, value: object) -> tuple[str, str | None]:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(kind).validate_python(value, strict=True)
    (fault,) = raised.value.errors()
    return fault["type"], fault["ctx"]["hint"]


@pytest.mark.parametrize(
    ("kind", "value", "hint"),
    [
        (types.Slug, "Damp Project!", "write `damp-project`"),
        (
            types.EdtfDate,
            "2O19",
            "write `2019`: you typed a letter (O, l or I) where a digit (0 or 1) belongs",
        ),
        (types.EdtfDate, "30.09.2019", "write `2019-09-30`"),
        (types.EdtfDate, "2019-21", None),
        (types.EdtfDate, "2019 - 2021", "write `2019/2021`"),
        (types.EdtfDate, "2019/2017", "swap the two dates"),
        (types.WebAddress, "www.example.org", "write `https://www.example.org`"),
        (types.WebAddress, "javascript:alert(1)", "write an address that starts with https://"),
        (types.WebAddress, "file:///etc/passwd", "write an address that starts with https://"),
        (types.WebAddress, "https://me@example.org/", "remove what stands before the @"),
        (identifiers.Country, "Kenya", "write `KE`"),
        (identifiers.Country, "UK", None),
        (identifiers.Region, "Scotland", None),
        (identifiers.Language, "english", None),
        (identifiers.Licence, "CC BY", None),
        (identifiers.Doi, "https://doi.org/10.5334/cstp.154", "write `10.5334/cstp.154`"),
        (identifiers.Orcid, "0000-0002-1825-0098", None),
        (identifiers.Ror, "052gg0111", None),
        (identifiers.Currency, "£", "write `GBP`"),
        (types.Seconds, "six minutes", None),
    ],
)
def test_a_wrong_value_is_told_with_an_act(kind: object, value: str, hint: str | None) -> None:
    if (kind, value) == (types.EdtfDate, "2019-21"):  # spring of 2019: a season of level 1
        assert TypeAdapter(kind).validate_python(value) == value
        return
    code, told = said(kind, value)
    assert code.startswith("H2")
    assert told == hint if hint else told


@pytest.mark.parametrize(
    ("kind", "value", "made"),
    [
        (types.EdtfDate, 2019, "2019"),
        (identifiers.Orcid, "0000-0002-1825-0097", "0000-0002-1825-0097"),
        (identifiers.Ror, "052gg0110", "052gg0110"),
        (identifiers.Licence, "cc-by-4.0", "CC-BY-4.0"),
        (identifiers.Region, "GB-SCT", "GB-SCT"),
        (identifiers.Country, "NO", "NO"),
        (identifiers.Language, "bfi", "bfi"),
        (types.Seconds, "6:40", 400),
        (types.Seconds, "1:02:03", 3723),
        (types.Seconds, "PT6M40S", 400),
        (types.Seconds, 83, 83),
    ],
)
def test_a_right_value_is_taken(kind: object, value: object, made: object) -> None:
    assert TypeAdapter(kind).validate_python(value, strict=True) == made


def test_braces_in_a_contributors_text_are_only_text() -> None:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(types.Slug).validate_python("{hint} {x!r}")
    assert raised.value.errors()[0]["ctx"]["said"] == "`{hint} {x!r}` cannot be an id"


def test_said_by_is_one_voice_or_a_list_of_voices() -> None:
    one = case(
        "outcomes: [{what: A rule., kind: practice-policy, said_by: [community, researcher]}]"
    )
    only = hub({"cases/one.yml": one}).cases["one"]
    assert only.outcomes[0].said_by == ("community", "researcher")
    assert only.lessons[0].said_by == ("community",)
