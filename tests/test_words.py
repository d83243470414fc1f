import pytest
from markupsafe import Markup

from hubtool.text.words import WordError, words


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2007", "2007"),
        ("2007-09", "September 2007"),
        ("2007-09-30", "30 September 2007"),
        ("2007-09-01", "1 September 2007"),
        ("2019~", "about 2019"),
        ("2019-09?", "perhaps September 2019"),
        ("2019%", "perhaps about 2019"),
        ("2019-21", "spring 2019"),
        ("201X", "the 2010s"),
        ("19XX", "the 1900s"),
        ("2019-XX", "2019"),
        ("2007-09/2008-10", "September 2007 to October 2008"),
        ("2019-09~/2023-03", "about September 2019 to March 2023"),
        ("2015/..", "since 2015"),
        ("2015/", "from 2015, since ended"),
        ("/2020", "until 2020"),
        ("../2020", "until 2020"),
        ("2012/2012", "2012"),
    ],
)
def test_a_date_is_said_in_words(edtf: str, said: str) -> None:
    assert words().date(edtf) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2007-09/2008-10", "2007 to 2008"),
        ("2007-01/2007-10", "2007"),
        ("2011-03/..", "since 2011"),
        ("2006~/2012~", "about 2006 to about 2012"),
    ],
)
def test_the_years_of_a_span_are_said_in_words(edtf: str, said: str) -> None:
    assert words().years(edtf) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "no cases yet"), (1, "1 case"), (2, "2 cases"), (1234, "1,234 cases")]
)
def test_a_number_chooses_its_form(count: int, said: str) -> None:
    assert words()("count.cases", n=count) == said


def test_a_list_is_one_phrase() -> None:
    assert words().listed(["a", "b", "c"]) == "a, b and c"


def test_markup_in_a_list_stays_markup_and_the_rest_is_escaped() -> None:
    assert words().listed([Markup("<b>a</b>"), "<i>"]) == "<b>a</b> and &lt;i&gt;"


def test_markup_in_a_sentence_stays_markup_and_the_rest_is_escaped() -> None:
    said = words()("date.range", start=Markup("<b>2</b>"), end="<3")
    assert said == "<b>2</b> to &lt;3"


def test_braces_in_a_value_are_no_placeholders() -> None:
    assert words()("date.since", start="{0} {end}") == "since {0} {end}"


@pytest.mark.parametrize(
    ("amount", "said"), [(55000, "£55,000"), (55000.0, "£55,000"), (12.5, "£12.50")]
)
def test_money_has_pence_only_where_it_needs_them(amount: float, said: str) -> None:
    assert words().money(amount, "GBP") == said


@pytest.mark.parametrize(
    ("seconds", "length", "clock"),
    [
        (400, "6 minutes 40 seconds", "6:40"),
        (3720, "1 hour 2 minutes", "1:02:00"),
        (9, "9 seconds", "0:09"),
        (0, "0 seconds", "0:00"),
    ],
)
def test_a_length_of_time_is_said_in_two_ways(seconds: int, length: str, clock: str) -> None:
    assert (words().length(seconds), words().clock(seconds)) == (length, clock)


def test_places_and_languages_have_names() -> None:
    t = words()
    assert (t.country("KE"), t.region("GB-WLS"), t.region("US-MI")) == (
        "Kenya",
        "Wales",
        "Michigan",
    )
    assert [t.language_name(tag) for tag in ("cy", "bfi", "pt-BR")] == [
        "Welsh",
        "British Sign Language",
        "Portuguese (Brazil)",
    ]


def test_a_language_without_a_catalogue_speaks_british_english() -> None:
    assert words("cy").language == "en-GB"


def test_a_key_that_is_not_there_is_an_error() -> None:
    with pytest.raises(WordError):
        words()("no.such.key")
