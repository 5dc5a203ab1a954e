"""`partykpi findings`: the list of codes, and one code with its examples."""

from __future__ import annotations

import re

import click
import pytest
from click.testing import CliRunner, Result

from partykpi.cli.findings import command
from partykpi.findings import DEFINITIONS
from partykpi.render.text.wrap import width
from partykpi.text import LANGUAGES, Language


def run(*arguments: str, columns: int | None = None) -> Result:
    """Return what the command does with the arguments, on a terminal of so many columns or into a pipe."""
    environment = {"COLUMNS": None if columns is None else str(columns), "NO_COLOR": "1"}
    return CliRunner().invoke(command, arguments, env=environment, standalone_mode=False)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_is_listed_readably(lang: str) -> None:
    """Each code has a line with its severity and its message, in which no placeholder is left."""
    lines = run("--lang", lang).stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(DEFINITIONS)
    assert not [line for line in lines if re.search(r"\{\w+\}", line)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_codes_are_told_apart(lang: str) -> None:
    """No two codes have the same message once what a file would bring is left out."""
    messages = [line.split("  ")[-1] for line in run("--lang", lang).stdout.splitlines()]
    assert len(set(messages)) == len(messages)


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_table_fits(columns: int) -> None:
    """No line is wider than the terminal, and no code breaks."""
    lines = run("--lang", "vi", columns=columns).stdout.splitlines()
    assert max(map(width, lines)) <= columns
    assert {line.split()[0] for line in lines if line}.issuperset(DEFINITIONS)


@pytest.mark.parametrize("code", DEFINITIONS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_is_documented(code: str, lang: Language) -> None:
    """One code shows message, remedy and both examples, readably."""
    result = run(code, "--lang", lang)
    assert result.return_value == 0
    for example in (DEFINITIONS[code].bad, DEFINITIONS[code].good):
        for line in example[lang].splitlines():
            assert line.replace("\t", "→   ") in result.stdout
    sentences = result.stdout.split("\n\n")[1]
    assert not re.search(r"\{\w+\}", sentences)


def test_doubled_braces_are_braces() -> None:
    """What is in doubled braces in a remedy is shown in single ones."""
    assert "{from: 2020-06-13, to: 2025-06-12}" in " ".join(run("unparsable-term", "--lang", "en").stdout.split())


def test_an_unknown_code_offers_the_nearest() -> None:
    """A misspelt code is wrong usage, and the message names the one that was meant."""
    result = run("fractional-cuont")
    assert isinstance(result.exception, click.UsageError)
    assert "`fractional-count`" in result.exception.message
