"""What other programs read: exact figures as text, shown figures without grouping, JSON."""

from __future__ import annotations

from fractions import Fraction

from partykpi.core.figure import Interval, at_least, exactly
from partykpi.render.text import machine
from partykpi.text import GivenText

F = Fraction


def test_figures_are_exact_text() -> None:
    """Figures are whole numbers, or fractions in lowest terms."""
    assert machine.exact(F(70, 2)) == "35"
    assert machine.exact(F(1094, 1400)) == "547/700"


def test_the_ends_of_a_figure_are_apart() -> None:
    """Each end is exact, null where there is none, and says whether it belongs to the figure."""
    half_open = Interval(F(3, 2), F(2), high_closed=False)
    assert machine.interval(half_open) == {"low": "3/2", "high": "2", "low_closed": True, "high_closed": False}
    assert machine.interval(at_least(1)) == {"low": "1", "high": None, "low_closed": True, "high_closed": False}
    assert machine.interval(None) is None


def test_shown_figures_have_no_grouping() -> None:
    """A figure is rounded as it is shown, with a decimal point alone; what is under 100% never is 100."""
    assert machine.shown_interval(exactly(F("1234.567"))) == "1234.57"
    assert machine.shown_interval(Interval(F(75), F("99.999")), below_hundred=True) == "75..99.99"


def test_a_text_has_the_languages_that_it_is_given_in() -> None:
    """A text given in one language is not taken for the other, as it is for a person."""
    text = GivenText(vi="Đảng ủy")
    assert machine.by_language(text) == {"vi": "Đảng ủy"}
    assert text["en"] == "Đảng ủy"


def test_json_is_for_people_too() -> None:
    """Letters stay letters, each entry has its line, and the text ends as one."""
    assert machine.json_text({"vi": "Đảng"}) == '{\n  "vi": "Đảng"\n}\n'
