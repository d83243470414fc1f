"""What is read of a caption file, and where it says that one cannot be read."""

from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st
from small_hubs import case, diagnostics

from hubtool.diagnostics.spans import Span
from hubtool.diagnostics.wording import Wording, wording
from hubtool.documents.transcripts import Cue, CueFault, Transcript, passages, transcript


def read(text: str) -> Transcript:
    return transcript(dedent(text).encode())


def test_a_cue_has_its_times_in_seconds_and_its_text() -> None:
    assert read("""\
        WEBVTT

        00:01.000 --> 00:04.500
        Nineteen of us
        came.

        01:01:23.250 --> 01:01:27.000 align:start
        And somebody did the washing up.
        """) == Transcript(
        (
            Cue(1.0, 4.5, "Nineteen of us came."),
            Cue(3683.25, 3687.0, "And somebody did the washing up."),
        ),
        (),
    )


def test_marks_are_taken_out_and_a_voice_is_kept() -> None:
    found = read("""\
        WEBVTT

        00:01.000 --> 00:04.000
        <v.loud Mary O&apos;Neill>We <i>said</i> no &amp; that held, 1 &lt; 2.</v>
        """)
    assert found.cues == (Cue(1.0, 4.0, "We said no & that held, 1 < 2.", "Mary O'Neill"),)


def test_notes_styles_names_and_other_line_ends_are_no_faults() -> None:
    text = (
        "\ufeffWEBVTT - Nineteen\r\nLanguage: en\r\n\r\nNOTE by us\r\n\r\nSTYLE\r\n::cue {}\r\n"
        "\r\nintro\r\n00:01.000 --> 00:02.000\r\nCame.\r\n\r\nNOTE\r\nthe end"
    )
    assert transcript(text.encode()) == Transcript((Cue(1.0, 2.0, "Came."),), ())


def test_cues_stand_in_the_order_of_the_film() -> None:
    found = read("WEBVTT\n\n00:09.000 --> 00:10.000\nb\n\n00:01.000 --> 00:02.000\na\n")
    assert [cue.text for cue in found.cues] == ["a", "b"]


def test_what_is_no_webvtt_is_told_so() -> None:
    found = read("1\n00:00:01,000 --> 00:00:04,000\nNineteen of us came.\n")
    assert (found.is_webvtt, found.cues) == (False, ())


def test_a_fault_is_told_at_the_line_of_its_times() -> None:
    found = read("""\
        WEBVTT

        first
        00:01,000 --> 00:04,000
        With commas.

        00:05.000 --> 00:06.000
        Good.

        00:09.000 --> 00:08.000
        Backwards.

        An orphan after an empty line.
        """)
    assert [cue.text for cue in found.cues] == ["Good."]
    assert found.faults == (
        CueFault(
            Span(4, 1, 4, 24),
            Wording("H505", "the times have commas", "write points: `00:00:01.000`"),
        ),
        CueFault(
            Span(10, 1, 10, 24),
            Wording("H505", "this cue ends before it starts", "swap the two times, or mend one"),
        ),
        CueFault(
            Span(13, 1, 13, 31),
            Wording(
                "H505",
                "this text belongs to no cue",
                "remove the empty line above it, or put times above it: `00:01.000 --> 00:04.000`",
            ),
        ),
    )


def test_a_file_without_a_cue_says_so() -> None:
    assert read("WEBVTT\n").faults == (CueFault(Span(1, 1, 1, 7), wording("H505.no-cue")),)


def test_passages_end_with_a_sentence_and_with_a_voice() -> None:
    cues = (
        Cue(0, 8, "One", "A"),
        Cue(8, 16, "two.", "A"),
        Cue(16, 24, "Three.", "A"),
        Cue(24, 30, "Four.", "B"),
    )
    assert list(passages(cues, seconds=15)) == [
        Cue(0, 16, "One two.", "A"),
        Cue(16, 24, "Three.", "A"),
        Cue(24, 30, "Four.", "B"),
    ]


def test_what_follows_a_silence_is_a_passage_of_its_own() -> None:
    cues = (Cue(1, 4, "One"), Cue(83, 87, "two"))
    assert list(passages(cues, seconds=15)) == list(cues)


def test_a_passage_without_a_full_stop_ends_all_the_same() -> None:
    cues = tuple(Cue(second, second + 5, "and") for second in range(0, 100, 5))
    lengths = [found.end - found.start for found in passages(cues, seconds=20)]
    assert lengths == [40, 40, 20]


@given(st.binary(max_size=200))
def test_any_bytes_are_read(content: bytes) -> None:
    transcript(content)
    transcript(b"WEBVTT\n\n" + content)


@given(
    st.lists(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1), min_size=1),
)
def test_no_word_is_lost_in_passages(words: list[str]) -> None:
    cues = tuple(Cue(number, number + 1, word) for number, word in enumerate(words))
    assert " ".join(one.text for one in passages(cues, seconds=3)).split() == words


def test_a_faulty_cue_is_told_in_the_caption_file() -> None:
    film = '[{id: f, title: F, url: "https://vimeo.com/1", captions: [{language: en, file: X}]}]'
    file = "cases/river-walks/f.vtt"
    told = diagnostics(
        {
            "cases/river-walks.yml": case(f"films: {film.replace('X', file)}"),
            file: "WEBVTT\n\n00:01,0 --> 00:02,0\na\n\n00:03,0 --> 00:04,0\nb\n",
        }
    )
    assert [(one.code, one.path, one.span, one.message) for one in told] == [
        ("H505", file, Span(3, 1, 3, 20), "the times have commas, and 1 more like it")
    ]
