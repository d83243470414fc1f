"""Takes web addresses apart, whatever somebody has written in place of one."""

from urllib.parse import SplitResult, urljoin, urlsplit

_NO_ADDRESS = urlsplit("")


def split_address(text: str) -> SplitResult:
    """Return the parts of the address *text*; all are empty if it can be none."""
    try:
        return urlsplit(text)
    except ValueError:  # such as a bracket that nothing closes
        return _NO_ADDRESS


def target_of(address: str, link: str) -> str:
    """Return where *link* leads from *address*, empty if it can lead nowhere."""
    try:
        return urljoin(address, link)
    except ValueError:
        return ""
