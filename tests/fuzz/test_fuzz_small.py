"""A little of what `run.py` does for as long as one likes: files that once did harm, and some inputs made by chance."""

from __future__ import annotations

import pytest

from fuzz import inputs, run

CORPUS = sorted(path.name for path in inputs.CORPUS.glob("*.yaml"))


@pytest.mark.parametrize("name", CORPUS)
def test_what_once_did_harm_does_none(name: str) -> None:
    """Every command comes through a file that one of them failed at, took hours over, or was steered by."""
    counts, faults = run.run([f"corpus {name}"])
    assert faults == []
    assert counts["commands"] > len(inputs.COMMANDS)


@pytest.mark.parametrize("kind", sorted(set(run.KINDS)))
def test_inputs_by_chance_end_in_findings(kind: str) -> None:
    """Inputs of each kind end within bounds of time and memory, and without an exception."""
    counts, faults = run.run(f"{kind} {seed}" for seed in range(2 if kind == "large" else 12))
    assert faults == []
    assert counts["commands"] >= counts[kind]


def test_what_goes_wrong_is_found() -> None:
    """An input that a process ends at, or that cannot be made, is a fault, and those after it are still made."""
    counts, faults = run.run(["corpus no-such-file.yaml", "table 1"])
    assert [fault.job for fault in faults] == ["corpus no-such-file.yaml"]
    assert "FileNotFoundError" in faults[0].what
    assert counts["table"] == 1


def test_what_takes_too_long_is_ended() -> None:
    """An input that is not through in its time is a fault of its own."""
    _, faults = run.run(["corpus below-nothing.yaml"], seconds=0.001)
    assert "took more than" in faults[0].what
