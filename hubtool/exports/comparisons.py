"""What each case says in the rows of a comparison, for the browser that sets them side by side."""

import json

from hubtool.pages.compare import CASE_FILE, compared
from hubtool.pages.view import View


def comparison_files(view: View) -> dict[str, bytes]:
    """Return a file for each case: the HTML of each row by its name."""
    return {
        CASE_FILE.format(case.id): json.dumps(
            compared(view, case), ensure_ascii=False, separators=(",", ":")
        ).encode()
        for case in view.hub.cases.values()
    }
