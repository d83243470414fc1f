"""The exception for what stops a command."""


class HubError(Exception):
    """The command can't go on, and no file is wrong; the CLI prints one line and a hint."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint
