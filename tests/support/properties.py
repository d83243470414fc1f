"""On how many examples a property is tried."""

from hypothesis import settings


def examples(count: int, *, derandomize: bool = False) -> settings:
    """Return the settings for *count* examples in the whole run; the quick run tries a tenth.

    With *derandomize* every run tries the same.
    """
    return settings(max_examples=tried(count), derandomize=derandomize)


def tried(count: int) -> int:
    """Return how many of *count* examples this run tries."""
    return max(1, count * settings().max_examples // 100)
