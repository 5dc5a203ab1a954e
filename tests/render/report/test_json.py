from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

from samples.reports import MEMBER, PERCENT, assessed, bloc, goal, members_admitted, replaced, reported

from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Measure, Reach
from partykpi.core.model import Amendment
from partykpi.core.report import Report
from partykpi.problem import message
from partykpi.render import report as formats
from partykpi.render.report import Layout
from partykpi.text import LANGUAGES, GivenText, Language


def _tree(report: Report, language: Language = "en", layout: Layout | None = None) -> Any:
    return json.loads(formats.in_text("json", [report], language, layout or Layout()))


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
            "amended": [],
            "achieved": {"low": "547", "high": "547"},
            "attainment": {"percent": "78.14", "low": "547/700", "high": "547/700"},
            "status": "on-track",
            "due": "350",
            "pace": "547/350",
            "forecast": "1094",
            "needed": "306/5",
            "refusal": None,
            "reach": None,
            "compound": None,
            "periods": {"met": None, "reported": None},
            "implied": None,
            "reported": [
                {
                    "text": "78.14%",
                    "sense": "reaches",
                    "verdict": "consistent",
                    "finding": None,
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
        del one["refusal"], other["refusal"]
        assert one == other
    assert vietnamese["reports"][0]["summary"]["reported"][0]["detail"].startswith("chỉ tiêu")


def test_only_leaves_the_summary_whole() -> None:
    """Targets of other statuses are left out, but still counted."""
    report = _tree(bloc(), layout=Layout(only=("missed",)))["reports"][0]
    assert [target["status"] for target in report["targets"]] == ["missed"]
    assert report["summary"]["targets"] == 7


def test_the_way_ahead_is_told() -> None:
    """Until when the goal is within reach, the second opinion and why there is no forecast have keys of their own."""
    one = members_admitted()
    measure = one.measure._replace(
        reach=Reach(Fraction(397), Fraction(153), date(2025, 2, 9)),
        compound=Fraction(33, 50),
        refusal=message("one reading is not a trend", "chưa thấy xu hướng"),
    )
    report = reported(one._replace(measure=measure))
    (english,), (vietnamese,) = (_tree(report, language)["reports"][0]["targets"] for language in LANGUAGES)
    assert english["reach"] == {"until": "2025-02-09", "best": "397", "missing": "153"}
    assert english["compound"] == "33/50"
    assert (english["refusal"], vietnamese["refusal"]) == ("one reading is not a trend", "chưa thấy xu hướng")


def test_amendments_by_the_as_of_date_are_told() -> None:
    """What the goal was before each amendment is told; one that is still to come is not."""
    one = members_admitted()
    amendments = (
        Amendment(date(2021, 1, 15), goal(at_least(650)), GivenText(en="fewer cells")),
        Amendment(date(2022, 1, 15), goal(at_least(700))),
        Amendment(date(2024, 1, 15), goal(at_least(750))),
    )
    target = one.target._replace(goal=goal(at_least(600)), amendments=amendments)
    (told,) = _tree(reported(replaced(one, target=target)))["reports"][0]["targets"]
    assert [(each["on"], each["from"]["low"], each["reason"]) for each in told["amended"]] == [
        ("2021-01-15", "600", {"en": "fewer cells"}),
        ("2022-01-15", "650", None),
    ]


def test_order_and_groups() -> None:
    """Targets come sorted and by groups, which are listed with their counts; every key stays."""
    layout = Layout(sort=("-attainment",), group_by="status", columns=("target",))
    report = _tree(bloc(), layout=layout)["reports"][0]
    statuses = ["exceeded", "exceeded", "on-track", "behind", "missed", "undetermined", "no-data"]
    assert [target["status"] for target in report["targets"]] == statuses
    listed = [id for group in report["groups"] for id in group["targets"]]
    assert listed == [target["id"] for target in report["targets"]]
    assert report["groups"][0]["name"] == {"en": "exceeded", "vi": "vượt"}
    assert report["groups"][0]["statuses"] == {"exceeded": 2}
    assert set(report["targets"][0]) == set(_tree(bloc())["reports"][0]["targets"][0])
    assert "groups" not in _tree(bloc())["reports"][0]
