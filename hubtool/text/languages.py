"""Language tags (BCP 47): the primary tag, and the attributes of text in a language."""

from babel import Locale, UnknownLocaleError
from markupsafe import Markup


def primary(tag: str) -> str:
    """Return the language of *tag* without script, region and variants: `en` of `en-GB`."""
    return tag.partition("-")[0].lower()


def language_attributes(tag: str, interface: str) -> Markup:
    """Return `lang` and `dir` for text in *tag*; nothing where it is the *interface*'s language."""
    if primary(tag) == primary(interface):
        return Markup()
    direction = ' dir="rtl"' if _is_right_to_left(tag) else ""
    return Markup(' lang="{}"').format(tag) + Markup(direction)  # noqa: S704  (two fixed texts)


def _is_right_to_left(tag: str) -> bool:
    try:
        return bool(Locale.parse(tag, sep="-").text_direction == "rtl")
    except (UnknownLocaleError, ValueError):
        return False
