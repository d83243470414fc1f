"""What cases say in the rows of a comparison, for the browser that sets them side by side."""

import json
from collections.abc import Mapping

from hubtool.pages.compare import CELLS_FILE, compared, file_count, file_number
from hubtool.pages.view import View


def comparison_files(view: View) -> dict[str, bytes]:
    """Return the HTML of each row by its name, by the ids of cases, some cases in each file."""
    count = file_count(len(view.hub.cases))
    files: list[dict[str, Mapping[str, str]]] = [{} for _ in range(count)]
    for case in view.hub.cases.values():
        files[file_number(case.id, count)][case.id] = compared(view, case)
    return {
        CELLS_FILE.format(number): json.dumps(
            cells, ensure_ascii=False, separators=(",", ":")
        ).encode()
        for number, cells in enumerate(files)
    }
