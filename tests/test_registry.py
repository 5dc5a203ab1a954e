"""Entries found by the names of their modules: kinds, formats of reports, formats of findings."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from partykpi.core import kinds
from partykpi.registry import Registry
from partykpi.render import findings, report
from partykpi.text import LANGUAGES


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a package of two entries, a module of its own use, and one that is none."""
    name = f"entries_{tmp_path.name}".replace("-", "_")
    folder = tmp_path / name
    folder.mkdir()
    for module, text in (("plain", "E = 1"), ("yes_no", "E = 2"), ("_own", "E = 3"), ("other", ""), ("__init__", "")):
        (folder / f"{module}.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    return name


def test_an_entry_is_called_by_its_module(package: str) -> None:
    """A hyphen is an underscore in the module's name; modules of the package's own use are no entries."""
    registry: Registry[int] = Registry(package, "E", without=frozenset({"other"}))
    assert registry.names() == ("plain", "yes-no")
    assert [registry.find(name) for name in registry.names()] == [1, 2]


def test_an_entry_is_loaded_when_it_is_asked_for(package: str) -> None:
    """To know the names no entry is loaded, and to find one no other."""
    registry: Registry[int] = Registry(package, "E", without=frozenset({"other"}))
    registry.names()
    registry.find("plain")
    assert f"{package}.plain" in sys.modules
    assert f"{package}.yes_no" not in sys.modules


@pytest.mark.parametrize("name", ["_own", "own", "other", "yes_no", "../plain", "PLAIN", ""])
def test_nothing_else_is_an_entry(package: str, name: str) -> None:
    """What is called in another way is none, whatever file it would lead to."""
    registry: Registry[int] = Registry(package, "E", without=frozenset({"other"}))
    with pytest.raises(ValueError, match="has no"):
        registry.find(name)


@pytest.mark.parametrize("registry", [kinds, report, findings], ids=lambda registry: registry.__name__)
def test_every_entry_has_its_own_name_and_words(registry: Any) -> None:
    """Each is called as its module is, and described in both languages."""
    assert registry.names()
    for name in registry.names():
        entry = registry.find(name)
        assert entry.name == name
        words = entry.label if registry is kinds else entry.description
        assert all(words[language] for language in LANGUAGES)
