from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

from samples.reports import MEMBER, PERCENT, PLACE, assessed, bloc, goal, members_admitted, replaced, reported

from partykpi import __version__
from partykpi.core.figure import Interval, at_least, exactly
from partykpi.core.measure import Measure
from partykpi.core.model import Amendment, Reading
from partykpi.core.report import Report
from partykpi.core.time import Period
from partykpi.problem import message
from partykpi.render import report as formats
from partykpi.render.report import Layout
from partykpi.text import LANGUAGES, GivenText, Language


def _tree(report: Report, language: Language = "en", layout: Layout | None = None) -> Any:
    return json.loads(formats.in_text("json", [report], language, layout or Layout()))


def _interval(low: str | None, high: str | None, low_closed: bool = True, high_closed: bool = True) -> Any:
    return {"low": low, "high": high, "low_closed": low_closed, "high_closed": high_closed}


def _exactly(value: str) -> Any:
    return _interval(value, value)


def _told_reading(text: str, figure: str, year: int) -> Any:
    return {
        "text": text,
        "file": "examples/bloc.yaml",
        "line": 3,
        "column": 13,
        "period": {"text": str(year), "from": f"{year}-01-01", "to": f"{year}-12-31"},
        "figure": _exactly(figure),
        "share": None,
        "done": None,
        "known": None,
        "counted": True,
    }


def test_the_contract_holds() -> None:
    """A target whose figures are all known has every key of version 2, figures as exact text."""
    one = members_admitted()
    tree = _tree(reported(one._replace(measure=one.measure._replace(score=exactly(Fraction(547, 700))))))
    assert tree["format"] == "partykpi-report/2"
    assert tree["tool"] == {"name": "partykpi", "version": __version__}
    (report,) = tree["reports"]
    assert report["term"] == {"from": "2020-07-01", "to": "2025-06-30"}
    assert (report["file"], report["as_of"], report["elapsed"]) == ("examples/bloc.yaml", "2022-12-31", "1/2")
    assert report["targets"] == [
        {
            "id": "members-admitted-to-the-party",
            "indicator": "party/sample",
            "name": {"en": "Members admitted to the Party", "vi": "Kết nạp đảng viên mới"},
            "kind": "total",
            "period": {"from": "2020-07-01", "to": "2025-06-30"},
            "coverage": {"months": "24", "of": "30", "missing": ["2020-H2"]},
            "unit": "member",
            "goal": {
                "text": "≥ 700 members",
                "low": "700",
                "high": None,
                "low_closed": True,
                "high_closed": False,
                "bound": _exactly("700"),
                "every": "term",
                "implied": False,
            },
            "amended": [],
            "baseline": None,
            "readings": [
                _told_reading("150 members", "150", 2021),
                _told_reading("397 members", "397", 2022),
            ],
            "achieved": _exactly("547"),
            "attainment": {
                "percent": "78.14",
                "percent_text": "78.14%",
                **_exactly("547/700"),
                "of": "goal",
            },
            "status": "on-track",
            "weight": None,
            "due": _exactly("350"),
            "pace": _exactly("547/350"),
            "forecast": _exactly("1094"),
            "needed": _exactly("306/5"),
            "score": _exactly("547/700"),
            "used": None,
            "left": None,
            "refusal": None,
            "reach": {"until": "2025-02-11", "best": _exactly("397"), "missing": _exactly("153")},
            "compound": None,
            "periods": {"met": None, "reported": None, "lost": []},
            "owner": None,
            "implied": None,
            "reported": [
                {
                    "text": "78.14%",
                    "sense": "reaches",
                    "verdict": "consistent",
                    "finding": None,
                    "computed": "78.14",
                    "detail": "computed 78.14%",
                    "acknowledged": None,
                }
            ],
            "notes": [],
        }
    ]
    assert report["summary"] == {
        "targets": 1,
        "statuses": {"on-track": 1},
        "achieved_or_exceeded": 0,
        "exceeded": 0,
        "lowest_rest": _exactly("547/700"),
        "score": None,
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
    assert target["achieved"] == _exactly("2024-06-01")
    assert target["name"] == {"vi": "Số hóa"}
    assert _tree(bloc())["reports"][0]["targets"][5]["achieved"] == _exactly("60")
    assert target["coverage"] is None


def test_an_interval_keeps_both_ends() -> None:
    """Attainment that is an interval has no one percentage, but a text and its exact ends; an open end is null."""
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
    told = {"percent": None, "percent_text": "75–100%", **_interval("3/4", "1"), "of": "goal"}
    assert target["attainment"] == told
    assert target["due"] == _interval("2", None, high_closed=False)
    assert target["pace"] == _interval(None, "3/2", low_closed=False)


def test_a_share_of_a_limit_says_so() -> None:
    """12 of at most 20 is 60 % of the limit; a dong of 750 million has the decimals that it needs."""
    limited = Measure(exactly(12), attainment=exactly(Fraction(3, 5)), of="limit", score=exactly(1))
    hardly = Measure(exactly(1), attainment=exactly(Fraction(1, 750_000_000)), of="limit")
    (some, little) = (
        _tree(reported(assessed(GivenText(en="A"), goal(Interval(None, Fraction(20)), "lower"), measure, "on-track")))[
            "reports"
        ][0]["targets"][0]
        for measure in (limited, hardly)
    )
    assert (some["attainment"]["percent"], some["attainment"]["of"]) == ("60", "limit")
    assert (some["used"], some["left"], some["score"]) == (_exactly("3/5"), _exactly("8"), _exactly("1"))
    assert (little["attainment"]["percent"], little["attainment"]["percent_text"]) == ("0.0000001", "under 0.01%")
    assert little["attainment"]["low"] == "1/750000000"


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
    told = _tree(reported(several))["reports"][0]["targets"][0]["goal"]
    assert (told["low"], told["high"], told["bound"]) == (None, None, _interval("40", "41"))


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
    """Until when the goal is within reach, the second opinion and why there is no forecast have keys of their own.

    At 397 a year 153 take 4.62 months: 55.38 months into the term are 10.5 days into February 2025.
    """
    one = members_admitted()
    measure = one.measure._replace(
        compound=Fraction(33, 50),
        refusal=message("one reading is not a trend", "chưa thấy xu hướng"),
    )
    report = reported(one._replace(measure=measure))
    (english,), (vietnamese,) = (_tree(report, language)["reports"][0]["targets"] for language in LANGUAGES)
    assert english["reach"] == {"until": "2025-02-11", "best": _exactly("397"), "missing": _exactly("153")}
    assert english["compound"] == _exactly("33/50")
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


def test_a_reading_that_does_not_count_says_so() -> None:
    """Readings come with their place and day; one that lies after the as-of date is told, but not counted."""
    one = members_admitted()
    later = Reading(
        "9", PLACE, exactly(9), Period(date(2023, 1, 1), date(2023, 12, 31), "2023"), known=date(2024, 1, 9)
    )
    target = one.target._replace(readings=(*one.target.readings, later), owner=GivenText(vi="Ban Tổ chức"))
    (told,) = _tree(reported(replaced(one, target=target)))["reports"][0]["targets"]
    assert [reading["counted"] for reading in told["readings"]] == [True, True, False]
    assert told["readings"][2]["known"] == "2024-01-09"
    assert told["owner"] == {"vi": "Ban Tổ chức"}


def test_an_acknowledged_disagreement_has_its_reason_and_place() -> None:
    """What the file says of a disagreement that it knows is told with the claim."""
    (judged_claim,) = _tree(bloc())["reports"][0]["targets"][2]["reported"]
    assert judged_claim["acknowledged"] == {
        "reason": {"en": "the source speaks of all four indices together"},
        "file": "examples/bloc.yaml",
        "line": 3,
        "column": 13,
    }
