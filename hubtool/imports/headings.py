"""A form filled in as text: the body of an issue, or a file with a heading above each answer."""

import re
from collections.abc import Iterator

from hubtool.imports.draft import Answer, Remark
from hubtool.imports.form_fields import FormParts
from hubtool.records.vocabularies import folded

_HEADING = re.compile(r"^###[ \t](.*)$", re.MULTILINE)
_NOTHING = "_No response_"
_FENCE = re.compile(r"\A```[a-z]*\n(.*?)\n?```\Z", re.DOTALL)
_PACKED = "the whole case, packed"
_CHANGED = "the page that it changes"


def has_headings(text: str, form: FormParts) -> bool:
    """Say whether *text* has headings of the form."""
    return any(form.route(match[1]) for match in _HEADING.finditer(text))


def is_packed_heading(line: str) -> bool:
    """Say whether *line* is the heading of a packed case."""
    return folded(line.removeprefix("###")) == _PACKED


def packed_case(text: str) -> str | None:
    """Return the letters of a packed case that stand in the body *text*, None where there are none."""
    return _answer_below(_PACKED, text)


def changed_case(text: str) -> str | None:
    """Return the id of the case that the packed one in *text* changes, None for a new one."""
    return _answer_below(_CHANGED, text)


def _answer_below(name: str, text: str) -> str | None:
    bodies = (_plain(body) for heading, body in _sections(text) if folded(heading) == name)
    answer = next(bodies, "")
    return answer if answer and answer != _NOTHING else None


def answers(text: str, form: FormParts) -> tuple[list[Answer], list[Remark]]:
    """Return the answers in *text* and what stands outside them.

    Headings come in the form's order: one that would lead back is a line of somebody's text.
    """
    order = {route: position for position, route in enumerate(form.labels)}
    position = -1
    answered: list[tuple[Answer, list[str]]] = []
    outside: list[str] = []
    for heading, body in _sections(text):
        route = form.route(heading) if heading else None
        if route is not None and order.get(route, len(order)) > position:
            position = order.get(route, position)
            answered.append((Answer(route, form.label(route), ""), [body]))
        else:
            lines = [f"### {heading}", body] if heading else [body]
            is_inside = bool(answered) and answered[-1][1] != [_NOTHING]
            (answered[-1][1] if is_inside else outside).extend(lines)
    hints = _own_words(form)
    results = [
        Answer(answer.route, answer.label, _answer("\n".join(lines), hints))
        for answer, lines in answered
    ]
    remainder = _answer("\n".join(outside), hints)
    remarks = [Remark(form.words("imports.outside"), remainder)] if remainder else []
    return results, remarks


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Yield each heading with the text below it; first what stands above all, with no heading."""
    parts = _HEADING.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    yield "", parts[0].strip()
    for heading, body in zip(parts[1::2], parts[2::2], strict=True):
        yield heading.strip(), body.strip()


def _answer(text: str, hints: frozenset[str]) -> str:
    lines = [line for line in text.split("\n") if line.strip() not in hints]
    answer = _plain("\n".join(lines))
    return "" if answer == _NOTHING else answer


def _plain(text: str) -> str:
    """Return *text* without the fence that GitHub puts around some answers."""
    text = text.strip()
    match = _FENCE.fullmatch(text)
    return match[1].strip() if match else text


def _own_words(form: FormParts) -> frozenset[str]:
    """Return the lines of the text form that nobody typed."""
    hints = {f"> {field.hint}" for field in form.fields if field.hint}
    choices = {f"> {option}" for field in form.fields for option in field.options}
    parts = {f"## {title}" for title, _ in form.parts}
    head = {form.words("imports.form.title"), form.words("imports.form.lede")}
    return frozenset({*hints, *choices, *parts, *(f"# {line}" for line in head), *head})
