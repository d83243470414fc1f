"""Counts how many answers of a server a reader waits for, one after the other."""

from browsing import wait_until
from playwright.sync_api import Error, Page, Route

_QUIET = 250  # milliseconds without a request: all that could be asked for has been asked for


class SlowServer:
    """A server that answers nothing until it is told to, and then all that waits at once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.levels: list[list[str]] = []
        self._held: list[Route] = []
        # A method of a list cannot be marked as heard, as Playwright does with its listeners.
        page.route("**/*", lambda route: self._held.append(route))  # noqa: PLW0108

    def open(self, address: str) -> None:
        """Go to *address*, without waiting for an answer."""
        self.page.evaluate("(address) => { location.href = address; }", address)

    def trips_until(self, is_there: str, *, never: str = "false") -> int:
        """Return how many times it answered before the script *is_there* holds, and *never* did not."""
        self.levels = []
        while not self._holds(is_there):
            assert not self._holds(never), self.levels
            if not self._held:  # nothing more is asked for: it holds as soon as it is drawn
                wait_until(self.page, is_there)
                break
            waiting, self._held = self._held, []
            self.levels.append([route.request.url for route in waiting])
            for route in waiting:
                route.continue_()
        return len(self.levels)

    def _holds(self, is_there: str) -> bool:
        """Say whether the script *is_there* holds, when nothing more is asked for."""
        count = -1
        while count != len(self._held):
            count = len(self._held)
            self.page.wait_for_timeout(_QUIET)
        # A page that is on its way runs no script.
        is_coming = any(route.request.is_navigation_request() for route in self._held)
        try:
            return not is_coming and bool(self.page.evaluate(is_there))
        except Error:  # it has just come
            return False
