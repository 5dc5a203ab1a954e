"""What all tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes the expected outputs anew; read every change by eye afterwards."""
    parser.addoption("--update-snapshots", action="store_true", help="write the expected outputs anew")


@pytest.fixture
def snapshot(pytestconfig: pytest.Config) -> Callable[[Path, str], None]:
    """Return the function that holds a text against the file of its expected form, or writes that file anew."""
    update = bool(pytestconfig.getoption("--update-snapshots"))

    def compare(expected: Path, text: str) -> None:
        if update:
            expected.parent.mkdir(parents=True, exist_ok=True)
            expected.write_bytes(text.encode())
        assert expected.is_file(), f"{expected} is missing; pytest --update-snapshots writes it"
        assert text == expected.read_bytes().decode()

    return compare
