"""From a file to a resolution, with everything that is wrong with the file."""

import os
from typing import NamedTuple

from partykpi import findings
from partykpi.core.model import Resolution
from partykpi.parse.catalogue import Catalogue, Field, decode_field, shipped
from partykpi.parse.decode import REQUIRED, decode_resolution
from partykpi.parse.file import NotAFileError, read_file
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import CURLY, Mapping, read
from partykpi.problem import Finding, Place, Source, find, lines_of
from partykpi.text import Language, Text


class Loaded(NamedTuple):
    """A resolution (None where there is none to use) and what was found, in the order of the file."""

    resolution: Resolution | None
    findings: list[Finding]


class Content(NamedTuple):
    """What a file holds: a resolution, a field of the catalogue, or (both None) neither; its language, where known."""

    resolution: Resolution | None
    field: Field | None
    findings: list[Finding]
    language: Language | None = None


_REASONS: dict[type[OSError], Text] = {
    FileNotFoundError: Text("there is no such file", "không có tệp này"),
    IsADirectoryError: Text("it is a folder", "đây là thư mục"),
    NotADirectoryError: Text("a part of its path is no folder", "một phần của đường dẫn không phải là thư mục"),
    NotAFileError: Text(
        "it is a pipe or a device; what a program writes is read as `-`",
        "đây là đường ống hoặc thiết bị; nội dung do chương trình khác xuất ra thì đọc bằng `-`",
    ),
    PermissionError: Text("reading it is not permitted", "không có quyền đọc"),
}


def why_unreadable(error: OSError) -> Text:
    """Say why a file or a folder cannot be read."""
    known = _REASONS.get(type(error))
    if known is not None:
        return known
    message = error.strerror or str(error)
    return Text(message, "lỗi của hệ điều hành" if error.errno is None else f"lỗi số {error.errno} của hệ điều hành")


_IDENTIFYING_KEYS = (*REQUIRED, "field", "indicators")

# The keys of a file stand at its beginning.
_FIRST_LINES = 50


def load(path: str | os.PathLike[str], catalogue: Catalogue | None = None) -> Loaded:
    """Read a resolution file and return its resolution and its findings.

    The resolution is None where the file cannot be read or lacks what a report needs. A resolution that comes
    with errors among its findings is incomplete: figures from it are not to be published.
    """
    content = load_content(os.fspath(path), read_file(path), catalogue)
    return Loaded(content.resolution, content.findings)


def load_content(
    name: str, data: bytes | OSError, catalogue: Catalogue | None = None, *, any_content: bool = False
) -> Content:
    """Turn the bytes of a file (or the error that reading them made) into what it holds.

    `name` is what findings call the file. With `any_content` a field of the catalogue is as welcome as a resolution;
    their keys show which it is.
    """
    if isinstance(data, OSError):
        start = Place(Source(name, ""), 1, 1, 1)
        return Content(None, None, [find(findings.UNREADABLE_FILE, start, reason=why_unreadable(data))])
    file = read(name, data)
    reader = Reader(file.source, file.findings)
    content = Content(None, None, [])
    root = None if file.root is None else reader.mapping("file", file.root)
    if root is not None:
        if CURLY.search(file.source.text):
            from partykpi.parse.yaml.curly import report_curly_quotes

            report_curly_quotes(reader, root)
        keys = _keys(root)
        if any_content and "indicators" in keys and "targets" not in keys:
            id = os.path.splitext(os.path.basename(name))[0]
            content = content._replace(field=decode_field(reader, root, id))
        elif keys.isdisjoint(REQUIRED):
            reader.report(findings.NOT_A_RESOLUTION, root)
        else:
            content = content._replace(resolution=decode_resolution(reader, root, catalogue or shipped()))
    of_keys: Language | None = "vi" if reader.source.keys == "vi" else None
    if file.root is None:
        of_keys = _language_of_lines(file.source.text)
    found = findings.capped(sorted(reader.findings, key=_by_place))
    return content._replace(findings=found, language=reader.own_language or of_keys)


def _keys(root: Mapping) -> set[str]:
    """Return the keys that show what a file holds, in English though they be written in Vietnamese."""
    keys = {key.value for key, _ in root.entries}
    if keys.isdisjoint(_IDENTIFYING_KEYS):
        from partykpi.parse.keys import key_meant

        return {meant for key in keys if (meant := key_meant(key, _IDENTIFYING_KEYS)) is not None}
    return keys


def _language_of_lines(text: str) -> Language | None:
    """Return the language of a text that is no YAML, by the first of its lines that begins with a key of a file."""
    from partykpi.parse.keys import key_meant

    for line in lines_of(text)[:_FIRST_LINES]:
        key, colon, _ = line.partition(":")
        if colon and key in _IDENTIFYING_KEYS:
            return None
        if colon and not key.startswith((" ", "#")) and key_meant(key, _IDENTIFYING_KEYS) is not None:
            return "vi"
    return None


def _by_place(finding: Finding) -> tuple[int, int]:
    return finding.place.line, finding.place.column
