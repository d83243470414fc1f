"""On how many examples a property is tried."""

from hypothesis import settings


def examples(count: int, *, derandomize: bool = False) -> settings:
    """Return the settings for *count* examples in the whole run; the quick run tries a tenth.

    With *derandomize* every run tries the same.
    """
    tried = max(1, count * settings().max_examples // 100)
    return settings(max_examples=tried, derandomize=derandomize)
