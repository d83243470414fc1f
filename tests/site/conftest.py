"""A small hub on the disk, for tests of what is made from it."""

from pathlib import Path

import pytest
from folders import make_hub


@pytest.fixture
def hub_folder(tmp_path: Path) -> Path:
    """Return the folder of a hub with one case and one hand-written page."""
    return make_hub(tmp_path / "hub")
