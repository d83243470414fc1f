"""The commands of hubtool."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, NoReturn

import click

from hubtool import __version__
from hubtool.cli._shared import BUG, ERRORS, REFUSED, Start
from hubtool.errors import HubError
from hubtool.text.escape import terminal


class _Commands(click.Group):
    """A group that imports a command when it runs; the modules here are the list of commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        names = (module.name for module in iter_modules([str(Path(__file__).parent)]))
        return sorted(name.rstrip("_") for name in names if not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = f"hubtool.cli.{cmd_name}"
        command: Any = import_module(module if _exists(cmd_name) else f"{module}_").command
        return command if isinstance(command, click.Command) else None


def _exists(name: str) -> bool:
    return (Path(__file__).parent / f"{name}.py").is_file()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--hub",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    metavar="DIR",
    help="The hub's folder; else the nearest one upwards whose mkdocs.yml holds `extra: hub:`.",
)
@click.version_option(__version__, prog_name="hubtool")
@click.pass_context
def hubtool(ctx: click.Context, hub: Path | None) -> None:
    """Build a knowledge hub from plain YAML files."""
    ctx.obj = Start(hub)


def main() -> None:
    """Run hubtool with the words on the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A console that can't show a character must not make a report crash.
        getattr(stream, "reconfigure", dict)(errors="backslashreplace")
    _exit_on_signals()
    try:
        try:
            hubtool()
        finally:
            _flush()
    except OSError as error:
        _end_output()
        _refuse(error)
    except HubError as error:
        click.echo(f"error: {terminal(str(error))}", err=True)
        if error.hint:
            click.echo(f"hint: {terminal(error.hint)}", err=True)
        sys.exit(ERRORS)
    except Exception:  # noqa: BLE001  # the last place where a bug can be told from a fault in a file
        click.echo(terminal_lines(traceback.format_exc()), err=True)
        click.echo("error[H901]: this is a fault inside hubtool, not in your files", err=True)
        click.echo("hint: please report it, with the lines above", err=True)
        sys.exit(BUG)


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def _end_output() -> None:
    """Let what could not be printed go, or Python would try it once more at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _refuse(error: OSError) -> NoReturn:
    from hubtool.diagnostics.disk import refusal  # noqa: PLC0415  # --help and --version go without

    with suppress(OSError):
        item = refusal(error, Path.cwd().resolve())
        click.echo(f"error[{item.code}]: {terminal(item.message)}", err=True)
        click.echo(f"hint: {terminal(item.hint or '')}", err=True)
    sys.exit(REFUSED)


def _exit_on_signals() -> None:
    """Turn the signals that end a process into an exit, which ends other programs and tidies up."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has only the first
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _exit)


def _exit(number: int, _: object) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one must not interrupt the tidying up
    sys.exit(128 + number)


def terminal_lines(text: str) -> str:
    """Return *text* for a terminal, line by line."""
    return "\n".join(terminal(line) for line in text.splitlines())
