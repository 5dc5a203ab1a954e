"""One process that takes inputs, one after another, and says of each how many commands it came through.

It is given a line with the kind and the seed of an input, and answers with a line of JSON. What holds it within bounds
of time and memory is the process that started it.
"""

from __future__ import annotations

import gc
import io
import json
import os
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from xml.etree import ElementTree
from zipfile import ZipFile

from fuzz import inputs
from partykpi import cli
from partykpi.render.report import names
from partykpi.text import STEERING

# What a process may have at all; what an input may take is less, and looked at after each.
MOST_MEMORY = 2_000_000_000
MOST_SECONDS = 10
"""What one command may take, of the processor."""


class FoundError(Exception):
    """What no input may bring about."""


def call(words: Sequence[str], stdin: bytes = b"") -> tuple[int, str]:
    """Run a command line in this process, and return its status and all that it shows."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="replace", write_through=True)
    before = sys.argv, sys.stdin, sys.stdout, sys.stderr
    sys.argv, sys.stdin = ["partykpi", *words], io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    sys.stdout = sys.stderr = out
    try:
        status = cli.run()
    finally:
        sys.argv, sys.stdin, sys.stdout, sys.stderr = before
    out.flush()
    shown = out.buffer.getvalue().decode()
    if status not in (0, 1, 2):
        raise FoundError(f"status {status}: {words}")
    if words[:1] != ["findings"] and ("its own fault" in shown or "own-fault" in shown):
        raise FoundError(f"{words}: {shown[-2000:]}")
    if steering := set(re.findall(STEERING, shown)) - set("\r\n\ufeff"):
        raise FoundError(f"{words}: shows {steering}")
    return status, shown


def written(name: str) -> None:
    """Hold a document to being one."""
    path = Path(name)
    if not path.exists():
        return
    data = path.read_bytes()
    path.unlink()
    if name.endswith((".xlsx", ".docx")):
        with ZipFile(io.BytesIO(data)) as archive:
            for part in archive.namelist():
                ElementTree.fromstring(archive.read(part))
    elif name.endswith(".json"):
        json.loads(data)


def of_file(random: Random, most: int) -> Iterator[list[str]]:
    """Return what is asked of a resolution file: the check, then some of all that there is."""
    language = ["--lang", random.choice(("en", "vi"))]
    yield ["check", "f.yaml", "--format", random.choice(("text", "json", "github", "junit", "sarif")), *language]
    day = random.choice(inputs.AS_OF[:10])
    every = [
        ["report", "f.yaml", *language],
        ["report", "f.yaml", "--as-of", day, "--format", "json"],
        *(["report", "f.yaml", "-o", f"o.{name}", "--force", *language] for name in ENDINGS),
        ["report", "f.yaml", "--wide", "--columns", "+owner,+forecast,+needed,+pace,+due", *language],
        *(["explain", "f.yaml", number, *language] for number in ("1", "2", "3")),
        ["chart", "f.yaml", *language],
        ["chart", "f.yaml", "1", "--as-of", day],
        ["compare", "f.yaml", "--from", "2021-06-30", "--to", day, "--format", random.choice(("table", "json"))],
        ["template", "f.yaml", "-o", "o.xlsx", "--force", "--as-of", day, *language],
        ["record", "f.yaml", "1", random.choice(inputs.NUMBERS), "--on", random.choice(inputs.PERIODS), *language],
        ["report", "f.yaml", "f.yaml", "-o", "o.xlsx", "--force"],
    ]
    yield from random.sample(every, min(most, len(every)))


SOME, ALL = 6, 99
ENDINGS = sorted({*names()} - {"table", "plain"})


def run(kind: str, seed: str) -> int:
    """Make the input of a seed, give it to commands, and return how many; what goes wrong is raised."""
    random = Random(f"{kind} {seed}")
    os.environ["COLUMNS"] = random.choice(("", "", "20", "80", "140", "9" * 12))
    commands: Iterator[list[str]] = of_file(random, ALL if kind == "corpus" else SOME)
    match kind:
        case "resolution":
            Path("f.yaml").write_bytes(inputs.resolution(random))
        case "spoilt":
            Path("f.yaml").write_bytes(inputs.spoilt_file(random))
        case "corpus":
            Path("f.yaml").write_bytes((inputs.CORPUS / seed).read_bytes())
        case "large":
            Path("f.yaml").write_bytes(inputs.large_file(random))
            commands = iter([["check", "f.yaml"], ["report", "f.yaml"]])
        case "sheet" | "table":
            name = "t.xlsx" if kind == "sheet" else "t.csv"
            Path("f.yaml").write_bytes(_FILE)
            Path(name).write_bytes(inputs.sheet(random) if kind == "sheet" else inputs.table(random))
            commands = iter([["record", "f.yaml", "--from", name]])
        case _:
            Path("f.yaml").write_bytes(inputs.resolution(random))
            Path("g.yaml").write_bytes(_FILE)
            Path("t.csv").write_bytes(inputs.table(random))
            commands = (inputs.command_line(random) for _ in range(10))
    count = 0
    for words in commands:
        began = time.process_time()
        status, shown = call(words, b"x" * 10)
        if (taken := time.process_time() - began) > MOST_SECONDS:
            raise FoundError(f"{words} took {taken:.1f} seconds")
        count += 1
        if kind != "command" and words[0] == "check" and "json" in words and status < 2:
            json.loads(shown)
        for name in [word for word in words if word.startswith("o.")]:
            written(name)
    return count


_FILE = b"""\
resolution: R
committee: C
term: 2020-2025
targets:
  t0: {indicator: party/members-admitted, target: 700 members, readings: {2021: 5}}
  t1: {indicator: {name: X, kind: level, unit: "%", better: higher}, target: 75 %}
  m: {indicator: work/project-adopted, target: by 2024-12-31}
"""


def memory() -> int:
    """Return the most bytes that this process ever had, 0 where the system does not say."""
    with suppress(OSError), open("/proc/self/status", encoding="utf-8") as status:
        return next((int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM")), 0)
    return 0


def main() -> None:
    """Answer line by line until there are no more."""
    try:
        import resource
    except ImportError:
        resource = None  # type: ignore[assignment]
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for line in sys.stdin:
            kind, _, seed = line.strip().partition(" ")
            answer: dict[str, object] = {"calls": 0, "fault": ""}
            try:
                answer["calls"] = run(kind, seed)
            except BaseException as error:
                answer["fault"] = "".join(traceback.format_exception(error)[-6:])
            for path in Path().iterdir():
                if path.is_file():
                    path.unlink()
            gc.collect()
            answer["memory"] = memory()
            answers.write(json.dumps(answer) + "\n")
            answers.flush()
        os.chdir("/")


if __name__ == "__main__":
    main()
