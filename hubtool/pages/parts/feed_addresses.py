"""Where the feeds of cases are."""


def feed_address(about: str) -> str:
    """Return the address of the feed with the news of the page at *about*."""
    return f"{about}feed.xml"
