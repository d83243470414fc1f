"""`hubtool init`: a hub to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from hubtool.text.escape import terminal

_DESCRIPTION = "Research that communities and institutions did together, and what they learnt."


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="What the hub is called.")
@click.option("--description", help="One sentence that says what it is.")
@click.option("--address", help="Where its site will be: https://…/")
@click.option("--repository", help="Where its files will be: https://github.com/…/…")
@click.option("--contact", help="A mailbox of a body, never a person's; it is shown on the site.")
@click.option("--licence", help="The licence of its texts.  [default: CC-BY-4.0]")
@click.option("--yes", is_flag=True, help="Ask nothing: what is not said stays empty.")
def command(folder: Path, *, yes: bool, **options: str | None) -> None:
    """Make a hub in FOLDER that works: settings, two invented cases, a collection, pages, workflows.

    It asks for what the options do not say. Nothing that is there is written over.
    """
    from hubtool.cli._tool import WHEEL, installed_tool  # noqa: PLC0415  # slow: importlib.metadata
    from hubtool.files import add  # noqa: PLC0415  # slow: yaml
    from hubtool.github.starter import NewHub, starter_files  # noqa: PLC0415

    if folder.exists() and any(path.name != ".git" for path in folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty: choose a new folder")
    defaults = {
        "name": folder.resolve().name or "Hub",
        "description": _DESCRIPTION,
        "licence": "CC-BY-4.0",
    }
    answers = {
        key: value if value is not None else _answer(key, defaults.get(key, ""), is_asked=not yes)
        for key, value in options.items()
    }
    tool = installed_tool()
    files = starter_files(NewHub(**answers, tool=tool.requirement))
    if tool.wheel:
        files[WHEEL] = tool.wheel.read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    add(folder, files.items())
    click.echo(f"made a hub in {terminal(str(folder))}: {len(files)} files")
    if tool.is_file and not tool.wheel:
        click.echo(f"the workflows install {WHEEL}: put that file into the hub's folder")
    click.echo(
        f"next: cd {terminal(str(folder))}, then `hubtool serve`; its README.md says the rest"
    )


_QUESTIONS = {
    "name": "What is the hub called?",
    "description": "What is it, in one sentence?",
    "address": "Where will its site be (https://…/)? Empty if you do not know yet",
    "repository": "Where will its files be (https://github.com/…/…)? Empty if you do not know yet",
    "contact": "Which mailbox of a body may the site show? Empty for none",
    "licence": "Which licence do its texts have?",
}


def _answer(key: str, default: str, *, is_asked: bool) -> str:
    if not is_asked:
        return default
    return str(click.prompt(_QUESTIONS[key], default=default, show_default=bool(default)))
