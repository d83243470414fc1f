"""One report in four formats, word for word."""

import json
import re
from dataclasses import replace
from textwrap import dedent

from hubtool.diagnostics.diagnostic import Diagnostic, Fix, Related, Severity, diagnostic
from hubtool.diagnostics.reporters import REPORTERS, Report
from hubtool.diagnostics.spans import Span
from hubtool.diagnostics.wording import Wording

PATH = "cases/turin-food-plan.yml"
TEXT = "title: Turin\nsummary: Food\n\npartners:\n  - name: Città\n    role: ledd\n"
ROLE = diagnostic(
    Wording("H203", "`ledd` is not a role", "did you mean `lead`?"),
    path=PATH,
    span=Span(6, 11, 6, 15),
    route=("partners", 0, "role"),
    fix=Fix(Span(6, 11, 6, 15), "lead"),
)
TWICE = diagnostic(
    Wording("H103", "`title` is written twice", None),
    path=PATH,
    span=Span(12, 1, 12, 6),
    related=(Related(PATH, Span(1, 1, 1, 6), "first written here"),),
)


def told(*items: Diagnostic, text: str = TEXT, form: str = "text", colour: bool = False) -> str:
    report = Report(items, {PATH: text}, {"case": 12}, "1.2.3", has_colour=colour)
    return REPORTERS[form](report)


def excerpt(line: str, span: Span) -> list[str]:
    item = diagnostic(Wording("H203", "wrong", None), path=PATH, span=span)
    return told(item, text=line).splitlines()[3:5]


def test_the_words_of_another_program_keep_their_lines() -> None:
    item = diagnostic(
        Wording("H601", "it said:\n  a\x1b[2J\nerror[H999]: b", None), path="mkdocs.yml"
    )
    assert REPORTERS["text"](Report((item,))).splitlines()[:4] == [
        "error[H601]: it said:",
        "      a<U+001B>[2J",
        "    error[H999]: b",
        "  --> mkdocs.yml",
    ]


def test_text_shows_the_line_with_signs_under_the_fault() -> None:
    assert told(ROLE) == dedent(
        """\
        error[H203]: `ledd` is not a role
          --> cases/turin-food-plan.yml:6:11
           |
         6 |     role: ledd
           |           ^^^^
           = hint: did you mean `lead`?
           = more: hubtool explain H203

        1 error in 1 file
        """
    )


def test_text_shows_a_related_place_with_its_words() -> None:
    text = TEXT + "\n" * 5 + "title: Torino\n"
    assert told(TWICE, text=text) == dedent(
        """\
        error[H103]: `title` is written twice
           --> cases/turin-food-plan.yml:12:1
            |
         12 | title: Torino
            | ^^^^^
           ::: cases/turin-food-plan.yml:1:1
            |
          1 | title: Turin
            | ----- first written here
            = more: hubtool explain H103

        1 error in 1 file
        """
    )


def test_text_without_a_place_names_the_file_alone() -> None:
    item = diagnostic(Wording("H601", "the engine failed", None), path="mkdocs.yml")
    assert told(item).splitlines()[:3] == [
        "error[H601]: the engine failed",
        "  --> mkdocs.yml",
        "   = more: hubtool explain H601",
    ]


def test_text_with_nothing_to_tell_says_what_was_checked() -> None:
    assert told() == "12 cases: all clear\n"


def test_the_summary_counts_each_severity_and_the_files() -> None:
    items = (
        ROLE,
        replace(ROLE, path="cases/b.yml"),
        replace(ROLE, severity=Severity.WARNING, path="cases/c.yml"),
        replace(ROLE, severity=Severity.NOTE),
        replace(ROLE, severity=Severity.NOTE),
    )
    assert told(*items).splitlines()[-1] == "2 errors, 1 warning and 2 notes in 3 files"


def test_errors_come_first_and_each_file_together() -> None:
    items = (
        replace(ROLE, severity=Severity.WARNING, path="cases/a.yml"),
        replace(ROLE, path="cases/b.yml"),
        replace(ROLE, path="cases/a.yml"),
        replace(ROLE, path="cases/b.yml", code="H204"),
    )
    heads = [line for line in told(*items).splitlines() if line.startswith((" ", "e", "w"))]
    places = [line.split()[-1] for line in heads if "-->" in line]
    assert places == [f"cases/{name}.yml:6:11" for name in ("a", "b", "b", "a")]


def test_of_one_file_fifty_are_listed_and_the_others_counted() -> None:
    lines = told(*[ROLE] * 1060).splitlines()
    assert sum(line.startswith("error") for line in lines) == 50
    assert lines[-3:] == [f"and 1,010 more in {PATH}", "", "1,060 errors in 1 file"]
    assert told(*[ROLE] * 60, form="github").count("::error") == 50
    assert len(json.loads(told(*[ROLE] * 60, form="json"))["diagnostics"]) == 60


def test_notes_can_be_counted_only() -> None:
    report = Report((ROLE, replace(ROLE, severity=Severity.NOTE)), {}, {}, has_notes=False)
    text = REPORTERS["text"](report)
    assert "note[" not in text
    assert text.endswith("1 error in 1 file; 1 note more with `--notes`\n")


def test_a_hint_of_several_lines_is_set_in() -> None:
    item = replace(ROLE, hint="write:\nconsent:\n  status: agreed")
    assert told(item).splitlines()[-6:-3] == [
        "   = hint: write:",
        "       consent:",
        "         status: agreed",
    ]


def test_a_quoted_text_is_cut() -> None:
    item = diagnostic(
        Wording("H203", f"`{'x' * 20_000}` is no term", f"`{'y' * 9_000}`"), path=PATH
    )
    assert item.message == f"`{'x' * 80}…` is no term"
    assert len(item.hint or "") < 400


def test_signs_stand_right_under_wide_characters() -> None:
    assert excerpt("title: 漢字 ledd", Span(1, 11, 1, 15)) == [
        " 1 | title: 漢字 ledd",
        "   |             ^^^^",
    ]


def test_wide_characters_get_two_signs_each() -> None:
    assert excerpt("漢字", Span(1, 1, 1, 3))[1] == "   | ^^^^"


def test_signs_stand_right_under_combining_characters() -> None:
    assert excerpt("e\u0301te\u0301 ledd", Span(1, 7, 1, 11))[1] == "   |     ^^^^"


def test_a_place_at_the_end_of_a_line_gets_one_sign() -> None:
    assert excerpt("title:", Span(1, 7, 1, 7))[1] == "   |       ^"


def test_a_place_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert excerpt("a: one\n  two", Span(1, 4, 2, 6))[1] == "   |    ^^^"


def test_control_and_direction_characters_are_shown() -> None:
    assert excerpt("a: \u202ex\x1b[31m", Span(1, 4, 1, 5)) == [
        " 1 | a: <U+202E>x<U+001B>[31m",
        "   |    ^^^^^^^^",
    ]


def test_messages_hints_and_paths_cannot_steer_the_terminal() -> None:
    item = diagnostic(Wording("H203", "\x1b[2J", "\u202eb"), path="a\x07.yml")
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", told(item))


def test_a_long_line_is_cut_around_the_fault() -> None:
    line = "story: " + "word " * 60 + "ledd" + " word" * 60
    shown, under = excerpt(line, Span(1, 308, 1, 312))
    assert len(shown) < 120
    assert shown.startswith(" 1 | …")
    assert shown.endswith("…")
    assert shown[under.index("^") : under.rindex("^") + 1] == "ledd"


def test_colour_is_used_only_when_asked_for() -> None:
    assert "\x1b[" not in told(ROLE)
    painted = told(ROLE, colour=True)
    assert "\x1b[1;31merror[H203]\x1b[0m" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == told(ROLE)


def test_json_holds_every_part() -> None:
    assert json.loads(told(ROLE, form="json")) == {
        "version": 1,
        "diagnostics": [
            {
                "code": "H203",
                "severity": "error",
                "message": "`ledd` is not a role",
                "path": PATH,
                "span": {"line": 6, "column": 11, "end_line": 6, "end_column": 15},
                "route": ["partners", 0, "role"],
                "hint": "did you mean `lead`?",
                "related": [],
                "fix": {
                    "span": {"line": 6, "column": 11, "end_line": 6, "end_column": 15},
                    "replacement": "lead",
                },
            }
        ],
        "summary": {"errors": 1, "warnings": 0, "notes": 0, "checked": {"case": 12}},
    }


def test_github_gets_one_command_a_diagnostic() -> None:
    assert told(ROLE, form="github") == (
        "::error file=cases/turin-food-plan.yml,line=6,endLine=6,col=11,endColumn=14,title=H203::"
        "`ledd` is not a role%0Adid you mean `lead`?\n"
        "1 error in 1 file\n"
    )


def test_github_commands_cannot_be_forged() -> None:
    item = diagnostic(Wording("H203", "100%\r\n::error::x", None), path="a,b:c%.yml")
    assert told(item, form="github").splitlines()[0] == (
        "::error file=a%2Cb%3Ac%25.yml,title=H203::100%25%0D%0A::error::x"
    )


def test_github_gets_no_columns_where_the_lines_differ() -> None:
    item = diagnostic(Wording("H203", "wrong", None), path=PATH, span=Span(1, 4, 2, 6))
    assert told(item, form="github").startswith(f"::error file={PATH},line=1,endLine=2,title=")


def test_github_calls_a_note_a_notice() -> None:
    item = replace(ROLE, severity=Severity.NOTE)
    assert told(item, form="github").startswith("::notice ")


def test_sarif_has_a_rule_for_each_code_and_a_result_for_each_diagnostic() -> None:
    run = json.loads(told(ROLE, TWICE, form="sarif"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["H103", "H203"]
    assert [(result["ruleId"], result["ruleIndex"]) for result in run["results"]] == [
        ("H203", 1),
        ("H103", 0),
    ]
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": PATH},
                "region": {"startLine": 6, "startColumn": 11, "endLine": 6, "endColumn": 15},
            }
        }
    ]
    assert run["results"][1]["relatedLocations"][0]["message"] == {"text": "first written here"}


def test_a_sarif_fingerprint_outlives_a_move_to_another_line() -> None:
    moved = replace(ROLE, span=Span(60, 11, 60, 15))
    assert fingerprints(ROLE) == fingerprints(moved)


def test_two_equal_faults_have_two_sarif_fingerprints() -> None:
    assert len(set(fingerprints(ROLE, ROLE))) == 2


def fingerprints(*items: Diagnostic) -> list[str]:
    results = json.loads(told(*items, form="sarif"))["runs"][0]["results"]
    return [result["partialFingerprints"]["hubtool/v1"] for result in results]


def test_sarif_addresses_are_percent_encoded() -> None:
    item = diagnostic(Wording("H114", "wrong", None), path="cases/a b%.yml")
    assert '"uri": "cases/a%20b%25.yml"' in told(item, form="sarif")
