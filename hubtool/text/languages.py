"""Language tags (BCP 47): the primary tag, and the attributes of text in a language."""

from typing import Literal

from babel import Locale, UnknownLocaleError
from markupsafe import Markup


def primary(tag: str) -> str:
    """Return the language of *tag* without script, region and variants: `en` of `en-GB`."""
    return tag.partition("-")[0].lower()


def language_attributes(tag: str, interface: str) -> Markup:
    """Return `lang` and `dir` for text in *tag*; nothing where it is the *interface*'s language."""
    if primary(tag) == primary(interface):
        return Markup()
    attribute = ' dir="rtl"' if direction(tag) == "rtl" else ""
    return Markup(' lang="{}"').format(tag) + Markup(attribute)  # noqa: S704  (two fixed texts)


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Return the way in which text in the language *tag* runs."""
    try:
        is_rtl = Locale.parse(tag, sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return "ltr"
    return "rtl" if is_rtl else "ltr"
