"""The exception for what keeps a command from going on."""


class HubError(Exception):
    """Hubtool can't go on, and no file's text is to blame; the CLI prints one line and a hint."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint
