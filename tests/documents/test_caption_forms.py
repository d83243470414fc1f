"""Captions as the world makes them: what can be read is read, and the rest is named."""

import pytest
from small_hubs import case, diagnostics

from hubtool.documents.transcripts import Cue, passages, transcript

HEAD = "WEBVTT\n\n"
FILM = """\
films:
  - title: A film
    url: https://vimeo.com/1
    captions: [{language: en-GB, file: cases/river-walks/NAME}]
"""


def cues(text: str) -> list[tuple[float, float, str, str | None]]:
    read = transcript(text.encode())
    assert read.faults == ()
    return [(cue.start, cue.end, cue.text, cue.voice) for cue in read.cues]


def fault(text: str, name: str = "film.vtt") -> tuple[str, str, str, str | None]:
    files = {"cases/river-walks.yml": case(FILM.replace("NAME", name))}
    told = diagnostics({**files, f"cases/river-walks/{name}": text.encode()})
    (item,) = (item for item in told if item.code in ("H505", "H511"))
    return item.code, item.severity, item.message, item.hint


@pytest.mark.parametrize(
    "settings",
    [
        "position:50%,middle align:middle",
        "align:middle",
        "line: 5",
        "line:-1 size:80.5%",
        "position:10%,line-left",
        "region:nowhere vertical:up",
        "X1:0 X2:100 Y1:0 Y2:100",
        "\talign:start\t",
        "50%",
    ],
)
def test_a_bad_setting_costs_the_setting_and_not_the_cue(settings: str) -> None:
    text = f"{HEAD}00:01.000 --> 00:03.000 {settings}\nWe met.\n"
    assert cues(text) == [(1.0, 3.0, "We met.", None)]


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("1:02:03.000 --> 1:02:05.000", (3723.0, 3725.0)),
        ("0:00:01.000 --> 00:00:02.500", (1.0, 2.5)),
        ("00:01.000-->00:02.000", (1.0, 2.0)),
        ("  00:01.000   -->\t00:02.000  ", (1.0, 2.0)),
        ("100:00:00.000 --> 100:00:01.000", (360000.0, 360001.0)),
        ("00:00:00.160 --> 00:00:02.389", (0.16, 2.389)),
    ],
)
def test_times_are_read_as_browsers_read_them(line: str, times: tuple[float, float]) -> None:
    assert cues(f"{HEAD}{line}\nWe met.\n") == [(*times, "We met.", None)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("00:00:01,000 --> 00:00:02,000", "the times have commas"),
        ("0:01.000 --> 0:02.000", "the minutes have one digit"),
        ("00:01 --> 00:02", "the times have no thousandths"),
        ("00:01.5 --> 00:02.5", "the times have not three digits after the point"),
        ("00:75.000 --> 00:80.000", "minutes and seconds end at 59"),
        ("1 --> 2", "this cue's times cannot be read"),
        ("--> 00:02.000", "this cue's times cannot be read"),
        ("00:03.000 --> 00:02.000", "this cue ends before it starts"),
    ],
)
def test_times_that_no_browser_reads_are_named(line: str, message: str) -> None:
    code, severity, said, hint = fault(f"{HEAD}{line}\nWe met.\n")
    assert (code, severity, said) == ("H505", "error", message)
    assert hint


def test_a_cue_that_lasts_no_time_is_a_warning() -> None:
    code, severity, message, _ = fault(f"{HEAD}00:02.000 --> 00:02.000\nWe met.\n")
    assert (code, severity, message) == ("H505", "warning", "this cue lasts no time")


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        (
            "<v Tenant>Damp.</v>\n<v Professor>Bills.</v>",
            [("Tenant", "Damp."), ("Professor", "Bills.")],
        ),
        ("<v Tenant>Damp. <v Professor>Bills.", [("Tenant", "Damp."), ("Professor", "Bills.")]),
        ("<v Tenant>Damp,\nand mould.", [("Tenant", "Damp, and mould.")]),
        ("<v Tenant>Damp.</v> Bills.", [("Tenant", "Damp."), (None, "Bills.")]),
        ("<v.loud Ana &amp; Bo>We <b>s<i>ai</i>d</b> no.", [("Ana & Bo", "We said no.")]),
        ("<v Tenant>- Damp.\n- Bills.", [("Tenant", "- Damp."), (None, "- Bills.")]),
        ("- Damp.\n- Bills.", [(None, "- Damp."), (None, "- Bills.")]),
        (">> Damp.\n>> Bills.", [(None, ">> Damp."), (None, ">> Bills.")]),
        ("<v>Damp.", [(None, "Damp.")]),
        ("A <00:01.500>word <c.red>at</c> a time", [(None, "A word at a time")]),
        ("<ruby>水<rt>mizu</rt></ruby>", [(None, "水mizu")]),
        ("1 &lt; 2 &nbsp;and &quot;so&quot;", [(None, '1 < 2 and "so"')]),
    ],
)
def test_no_words_stand_under_anothers_name(
    text: str, spoken: list[tuple[str | None, str]]
) -> None:
    read = cues(f"{HEAD}00:01.000 --> 00:05.000\n{text}\n")
    assert [(voice, words) for _, _, words, voice in read] == spoken


def test_words_without_a_name_are_not_joined_to_the_last_ones() -> None:
    read = (Cue(0, 2, "Damp.", "Tenant"), Cue(2, 4, "Bills."))
    assert list(passages(read, seconds=15)) == list(read)


ROLLING = """\
WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.389 align:start position:0%
ROOM
we<00:00:00.320><c> hung</c><00:00:00.560><c> around</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
we hung around
ROOM

00:00:02.399 --> 00:00:04.630 align:start position:0%
we hung around
and<00:00:02.560><c> washed</c><00:00:02.800><c> dishes</c>

00:00:04.630 --> 00:00:04.640 align:start position:0%
and washed dishes
ROOM

00:00:04.640 --> 00:00:06.550 align:start position:0%
and washed dishes
before<00:00:05.040><c> anybody</c><00:00:05.440><c> asked</c>
""".replace("ROOM", " ")
GROWING = f"{HEAD}" + "".join(
    f"00:0{n}.000 --> 00:0{n + 1}.000\n{' '.join(['we', 'met', 'by', 'the', 'river'][: n + 1])}\n\n"
    for n in range(5)
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ROLLING, "we hung around and washed dishes before anybody asked"),
        (GROWING, "we met by the river"),
    ],
)
def test_rolling_captions_are_joined_and_told(text: str, words: str) -> None:
    assert " ".join(cue.text for cue in transcript(text.encode()).cues) == words
    assert fault(text)[:2] == ("H511", "note")


def test_words_that_are_said_twice_stay() -> None:
    text = f"{HEAD}00:01.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n\n"
    text += "00:03.000 --> 00:04.000\nYes.\n\n00:04.000 --> 00:05.000\nWhy?\n"
    assert [words for _, _, words, _ in cues(text)] == ["No.", "No.", "Yes.", "Why?"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\nWe met.\n", "is SubRip (SRT), not WebVTT"),
        ("\n\n1\r\n00:00:01,000 --> 00:00:02,000\r\nWe met.\r\n", "is SubRip (SRT), not WebVTT"),
        ("0:00:01.000,0:00:02.000\nWe met.\n", "is SubViewer (SBV), not WebVTT"),
        ("[Script Info]\nTitle: x\n", "is SubStation (ASS), not WebVTT"),
        ("<?xml version='1.0'?><tt><body/></tt>", "is XML, not WebVTT"),
        ("<SAMI><HEAD>", "is XML, not WebVTT"),
        ("[00:01.00]We met.\n", "is LRC, not WebVTT"),
        ("{1}{25}We met.\n", "is MicroDVD, not WebVTT"),
        ('{"events": []}', "is JSON, not WebVTT"),
        ("webvtt\n\n00:01.000 --> 00:02.000\nx\n", "is not WebVTT as browsers read it"),
        ("\nWEBVTT\n\n00:01.000 --> 00:02.000\nx\n", "is not WebVTT as browsers read it"),
        ("00:01.000 --> 00:02.000\nWe met.\n", "is WebVTT without its first line"),
        ("We met in the kitchen.\n", "is not a WebVTT file"),
        ("", "is not a WebVTT file"),
    ],
)
def test_another_format_is_named_with_what_to_do(text: str, message: str) -> None:
    code, severity, said, hint = fault(text)
    assert (code, severity, said) == ("H505", "error", f"`film.vtt` {message}")
    assert hint
    if "SubRip" in message:
        assert "points for commas" in hint


def test_srt_under_its_own_name_is_recognised() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nWe met.\n"
    assert fault(text, "film.srt")[2] == "`film.srt` is SubRip (SRT), not WebVTT"
    assert fault(f"{HEAD}00:01.000 --> 00:02.000\nWe met.\n", "film.txt")[3] == (
        "rename it to `cases/river-walks/film.vtt`"
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (f"{HEAD}00:01.000 --> 00:02.000\ncaf\xe9\n".encode("cp1252"), "Windows-1252"),
        (f"{HEAD}00:01.000 --> 00:02.000\nx\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_another_encoding_is_told(content: bytes, words: str) -> None:
    (found,) = transcript(content).faults
    assert words in found.words.message
    assert "UTF-8" in (found.words.hint or "")


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n00:01.000 --> 00:02.000\nWe met.\n",
        f"{HEAD}00:01.000 --> 00:02.000\nWe met.\n00:02.000 --> 00:03.000\n",
        f"{HEAD}intro\n00:01.000 --> 00:02.000\nWe\n \nmet.\n",
        f"{HEAD}00:01.000 --> 00:02.000\n\t\nWe met.\n",
        "WEBVTT FILE\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000\n\nNOTE a\nb\n\n1\n00:01.000 --> 00:02.000\nWe met.",
    ],
)
def test_untidy_files_are_read_as_browsers_read_them(text: str) -> None:
    assert cues(text) == [(1.0, 2.0, "We met.", None)]


def test_many_faults_of_one_kind_are_one_message() -> None:
    text = HEAD + "".join(f"00:0{n},000 --> 00:0{n},500\nx\n\n" for n in range(9))
    assert fault(text)[2] == "the times have commas, and 8 more like it"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\0b\x07c\x1b[31md", "abc[31md"),
        ("a&#0;b&#27;c&#x9f;d", "a\ufffdbc\u0178d"),
        ("a\x85b\x1cc\u2028d", "a b c d"),
        ("<v A\0n\x08a>a", "a"),
    ],
)
def test_no_control_character_comes_into_a_transcript(text: str, words: str) -> None:
    (cue,) = cues(f"{HEAD}00:01.000 --> 00:02.000\n{text}\n")
    assert cue[2] == words
    assert cue[3] in (None, "Ana")
