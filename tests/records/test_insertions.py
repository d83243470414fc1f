"""A hint shows what to write in the layout of the file, and what is written so is valid."""

import pytest
from small_hubs import case, diagnostics

from hubtool.diagnostics.diagnostic import Diagnostic, Severity

LESSON = "{id: a, lesson: Walk., kind: worked, said_by: community}"
FILM = "{id: a, title: A, url: https://youtu.be/SCtFTslwgR0, "


def faults(text: str) -> list[Diagnostic]:
    told = diagnostics({"cases/one.yml": case(text)})
    return [item for item in told if item.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("wrong", "hint", "right"),
    [
        ("places: [{name: A}]",
         "write `{name: A, country: GB}`",
         "places: [{name: A, country: GB}]"),
        ("places:\n  - name: A",
         "add the line `country: GB` below `name`, in the same column",
         "places:\n  - name: A\n    country: GB"),
        ("lessons:\n  - {id: a, lesson: Walk.,\n     kind: worked}",
         "write `, said_by: community` before the `}` that ends this part of `lessons`",
         "lessons:\n  - {id: a, lesson: Walk.,\n     kind: worked, said_by: community}"),
        ("lessons:\n  - lesson: >-\n      Walk\n      first.\n    id: a\n    kind: worked",
         "add the line `said_by: community` below `id`, in the same column",
         "lessons:\n  - lesson: >-\n      Walk\n      first.\n    id: a\n    said_by: community\n    kind: worked"),
        ("consent:\n  status: agreed\n  agreed_by: Anglers",
         "add the line `agreed_on: 2026-01` below `status`, in the same column",
         "consent:\n  status: agreed\n  agreed_on: 2026-01\n  agreed_by: Anglers"),
        ("consent: {status: agreed}",
         "write `consent: {status: agreed, agreed_by: …, agreed_on: 2026-01}`",
         "consent: {status: agreed, agreed_by: …, agreed_on: 2026-01}"),
        ("organisation: A, B\npartners:\n- name: Anglers\n- name: University",
         "add the lines `- {name: A, kind: community-group}`, `- {name: B, kind: community-group}` right below",
         "partners:\n- {name: A, kind: community-group}\n- {name: B, kind: community-group}\n- name: Anglers"),
        ("latitude: 51.5\nplaces:\n  - name: A\n    country: GB",
         "add the line `lat: 51.5` below `name`, in the same column, under `places:`",
         "places:\n  - name: A\n    lat: 51.5\n    country: GB"),
        (f"lessons: {LESSON}",
         f"put `[` before the `{{`, and `]` after its `}}`: `lessons: [{LESSON}]`",
         f"lessons: [{LESSON}]"),
        (f"lessons: {{lessons: [{LESSON}]}}", f"write `lessons: [{LESSON}]`", f"lessons: [{LESSON}]"),
        (f"films: [{FILM}captions: no}}]",
         "write `access: {captions: false}` in place of `captions: no`",
         f"films: [{FILM}access: {{captions: false}}}}]"),
        (f"films: [{FILM}access: {{}}, captions: yes}}]",
         "write `captions: true` in `access`, and delete `captions: yes`",
         f"films: [{FILM}access: {{captions: true}}}}]"),
        ("country: FR\nplaces: [{name: A, country: GB}]",
         "delete it: `places` has another `country` already; if this one is right, write it there",
         "places: [{name: A, country: FR}]"),
    ],
)  # fmt: skip
def test_what_a_hint_shows_is_valid_in_the_layout_of_the_file(
    wrong: str, hint: str, right: str
) -> None:
    (item,) = faults(wrong)
    assert (item.hint or "").startswith(hint)
    assert faults(right) == []
