# ruff: noqa: INP001  (a script of this repository, not a package)
"""Prints the reference of hubtool's commands as Markdown: `python tools/commands.py > COMMANDS.md`."""

from collections.abc import Iterator

import click

from hubtool.cli import hubtool

WIDTH = 100


def reference() -> str:
    """Return the reference: hubtool itself, then each of its commands as `--help` prints it."""
    settings = hubtool.context_settings
    context = click.Context(hubtool, info_name="hubtool", max_content_width=WIDTH, **settings)
    names = hubtool.list_commands(context)
    index = "\n".join(f"- [`hubtool {name}`](#hubtool-{name})" for name in names)
    intro = "What each command prints with `--help`. Made by `python tools/commands.py`; a test keeps it fresh."
    return "\n".join(["# Commands", "", intro, "", index, "", *_sections(context)])


def _sections(context: click.Context) -> Iterator[str]:
    yield from _section("hubtool", hubtool, context)
    for name in hubtool.list_commands(context):
        command = hubtool.get_command(context, name)
        if command is None:
            continue
        inner = click.Context(command, context, name, max_content_width=WIDTH)
        yield from _section(f"hubtool {name}", command, inner)
        for sub in command.list_commands(inner) if isinstance(command, click.Group) else ():
            below = command.get_command(inner, sub)  # type: ignore[attr-defined]
            if below is not None:
                nested = click.Context(below, inner, sub, max_content_width=WIDTH)
                yield from _section(f"hubtool {name} {sub}", below, nested)


def _section(title: str, command: click.Command, context: click.Context) -> Iterator[str]:
    context.terminal_width = WIDTH
    yield from (f"## {title}", "", "```text", command.get_help(context).rstrip(), "```", "")


if __name__ == "__main__":
    print(reference(), end="")  # noqa: T201  # what the script is for
