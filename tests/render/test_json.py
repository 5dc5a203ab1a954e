from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

from render_samples import MEMBER, PERCENT, assessed, bloc, goal, members_admitted, reported

from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Measure
from partykpi.core.report import Report
from partykpi.render import report as formats
from partykpi.render.report import Layout
from partykpi.text import GivenText, Language


def _tree(report: Report, language: Language = "en", layout: Layout | None = None) -> Any:
    return json.loads(formats.find("json").render([report], language, layout or Layout()))


def test_the_contract_holds() -> None:
    """A target whose figures are all known has every key of version 1, figures as exact text."""
    tree = _tree(reported(members_admitted()))
    assert tree["format"] == "partykpi-report/1"
    (report,) = tree["reports"]
    assert report["term"] == {"from": "2020-07-01", "to": "2025-06-30"}
    assert (report["file"], report["as_of"], report["elapsed"]) == ("examples/bloc.yaml", "2022-12-31", "1/2")
    assert report["targets"] == [
        {
            "id": "members-admitted-to-the-party",
            "indicator": "party/sample",
            "name": {"en": "Members admitted to the Party", "vi": "Kết nạp đảng viên mới"},
            "kind": "total",
            "unit": "member",
            "goal": {
                "text": "≥ 700 members",
                "low": "700",
                "high": None,
                "low_closed": True,
                "high_closed": False,
                "every": "term",
                "implied": False,
            },
            "achieved": {"low": "547", "high": "547"},
            "attainment": {"percent": "78.14", "low": "547/700", "high": "547/700"},
            "status": "on-track",
            "due": "350",
            "pace": "547/350",
            "forecast": "1094",
            "needed": "306/5",
            "periods": {"met": None, "reported": None},
            "implied": None,
            "reported": [
                {
                    "text": "78.14%",
                    "sense": "reaches",
                    "verdict": "consistent",
                    "computed": "78.14",
                    "detail": "computed 78.14%",
                }
            ],
            "notes": [],
        }
    ]
    assert report["summary"] == {
        "targets": 1,
        "statuses": {"on-track": 1},
        "achieved_or_exceeded": 0,
        "reported": [],
    }


def test_what_does_not_exist_is_null() -> None:
    """A target without goal and readings keeps all its keys, with null in them."""
    target = _tree(bloc())["reports"][0]["targets"][6]
    assert target["goal"]["text"] is None
    assert target["goal"]["low"] is None
    assert target["achieved"] is None
    assert target["attainment"] is None
    assert target["due"] is None


def test_every_target_has_the_same_keys() -> None:
    """The keys do not depend on the target."""
    targets = _tree(bloc())["reports"][0]["targets"]
    assert len({tuple(target) for target in targets}) == 1
    assert len({tuple(target["goal"]) for target in targets}) == 1


def test_a_milestone_has_dates() -> None:
    """A milestone's goal is a date; done, its achieved figure is one too; else the share done in percent."""
    done = assessed(
        GivenText(vi="Số hóa"),
        goal(by=date(2024, 12, 31)),
        Measure(exactly(100), done=date(2024, 6, 1), attainment=exactly(1), met=True),
        "achieved",
        PERCENT,
        "milestone",
    )
    (target,) = _tree(reported(done))["reports"][0]["targets"]
    assert target["goal"]["text"] == "by 2024-12-31"
    assert (target["goal"]["low"], target["goal"]["high"]) == (None, "2024-12-31")
    assert target["achieved"] == {"low": "2024-06-01", "high": "2024-06-01"}
    assert target["name"] == {"vi": "Số hóa"}
    assert _tree(bloc())["reports"][0]["targets"][5]["achieved"] == {"low": "60", "high": "60"}


def test_an_interval_keeps_both_ends() -> None:
    """Attainment that is an interval is printed as two percentages and kept exactly; open ends are empty."""
    wide = assessed(
        GivenText(en="A"),
        goal(at_least(4)),
        Measure(
            Interval(Fraction(3), Fraction(4)),
            attainment=Interval(Fraction(3, 4), Fraction(1)),
            due=at_least(2),
            pace=Interval(None, Fraction(3, 2)),
        ),
        "undetermined",
    )
    (target,) = _tree(reported(wide))["reports"][0]["targets"]
    assert target["attainment"] == {"percent": "75..100", "low": "3/4", "high": "1"}
    assert (target["due"], target["pace"]) == ("2..", "..3/2")


def test_an_implied_goal_is_marked() -> None:
    """A goal that a claim had to supply says so, and is a bound like any other."""
    target = _tree(bloc())["reports"][0]["targets"][4]
    assert target["implied"] == "target"
    assert target["goal"]["implied"] is True
    assert (target["goal"]["low"], target["goal"]["high"], target["goal"]["low_closed"]) == ("15", None, True)
    several = assessed(
        GivenText(en="A"), goal(implied=Interval(Fraction(40), Fraction(41))), Measure(), "no-data", MEMBER,
        implied="target",
    )  # fmt: skip
    assert _tree(reported(several))["reports"][0]["targets"][0]["goal"]["low"] == "40..41"


def test_details_are_in_the_language_and_figures_are_not() -> None:
    """Only sentences change with the language."""
    english, vietnamese = _tree(bloc(), "en"), _tree(bloc(), "vi")
    for one, other in zip(english["reports"][0]["targets"], vietnamese["reports"][0]["targets"], strict=True):
        for judgement in (*one["reported"], *other["reported"]):
            del judgement["detail"]
        del one["notes"], other["notes"]
        assert one == other
    assert vietnamese["reports"][0]["summary"]["reported"][0]["detail"].startswith("chỉ tiêu")


def test_only_leaves_the_summary_whole() -> None:
    """Targets of other statuses are left out, but still counted."""
    report = _tree(bloc(), layout=Layout(only=("missed",)))["reports"][0]
    assert [target["status"] for target in report["targets"]] == ["missed"]
    assert report["summary"]["targets"] == 7
