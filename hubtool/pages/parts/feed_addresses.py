"""Where the feeds of cases are."""

ALL_CASES = "cases/feed.xml"
"""The feed that every page announces."""


def feed_address(about: str) -> str:
    """Return the address of the feed with the news of the page at *about*."""
    return f"{about}feed.xml"
