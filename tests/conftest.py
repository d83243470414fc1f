import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-golden",
        action="store_true",
        help="take what is compiled now as the golden trees: read the difference before you commit",
    )
