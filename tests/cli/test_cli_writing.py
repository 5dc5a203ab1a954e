"""How files are written: by one writer at a time, whole however it ends, with all that others may do with them."""

from __future__ import annotations

import errno
import os
import random
import signal
import stat
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from partykpi.cli import _access, _lock, _write
from partykpi.cli._files import beside
from partykpi.cli._language import say

Run = Callable[..., Any]

PROGRAM = [sys.executable, "-m", "partykpi"]
MANY = 12
FILE = "resolution: R\ncommittee: C\nterm: 2020-2025\ntargets:\n" + "".join(
    f"  t{number}: {{indicator: party/members-admitted, target: 700 members, readings: {{2021: 150}}}}\n"
    for number in range(MANY)
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file to record readings in, alone in its folder."""
    path = tmp_path / "r.yaml"
    path.write_text(FILE, encoding="utf-8")
    return path


def recording(file: Path, number: int, *options: str) -> subprocess.Popen[bytes]:
    """Begin to record a reading of its own in the target of that number."""
    command = [*PROGRAM, "record", str(file), f"t{number}", str(10 + number), "--on", "2023", *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def holds(file: Path, number: int) -> bool:
    """Say whether the file holds that reading."""
    line = file.read_text(encoding="utf-8").splitlines()[4 + number]
    return line.endswith(f"readings: {{2021: 150, 2023: {10 + number}}}}}")


def names(file: Path) -> list[str]:
    """Return the names of all that is in the folder of the file."""
    return sorted(path.name for path in file.parent.iterdir())


# Several writers


@pytest.mark.parametrize(("writers", "times"), [(2, 5), (MANY, 1)])
def test_writers_at_once_lose_nothing(file: Path, writers: int, times: int) -> None:
    """Each reading that was said to be recorded is there, and nothing else is beside the file."""
    for _ in range(times):
        file.write_text(FILE, encoding="utf-8")
        running = [recording(file, number) for number in range(writers)]
        for number, one in enumerate(running):
            out, _ = one.communicate(timeout=60)
            assert one.returncode == 0
            assert b"1 reading recorded" in out
            assert holds(file, number)
        assert names(file) == ["r.yaml"]


def _waiting(name: str) -> str:
    words = (
        f"waiting for another program that is writing to {name}\n",
        f"đang chờ chương trình khác ghi xong tệp {name}\n",
    )
    return say(*words)


def test_a_writer_that_waits_says_so_and_gives_up(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While another has the file it is waited for, aloud after a while; in the end nothing is recorded."""
    monkeypatch.setattr(_lock, "_SOON", 0.01)
    with _lock.locked(str(file)):
        monkeypatch.setattr("partykpi.cli._lock.PATIENCE", 0.1)
        for lang, told in (
            ("en", "cannot be written: another program is writing to it; try again\n"),
            ("vi", ": chương trình khác đang ghi tệp; hãy chạy lại\n"),
        ):
            ran = run("record", file, "t0", "9", "--on", "2023", "--lang", lang)
            assert (ran.status, ran.out) == (2, "")
            assert ran.err.startswith(_waiting("r.yaml"))
            assert ran.err.endswith(told)
    assert file.read_text(encoding="utf-8") == FILE
    assert names(file) == ["r.yaml"]


def test_a_dry_run_waits_for_nobody(run: Run, file: Path) -> None:
    """What only shows a change takes no lock."""
    with _lock.locked(str(file)):
        assert run("record", file, "t0", "9", "--on", "2023", "--dry-run").status == 0


def test_two_new_files_of_one_name(tmp_path: Path) -> None:
    """Of two programs that make the same file one does, and the other says that it exists."""
    file = tmp_path / "new.yaml"
    running = [
        subprocess.Popen([*PROGRAM, "new", str(file), "--yes"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    said = [one.communicate(timeout=60)[1] for one in running]
    assert sorted(one.returncode for one in running) == [0, 2, 2, 2]
    assert sum(b"exists already" in words for words in said) == 3
    assert names(file) == ["new.yaml"]


def test_a_lock_is_on_the_file_whatever_it_is_called(file: Path) -> None:
    """A link leads to the lock of the file, and so does another way to its folder."""
    link = file.parent / "link.yaml"
    link.symlink_to(file)
    with _lock.locked(str(file)):
        for name in (str(link), f"{file.parent}/../{file.parent.name}/r.yaml"):
            with pytest.raises(TimeoutError), _lock.locked(name, patience=0):
                pass


def test_a_lock_left_by_a_writer_that_was_killed_is_none(file: Path) -> None:
    """The files of a run that is no more are taken over and removed."""
    for ending in ("lock", "tmp"):
        Path(beside(str(file), ending)).write_bytes(b"half of a fi")
    one = recording(file, 3)
    one.communicate(timeout=60)
    assert one.returncode == 0
    assert holds(file, 3)
    assert names(file) == ["r.yaml"]


@pytest.mark.parametrize("arguments", [("new",), ("report", "other.yaml", "-o"), ("template", "other.yaml", "-o")])
def test_what_is_left_is_removed_though_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """Also a run that leaves the file as it is removes what one that was killed has left beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.yaml").write_text(FILE)
    (tmp_path / "x.xlsx").write_text("there")
    for ending in ("lock", "tmp"):
        Path(beside("x.xlsx", ending)).touch()
    assert "exists already" in run(*arguments, "x.xlsx").err
    assert names(tmp_path / "x.xlsx") == ["other.yaml", "x.xlsx"]


def test_what_another_user_left_is_no_hindrance(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that may only be read is taken all the same."""
    lock = beside(str(file), "lock")
    Path(lock).touch()
    opened = os.open

    def refuse(path: Any, flags: int, *rest: int) -> int:
        if path == lock and flags & os.O_RDWR and os.path.exists(lock):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return opened(path, flags, *rest)

    monkeypatch.setattr(os, "open", refuse)
    assert run("record", file, "t0", "10", "--on", "2023").status == 0
    assert holds(file, 0)


def test_long_names(run: Run, tmp_path: Path) -> None:
    """A file whose name leaves no room for another beside it is written, and locked, as any other."""
    for name in ("x" * 250 + ".yaml", "đ" * 125 + ".yaml"):
        file = tmp_path / name
        file.write_text(FILE, encoding="utf-8")
        assert run("record", file, "t0", "10", "--on", "2023").status == 0
        assert holds(file, 0)
        with (
            _lock.locked(str(file)),
            _lock.locked(str(file)[:-6] + "z.yaml", 0),
            pytest.raises(TimeoutError),
            _lock.locked(str(file), 0),
        ):
            pass
    assert len(names(file)) == 2


# Where the file system has no locks


@pytest.fixture
def without_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the system say that it has no locks, as of many folders in a network."""

    def fail(_: int) -> bool:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(_lock, "_lock", fail)


@pytest.mark.usefixtures("without_locks")
def test_without_locks_a_file_is_one(run: Run, file: Path) -> None:
    """The lock is then that there is a file; it keeps others out, and is removed."""
    with _lock.locked(str(file)):
        assert names(file) == [".r.yaml.partykpi.held", "r.yaml"]
        with pytest.raises(TimeoutError), _lock.locked(str(file), patience=0.05):
            pass
    assert run("record", file, "t0", "10", "--on", "2023").status == 0
    assert holds(file, 0)
    assert names(file) == ["r.yaml"]


@pytest.mark.usefixtures("without_locks")
@pytest.mark.parametrize("left", ["by a process that is no more", "by another computer, long ago", "empty, long ago"])
def test_without_locks_what_is_left_is_recognised(run: Run, file: Path, left: str) -> None:
    """The lock of a process that has ended is none, nor is one that is older than any recording lasts."""
    held = Path(beside(str(file), "held"))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    text = {"by a process that is no more": f"{ended.pid} {_lock._host()}", "empty, long ago": ""}
    held.write_text(text.get(left, "1 another-computer"))
    if left.endswith("long ago"):
        os.utime(held, (time.time() - 3600,) * 2)
    assert run("record", file, "t0", "10", "--on", "2023").status == 0
    assert holds(file, 0)
    assert names(file) == ["r.yaml"]


@pytest.mark.usefixtures("without_locks")
@pytest.mark.parametrize(
    "text",
    [f"{os.getpid()} {_lock._host()}", "1 another-computer", "", "x"],
    ids=["this process", "another computer", "empty", "no process"],
)
def test_without_locks_a_lock_that_may_be_held_is(file: Path, text: str) -> None:
    """The lock of a process that lives, or that cannot be asked for, is waited for."""
    Path(beside(str(file), "held")).write_text(text)
    with pytest.raises(TimeoutError), _lock.locked(str(file), patience=0.05):
        pass
    assert names(file) == [".r.yaml.partykpi.held", "r.yaml"]


@pytest.mark.usefixtures("without_locks")
def test_without_locks_nobody_removes_anothers(file: Path) -> None:
    """Who was taken for dead and is not leaves the lock to whoever took it over."""
    held = Path(beside(str(file), "held"))
    with _lock.locked(str(file)):
        held.unlink()
        held.write_text("1 another-computer")
    assert held.read_text() == "1 another-computer"


# Killed


@pytest.mark.parametrize(
    ("step", "which"), [("fsync", "TERM"), ("fsync", "KILL"), ("chmod", "HUP"), ("replace", "KILL"), ("flock", "TERM")]
)
def test_killed_at_a_step(file: Path, step: str, which: str) -> None:
    """At whatever step a writer is killed the file is whole, and the next run leaves nothing of it beside the file."""
    where = "fcntl" if step == "flock" else "os"
    script = f"import os, signal, {where}\n{where}.{step} = lambda *_: os.kill(os.getpid(), signal.SIG{which})\n"
    script += "from partykpi.cli import run\nrun()"
    command = [sys.executable, "-c", script, "record", str(file), "t1", "11", "--on", "2023", "--backup"]
    killed = subprocess.run(command, capture_output=True, check=False)
    assert killed.returncode == -getattr(signal, f"SIG{which}")
    assert file.read_text(encoding="utf-8") == FILE
    assert any(name.startswith(".r.yaml.partykpi.") for name in names(file))
    one = recording(file, 2)
    one.communicate(timeout=60)
    assert one.returncode == 0
    assert holds(file, 2)
    assert {name for name in names(file) if not name.endswith(".bak")} == {"r.yaml"}
    for backup in file.parent.glob("*.bak"):
        assert backup.read_text(encoding="utf-8") == FILE


def test_killed_at_any_moment(file: Path) -> None:
    """A file is the old one or the new one, never a part of either, and the next run tidies up."""
    chance = random.Random(2020)
    whole = {FILE.encode()}
    start = time.monotonic()
    recording(file, 5).communicate(timeout=60)
    lasts = time.monotonic() - start
    whole.add(file.read_bytes())
    for number in range(8):
        file.write_text(FILE, encoding="utf-8")
        one = recording(file, 5)
        if number % 2:
            while one.poll() is None and not os.path.exists(beside(str(file), "tmp")):
                pass
        else:
            time.sleep(lasts * chance.random())
        one.send_signal(chance.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGHUP]))
        one.communicate(timeout=60)
        assert file.read_bytes() in whole
        again = recording(file, 5)
        again.communicate(timeout=60)
        assert again.returncode == 0
        assert holds(file, 5)
        assert names(file) == ["r.yaml"]


# What others may do with a file

AS_ANOTHER = """\
import grp, os, pwd, sys
from partykpi.cli import run
user, groups, warm, *arguments = sys.argv[1:]
out, sys.stdout = sys.stdout, open(os.devnull, "w")
sys.argv = ["partykpi", "record", warm, "t0", "9", "--on", "2023"]  # loads all that another user may not read
assert run() == 0
import partykpi.cli._access
sys.stdout = out
sys.argv = ["partykpi", *arguments]
os.setgroups([int(group) for group in groups.split()])
os.setgid(int(user))
os.setuid(int(user))
sys.exit(run())
"""

needs_users = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be another user"
)


@pytest.fixture
def shared() -> Iterator[Path]:
    """Return a file in a folder that every user may come to and write to."""
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        path = Path(folder, "r.yaml")
        path.write_text(FILE, encoding="utf-8")
        yield path


def recorded_by(user: int, groups: Sequence[int], file: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Record the reading of target 1 as that user, whose own group has the same number."""
    warm = file.parent / "warm.yaml"
    warm.write_text(FILE, encoding="utf-8")
    arguments = [str(user), " ".join(map(str, groups)), str(warm), "record", str(file), "t1", "11", "--on", "2023"]
    done = subprocess.run(
        [sys.executable, "-c", AS_ANOTHER, *arguments, *options], capture_output=True, encoding="utf-8", check=False
    )
    warm.unlink()
    return done


@needs_users
@pytest.mark.parametrize(
    ("before", "groups", "after"),
    [
        ((60001, 60003, 0o660), [60003], (60002, 60003, 0o660)),  # of one group: it stays the file's
        ((60001, 60003, 0o666), [], (60002, 60002, 0o666)),  # of no common group, but all may do all
        ((60001, 60001, 0o646), [], (60002, 60002, 0o666)),
        ((0, 60003, 0o660), [60003], (60002, 60003, 0o660)),
    ],
)
def test_a_file_of_another_owner(
    shared: Path, before: tuple[int, int, int], groups: list[int], after: tuple[int, int, int]
) -> None:
    """What one of the group records keeps group and permissions, and it is said to whom the file belongs now."""
    os.chown(shared, *before[:2])
    shared.chmod(before[2])
    done = recorded_by(60002, groups, shared)
    found = shared.stat()
    assert (done.returncode, done.stderr) == (0, "")
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == after
    assert holds(shared, 1)
    words = done.stdout.splitlines()[-1]
    assert words.startswith(f"{shared} belongs to {'60002' if after[1] == before[1] else '60002:60002'} now, where")
    assert words.endswith("root" if before[0] == 0 else "60001" if after[1] == before[1] else f"60001:{before[1]}")


@needs_users
@pytest.mark.parametrize(
    ("owner", "mode", "loser"),
    [(33, 0o660, "its owner"), (60001, 0o460, "you yourself"), (60001, 0o640, "is protected")],
)
def test_a_file_that_somebody_would_lose(shared: Path, owner: int, mode: int, loser: str) -> None:
    """Where the owner is not of the group, or the user has rights through it alone, nothing is written."""
    os.chown(shared, owner, 60003)
    shared.chmod(mode)
    before = shared.stat()
    for lang in ("en", "vi"):
        done = recorded_by(60002, [60003], shared, "--lang", lang)
        assert done.returncode == 2
        assert lang == "vi" or loser in done.stderr
        assert lang == "en" or "không ghi" in done.stderr
        after = shared.stat()
        assert (after.st_uid, after.st_gid, after.st_mode) == (before.st_uid, before.st_gid, before.st_mode)
        assert shared.read_text(encoding="utf-8") == FILE
        assert names(shared) == ["r.yaml"]


@needs_users
@pytest.mark.parametrize("options", [(), ("--backup",)])
def test_an_administrator_takes_nothing_away(run: Run, shared: Path, options: tuple[str, ...]) -> None:
    """What root records, or writes over, stays the file of its owner and group; a backup is theirs too."""
    os.chown(shared, 60001, 60003)
    shared.chmod(0o640)
    sheet = shared.parent / "x.csv"
    sheet.touch()
    os.chown(sheet, 60001, 60003)
    sheet.chmod(0o2660)
    assert run("record", shared, "t1", "11", "--on", "2023", *options).status == 0
    assert run("report", shared, "-o", sheet, "--force").status == 0
    for path in (shared, sheet, *shared.parent.glob("*.bak")):
        found = path.stat()
        assert (found.st_uid, found.st_gid) == (60001, 60003)
        assert stat.S_IMODE(found.st_mode) == (0o2660 if path == sheet else 0o640)
    assert holds(shared, 1)
    assert len(list(shared.parent.glob("*.bak"))) == len(options)


def control_list(*entries: tuple[int, int, int]) -> bytes:
    """Return an access control list as the system writes it: kinds, rights, and numbers of users or groups."""
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


NONE = 0xFFFFFFFF
LIST = control_list((1, 6, NONE), (2, 6, 60002), (4, 6, NONE), (8, 4, 60004), (16, 6, NONE), (32, 0, NONE))


def test_attributes_stay(run: Run, file: Path, tmp_path: Path) -> None:
    """Attributes and access control lists are those of the file, not those that its folder gives to new ones."""
    try:
        os.setxattr(file, "user.note", b"from the office")
        os.setxattr(file, "system.posix_acl_access", LIST)
    except (OSError, AttributeError):
        pytest.skip("the file system has no attributes or no access control lists")
    mode = file.stat().st_mode
    assert run("record", file, "t1", "11", "--on", "2023", "--backup").status == 0
    for path in (file, tmp_path / "r.yaml.bak"):
        assert os.getxattr(path, "user.note") == b"from the office"
        assert os.getxattr(path, "system.posix_acl_access") == LIST
        assert path.stat().st_mode == mode
    os.removexattr(file, "system.posix_acl_access")
    file.chmod(0o640)
    os.setxattr(tmp_path, "system.posix_acl_default", LIST)
    assert run("record", file, "t2", "12", "--on", "2023").status == 0
    assert os.listxattr(file) == ["user.note"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert run("new", tmp_path / "new.yaml").status == 0
    assert os.getxattr(tmp_path / "new.yaml", "system.posix_acl_access") == LIST


@pytest.mark.parametrize(
    ("user", "groups", "allowed"),
    [
        (60001, [], 6),  # the owner
        (60002, [60003], 4),  # named, and no more than the mask
        (60009, [60003], 0),  # of the group, which may read what the mask hides
        (60009, [60004], 4),
        (60009, [60003, 60004], 4),
        (60009, [], 0),  # anybody else
        (0, [], 7),
    ],
)
def test_what_a_control_list_allows(user: int, groups: list[int], allowed: int) -> None:
    """The rules of POSIX 1003.1e: owner, named users, groups together, others; all but owner and others by the mask."""
    acl = control_list((1, 6, NONE), (2, 6, 60002), (4, 2, NONE), (8, 6, 60004), (16, 4, NONE), (32, 0, NONE))
    rights = _access.Rights(60001, 60003, 0o640, acl)
    assert _access._allowed(rights, user, groups) == allowed
    plain = _access.Rights(60001, 60003, 0o640, None)
    assert _access._allowed(plain, 60009, [60003]) == 4
    assert _access._allowed(plain, 60009, []) == 0


def test_a_group_that_cannot_be_kept_leaves_no_rights_behind() -> None:
    """The group that a file gets instead may do what all others may, and no more."""
    plain = _access.Rights(60001, 60003, 0o664, None)
    assert _access._without_group(plain).mode == 0o644
    listed = _access._without_group(plain._replace(acl=LIST))
    assert listed.acl == LIST.replace(struct.pack("<HHI", 4, 6, NONE), struct.pack("<HHI", 4, 0, NONE))


@pytest.mark.parametrize("arguments", [("record", "r.yaml", "t1", "11", "--on", "2023"), ("report", "r.yaml", "-o")])
def test_a_file_with_two_names_is_left(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """A hard link would keep the old content without a word: it is said, and nothing is written."""
    monkeypatch.chdir(file.parent)
    (file.parent / "x.csv").write_text("old")
    written = "r.yaml" if arguments[0] == "record" else "x.csv"
    os.link(written, "second")
    more = () if arguments[0] == "record" else ("x.csv", "--force")
    ran = run(*arguments, *more)
    assert (ran.status, "has a second name (a hard link)" in ran.err) == (2, True)
    assert os.path.samefile(written, "second")
    assert file.read_text(encoding="utf-8") == FILE
    assert names(file) == ["r.yaml", "second", "x.csv"]
    os.unlink("second")
    assert run(*arguments, *more).status == 0


def test_a_new_file_whose_writer_was_killed_has_one_name(run: Run, file: Path) -> None:
    """The second name that a file has while it is made is removed before it is counted."""
    os.link(file, beside(str(file), "tmp"))
    assert run("record", file, "t1", "11", "--on", "2023").status == 0
    assert names(file) == ["r.yaml"]


# What was replaced


def test_what_was_replaced_is_kept(run: Run, file: Path) -> None:
    """Each backup has a name of its own, and none is ever written over."""
    (file.parent / "r.yaml.2.bak").write_text("mine")
    first = run("record", file, "t0", "10", "--on", "2023", "--backup")
    middle = file.read_bytes()
    second = run("record", file, "t1", "11", "--on", "2023", "--backup", "--lang", "vi")
    assert first.out.endswith(f"What it held before is kept in {file}.bak\n")
    assert second.out.endswith(f"Nội dung cũ được giữ trong {file}.3.bak\n")
    assert (file.parent / "r.yaml.bak").read_text(encoding="utf-8") == FILE
    assert (file.parent / "r.yaml.2.bak").read_text() == "mine"
    assert (file.parent / "r.yaml.3.bak").read_bytes() == middle
    assert names(file) == ["r.yaml", "r.yaml.2.bak", "r.yaml.3.bak", "r.yaml.bak"]


def test_nothing_replaced_is_nothing_kept(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is recorded no backup is made, or it is removed again; a dry run has none to make."""
    assert run("record", file, "t0", "150", "--on", "2021", "--backup").status == 0
    assert run("record", file, "t0", "x", "--on", "2023", "--backup").status == 1
    assert run("record", file, "t0", "9", "--on", "2023", "--backup", "--dry-run").status == 2

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert run("record", file, "t0", "9", "--on", "2023", "--backup").status == 2
    assert names(file) == ["r.yaml"]
    assert file.read_text(encoding="utf-8") == FILE


@pytest.mark.parametrize("what", ["changed", "gone"])
def test_what_happens_while_it_is_written(run: Run, file: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """A program that takes no lock is seen up to the last moment, after the new file is on the disk."""

    def meanwhile(*_: object) -> None:
        if what == "gone":
            file.unlink()
        else:
            file.write_text("by somebody else")

    monkeypatch.setattr(os, "fsync", meanwhile)
    ran = run("record", file, "t0", "9", "--on", "2023")
    assert (ran.status, "was changed in the meantime" in ran.err) == (2, True)
    assert names(file) == ([] if what == "gone" else ["r.yaml"])


def test_a_writer_loads_little() -> None:
    """What writes needs nothing that takes long to load, and what does not write does not load it."""
    code = "import sys, partykpi.cli._write; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    ).stdout.split()
    assert {"tempfile", "random", "hashlib", "shutil", "socket"}.isdisjoint(loaded)
    code = "import sys, partykpi.cli.record, partykpi.cli.report, partykpi.cli.check; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    ).stdout.split()
    assert {f"partykpi.cli._{name}" for name in ("write", "lock", "access", "workers")}.isdisjoint(loaded)


def test_write_whole_says_what_it_refused(tmp_path: Path) -> None:
    """A file that exists is replaced with force alone."""
    name = str(tmp_path / "x")
    assert _write.write_whole(name, b"one") == _write.Written()
    refusal = _write.write_whole(name, b"two").refusal
    assert refusal is not None
    assert refusal.en == f"{name} exists already and is left as it is"
    assert _write.write_whole(name, b"three", force=True) == _write.Written()
    assert Path(name).read_bytes() == b"three"
