"""Texts that Markdown, HTML or a template might take for its own, and what a page must make of them."""

from html.parser import HTMLParser

HOSTILE = (
    "`",
    "```\ncode\n```",
    "~~~\ncode\n~~~",
    '--8<-- "mkdocs.yml"',
    "\t",
    "    four spaces",
    "end ",
    "&lt;script&gt;",
    "&amp;amp;",
    "[a]: http://x.example",
    "[^1]: note",
    "*[HTML]: words",
    "{: .red }",
    "{{ config }}",
    "{% raw %}",
    "---",
    "...",
    "# head",
    "> quote",
    "!!! note",
    "$(x)",
    "\\*",
    "&#96;",
    "\u2028",
    "\u202e",
    "\r",
    "\n\n",
    "<p>inner</p>",
    "<b>bold</b>",
    "wzxhzdk:0",
    "\x02",
    "\x0c",
    "&copy",
    "é",
    "日本語",
    "🍵",
    "]]&gt;",
    "&lt;!--",
    "--&gt;",
    "à",
    ":smile:",
    "==x==",
    "@",
    "=",
    "+",
)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(f"<{tag} {attrs}>")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def meaning(text: str) -> str:
    """Return the tags and the text of some HTML, as a browser would read them."""
    parser = _Text()
    parser.feed(text)
    parser.close()
    return "".join(parser.parts)


def expected(body: str) -> str:
    # What no HTML may hold becomes the sign for it; line ends are one character.
    shown = body.replace("\r\n", "\n")
    controls = {*map(chr, range(9)), "\x0b", "\x0c", *map(chr, range(0x0E, 0x20)), "\x7f"}
    controls |= {*map(chr, range(0x80, 0xA0)), "\ufeff", "\ufffe", "\uffff"}
    return meaning("".join("\ufffd" if sign in controls else sign for sign in shown).strip())
