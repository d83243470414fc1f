"""What each case says in the rows of a comparison, for the browser that sets them side by side."""

import json

from hubtool.hub.hub import Hub
from hubtool.pages.compare import CASE_FILE, compared


def comparing_files(hub: Hub) -> dict[str, bytes]:
    """Return a file for each case: the HTML of each row by its name."""
    return {
        CASE_FILE.format(case.id): json.dumps(
            compared(hub, case), ensure_ascii=False, separators=(",", ":")
        ).encode()
        for case in hub.cases.values()
    }
