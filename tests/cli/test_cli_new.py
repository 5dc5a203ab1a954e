"""`partykpi new`: the starter file, its questions, and everything that it must not do."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from partykpi.cli.new import command
from partykpi.core import kinds
from partykpi.core.model import Indicator
from partykpi.core.report import assess
from partykpi.parse import load, load_content
from partykpi.parse.catalogue import shipped
from partykpi.parse.edit.starter import Starter, starter, term_around
from partykpi.parse.keys import in_language
from partykpi.parse.text.units import UNITS, graded_unit
from partykpi.text import LANGUAGES, GivenText, Language

EVERY = list(shipped().indicators())
TODAY = date(2026, 11, 22)


def run(*arguments: str) -> Result:
    """Return what the command does with the arguments, without a terminal."""
    return CliRunner().invoke(command, arguments, standalone_mode=False)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_file_is_fine_and_can_be_reported(tmp_path: Path, lang: Language) -> None:
    """Nothing is found in a starter file, and its targets wait for their goals."""
    file = tmp_path / "new.yaml"
    result = run(str(file), "--yes", "--lang", lang)
    resolution, findings = load(file)
    assert result.return_value == 0
    assert str(file) in result.stdout
    assert findings == []
    assert resolution is not None
    assert resolution.language == lang
    assert len(resolution.targets) == 4
    assert {found.status for found in assess(resolution, None, TODAY).assessments} == {"no-data"}


def test_standard_output() -> None:
    """A dash writes the file to the standard output and nothing else."""
    result = run("-", "--lang", "en")
    assert result.return_value == 0
    assert load_content("new.yaml", result.stdout.encode()).findings == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("term", ["2025-2030", "2025-2026", "2026"])
def test_every_indicator_begins_well(lang: Language, term: str) -> None:
    """Whatever indicators are chosen and whatever example lines are used, nothing is found in the file."""
    text = starter(Starter("C", "R", term, EVERY), lang)
    for left_out in ("(?:actual|kết quả)", "(?:readings|số liệu)"):
        used = re.sub(rf"^    # (?!{left_out}:)(\w+(?: \w+)*: )", r"    \1", text, flags=re.MULTILINE)
        heads = "year_starts|as_of|source|thresholds|năm bắt đầu từ|ngày đánh giá|nguồn|ngưỡng đánh giá"
        used = re.sub(rf"^# ({heads}): ", r"\1: ", used, flags=re.MULTILINE)
        content = load_content("new.yaml", used.encode())
        assert [(found.code, found.place.line, found.place.excerpt) for found in content.findings] == []
        assert content.resolution is not None
        assert len(content.resolution.targets) == len(EVERY)
        assert all(target.readings and target.claims for target in content.resolution.targets)
        assert content.resolution.source is not None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_of_a_goal_is_a_goal(lang: Language) -> None:
    """The goal that a comment proposes is read as one."""
    text = starter(Starter("C", "R", "2025-2030", EVERY), lang)
    filled = re.sub(r"target: unknown +# fill in, such as |chỉ tiêu: chưa rõ +# cần điền, ví dụ ", "target: ", text)
    content = load_content("new.yaml", filled.encode())
    assert content.findings == []
    assert content.resolution is not None
    assert all(target.goal.known for target in content.resolution.targets)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_own_indicators_are_read_as_they_were_written(lang: Language) -> None:
    """Of every kind and in every unit, whatever the name has in it."""
    grades = graded_unit((GivenText(**{lang: "good"}), GivenText(**{lang: "fair, or so"})))
    assert grades is not None
    name, field = GivenText(**{lang: 'A: "b" \\ #'}), GivenText(**{lang: "C: d"})
    units = {
        kind: grades if kinds.find(kind).graded else UNITS[kinds.find(kind).own_unit or "%"] for kind in kinds.names()
    }
    own = [Indicator(None, name, kind, unit, "lower", field=field) for kind, unit in units.items()]
    own += [Indicator(None, name, "level", unit, "higher") for unit in UNITS.values()]
    content = load_content("new.yaml", starter(Starter("C", "R", "2025-2030", own), lang).encode())
    assert content.findings == []
    assert content.resolution is not None
    assert [target.indicator for target in content.resolution.targets] == own


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_of_an_own_indicator_can_be_used(lang: Language) -> None:
    """Without the signs of a comment it is a target that nothing is wrong with."""
    text = starter(Starter("C", "R", "2025-2030", EVERY[:1]), lang)
    used = re.sub(r"^  # (?=[a-z-]+:$|  )", "  ", text, flags=re.MULTILINE)
    content = load_content("new.yaml", used.encode())
    assert content.findings == []
    assert content.resolution is not None
    own = content.resolution.targets[-1].indicator
    assert (own.id, own.kind, own.unit.id, own.better) == (None, "level", "km", "higher")
    assert own.field is not None
    for name in kinds.names():
        assert re.search(rf"^  #     #   {in_language(name, lang)} ", text, re.MULTILINE)


def test_names_that_meet_get_their_fields() -> None:
    """Two indicators of one name become two targets."""
    twice = [EVERY[0], EVERY[0]._replace(id=f"other/{(EVERY[0].id or '').partition('/')[2]}")]
    text = starter(Starter("C", "R", "2026", twice), "en")
    assert not [found for found in load_content("f", text.encode()).findings if found.code == "duplicate-key"]


@pytest.mark.parametrize(
    ("day", "term"),
    [
        (date(2026, 11, 22), "2025-2030"),
        (date(2025, 6, 30), "2020-2025"),
        (date(2025, 7, 1), "2025-2030"),
        (date(2030, 1, 1), "2025-2030"),
        (date(2029, 12, 31), "2025-2030"),
    ],
)
def test_the_term_around_a_day(day: date, term: str) -> None:
    """Terms of five years change on 1 July of years that five divides."""
    assert term_around(day) == term


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A file that exists, or a link to nowhere, is left as it is."""
    file, link = tmp_path / "old.yaml", tmp_path / "link.yaml"
    file.write_text("old", encoding="utf-8")
    link.symlink_to(tmp_path / "nowhere.yaml")
    for path in (file, link, tmp_path):
        result = run(str(path), "--lang", "en")
        assert result.return_value == 2
        assert ("is not a file" if path == tmp_path else "exists already") in result.stderr
    assert file.read_text(encoding="utf-8") == "old"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["link.yaml", "old.yaml"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """Where the folder does not exist a sentence says so, in the language chosen."""
    result = run(str(tmp_path / "no" / "new.yaml"), "--lang", "vi")
    assert result.return_value == 2
    assert result.stderr.startswith("không có thư mục")


def test_a_disk_that_is_full_leaves_nothing(tmp_path: Path) -> None:
    """What cannot be written whole is not there at all, and a sentence says why."""
    limited = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
    limited += "from partykpi.cli import run; import sys; sys.exit(run())"
    command = [sys.executable, "-c", limited, "new", "new.yaml", "--lang", "en"]
    ended = subprocess.run(command, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8")
    assert ended.returncode == 2
    assert ended.stderr.startswith("new.yaml cannot be written: ")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def asked(tmp_path: Path, terminal: Callable[..., Any]) -> Callable[..., str]:
    """Return the function that returns what the program says at a terminal where those answers are typed."""

    def call(answers: str, *arguments: str) -> str:
        command = [sys.executable, "-m", "partykpi", "new", "new.yaml", *arguments]
        env = {**os.environ, "TERM": "xterm", "PYTHONUTF8": "1"}
        ran = terminal(command, env, answers=answers, cwd=tmp_path)
        assert ran.status == 0
        return str(ran.out)

    return call


def test_questions_are_answered_at_a_terminal(tmp_path: Path, asked: Callable[..., str]) -> None:
    """Committee, resolution, term and indicators are asked for; what is wrong is asked for again."""
    answers = 'Party: "A" # \\\n\nnever\n2026\n?poverty\nparty/cells, social/poverty-rat\n1\n\n'
    said = asked(answers, "--lang", "en")
    resolution, findings = load(tmp_path / "new.yaml")
    assert findings == []
    assert resolution is not None
    assert resolution.committee["en"] == 'Party: "A" # \\'
    assert resolution.name["en"] == "Resolution of the congress"
    assert resolution.term.first == date(2026, 1, 1)
    assert [target.indicator.id for target in resolution.targets] == ["party/cells", "social/poverty-rate"]
    assert "Poverty reduction a year  social/poverty-reduction" in said
    assert "no indicator social/poverty-rat\n   1  Multidimensional poverty rate  social/poverty-rate" in said


def test_indicators_are_taken_from_what_was_found(tmp_path: Path, asked: Callable[..., str]) -> None:
    """Numbers take what was shown last, in the order in which they are given, each once."""
    said = asked("\n\n\nhộ nghèo\n2 1, 99\n1\nzzzzz\nkết nạp\n1\n\n", "--lang", "vi")
    resolution, findings = load(tmp_path / "new.yaml")
    assert findings == []
    assert resolution is not None
    taken = ["social/poor-households", "social/poverty-rate", "party/members-admitted"]
    assert [target.indicator.id for target in resolution.targets] == taken
    assert "không có số 99" in said
    assert "không tìm thấy" in said


def test_nothing_is_taken_for_a_dash(tmp_path: Path, asked: Callable[..., str]) -> None:
    """A dash writes a file without targets, and an empty line one with the usual ones."""
    asked("\n\n\n-\n", "--lang", "en")
    resolution, _ = load(tmp_path / "new.yaml")
    assert resolution is not None
    assert resolution.targets == ()


def test_an_own_indicator_is_defined_by_answers(tmp_path: Path, asked: Callable[..., str]) -> None:
    """Its kind, unit, direction and field are asked for until they can be used; grades by their names."""
    lights = "+Đường: có “đèn”\ntỷ lệ\nmức\nzzz\ncây số\ngiảm\nHạ tầng\n"
    grade = "+ Xếp loại đội\nxếp loại\nTốt\nTốt, Khá\n\n"
    task = "+ Đề án\nnhiệm vụ\n\n"
    said = asked(f"\n\n\n{lights}{grade}{task}\n", "--lang", "vi")
    resolution, findings = load(tmp_path / "new.yaml")
    assert findings == []
    assert resolution is not None
    first, second, third = (target.indicator for target in resolution.targets)
    assert (first.id, first.name.vi, first.field) == (None, "Đường: có “đèn”", GivenText(vi="Hạ tầng"))
    assert (first.kind, first.unit.id, first.better) == ("level", "km", "lower")
    assert (second.kind, second.unit.grades) == ("grade", (GivenText(vi="Tốt"), GivenText(vi="Khá")))
    assert (third.kind, third.unit.id, third.field) == ("milestone", "%", None)
    assert [target.id for target in resolution.targets] == ["duong-co-den", "xep-loai-doi", "de-an"]
    assert "chọn một trong: tính lại từng năm, xếp loại, mức" in said
    assert "không có đơn vị zzz; ghi một đơn vị tính đã có" in said
    assert "ít nhất hai mức khác nhau" in said


def test_yes_asks_nothing(tmp_path: Path, asked: Callable[..., str]) -> None:
    """With `--yes` a terminal gets the defaults and no question."""
    said = asked("", "--yes", "--lang", "vi")
    assert said.startswith("Đã tạo new.yaml.")
    assert load(tmp_path / "new.yaml").findings == []


def test_an_empty_catalogue_is_no_obstacle(tmp_path: Path) -> None:
    """Without any indicator the file has no targets, and is fine."""
    result = run("-", "--catalogue", str(tmp_path))
    assert load_content("new.yaml", result.stdout.encode()).findings == []


@pytest.mark.parametrize(
    ("id", "lang", "readings", "goal"),
    [
        (
            "economy/income-per-person",
            "vi",
            "số liệu: {năm 2021: 55 triệu đồng/người/năm, năm 2022: 60 triệu đồng/người/năm}",
            "65 triệu đồng/người/năm",
        ),
        ("economy/exports", "en", "readings: {2021: 100 million USD, 2022: 120 million USD}", "150 million USD"),
        ("party/members-admitted", "en", "readings: {2020-H2: 6 members, 2021-H1: 9 members}", "12 members"),
    ],
)
def test_examples_are_of_the_unit_and_the_year(id: str, lang: Language, readings: str, goal: str) -> None:
    """What starts anew each year has figures of whole years, and money comes in the sums that resolutions have."""
    indicator = shipped().find(id)
    assert indicator is not None
    text = starter(Starter("C", "R", "2020-2025", [indicator]), lang)
    assert readings in text
    assert f" {goal}\n" in text


def test_a_sentence_is_one_search(tmp_path: Path, asked: Callable[..., str]) -> None:
    """All words of a pasted sentence are looked for together: one list, to which the numbers below it refer."""
    sentence = "Thu nhập bình quân đầu người đến năm 2025 đạt 65 triệu đồng/người/năm trở lên"
    said = asked(f"\n\n\nhộ nghèo\n{sentence}\n1\n1\n\n", "--lang", "vi")
    resolution, _ = load(tmp_path / "new.yaml")
    assert resolution is not None
    assert [target.indicator.id for target in resolution.targets] == ["economy/income-per-person"]
    assert said.count("   1  ") == 2
    assert "đã chọn: Thu nhập bình quân đầu người/năm" in said
    assert "đã chọn trước đó: Thu nhập bình quân đầu người/năm" in said


def test_ids_that_are_not_there_have_one_list(tmp_path: Path, asked: Callable[..., str]) -> None:
    """What may have been meant by several ids stands in one list, each with a number of its own."""
    said = asked("\n\n\nparty/cell social/poverty-rat\n2\nparty/cells\n1\n\n", "--lang", "en")
    resolution, _ = load(tmp_path / "new.yaml")
    assert resolution is not None
    assert [target.indicator.id for target in resolution.targets] == ["social/poverty-rate", "party/cells"]
    assert "there is no number 1" in said  # since no list stands above it any more
