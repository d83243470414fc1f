"""How far the colours of the style sheet stand out from one another, by WCAG's formula."""

from collections.abc import Mapping
from dataclasses import dataclass

_ON_TEXT_GROUNDS = ("ink", "ink-2", "link")
_TEXT_GROUNDS = ("paper", "sheet", "t-blue", "t-pink", "t-yellow", "t-lilac", "d-sheet")
_DRAWN_GROUNDS = ("d-blue", "d-pink", "d-yellow", "d-lilac")
_INKS = ("blue", "pink", "mix", "yellow")


@dataclass(frozen=True, slots=True)
class Contrast:
    """What stands on *ground*, with how far it stands out in the light and in the dark."""

    ground: str
    on: Mapping[str, tuple[float, float]]


def contrasts(light: Mapping[str, str], dark: Mapping[str, str]) -> tuple[Contrast, ...]:
    """Return each ground that something stands on; *light* and *dark* are colours by name."""
    pairs = [
        *((ground, _ON_TEXT_GROUNDS) for ground in _TEXT_GROUNDS),
        *((ground, ("ink",)) for ground in _DRAWN_GROUNDS),
        *((ink, (f"on-{ink}",)) for ink in _INKS),
    ]
    return tuple(
        Contrast(
            ground,
            {
                name: (contrast(light[name], light[ground]), contrast(dark[name], dark[ground]))
                for name in names
            },
        )
        for ground, names in pairs
    )


def contrast(one: str, other: str) -> float:
    """Return how far two colours, as `#rrggbb`, stand out from one another: 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return round((light + 0.05) / (dark + 0.05), 1)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
