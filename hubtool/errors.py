"""The exception for what keeps a command from going on."""


class HubError(Exception):
    """Something outside the hub's files keeps hubtool from going on; the CLI prints it as one line and a hint."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint
