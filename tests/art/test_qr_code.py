"""Codes on paper: those made at build and those made in a browser are the same."""

from pathlib import Path

import segno
from scripts import answers

from hubtool.art.qr_code import qr_code

FULL = (62, 84, 106, 122, 152, 180, 213)
"""How many characters fill a code of each size, so that nothing is padded: makers pad as they like."""


def test_a_code_made_in_a_browser_is_that_of_the_build(tmp_path: Path) -> None:
    addresses = [f"https://a.example/{'x' * (length - 18)}" for length in FULL]
    codes = [segno.make_qr(address, error="m") for address in addresses]
    values = [[address, code.mask] for address, code in zip(addresses, codes, strict=True)]
    modules = answers(Path(__file__).with_name("qr_code.mjs"), {}, values, tmp_path)
    for address, code, rows in zip(addresses, codes, modules, strict=True):
        assert [[int(dark) for dark in row] for row in code.matrix] == rows, address


def test_a_code_that_would_be_too_fine_to_print_is_not_made() -> None:
    assert qr_code(f"https://a.example/{'x' * 280}")
    assert qr_code(f"https://a.example/{'x' * 290}") is None
