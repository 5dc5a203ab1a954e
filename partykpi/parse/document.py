"""The letterhead data of the report: the issuing side, number, place, date, who signs."""

from __future__ import annotations

from typing import get_args

from partykpi.core.model import Letterhead, Profile, Signatory
from partykpi.parse.yaml.reader import Reader
from partykpi.parse.yaml.source import Mapping, Node, Sequence
from partykpi.text import GivenText, Text

_KEYS = ("profile", "superior", "number", "place", "date", "signatory", "recipients")
_SIGNATORY_KEYS = ("authority", "role", "name")


def decode_document(reader: Reader, node: Node) -> Letterhead:
    """Return what the file says of the printed document, without what is wrong in it."""
    mapping = reader.mapping("document", node)
    if mapping is None:
        return Letterhead()
    values = reader.fields(mapping, _KEYS, (), Text("a document", "văn bản"))
    profile = reader.choice("profile", values["profile"], get_args(Profile)) if "profile" in values else None
    return Letterhead(
        superior=reader.words("superior", values["superior"]) if "superior" in values else None,
        number=reader.scalar("number", values["number"]) if "number" in values else None,
        place=reader.words("place", values["place"]) if "place" in values else None,
        issued=reader.date("date", values["date"]) if "date" in values else None,
        signatory=_signatory(reader, values["signatory"]) if "signatory" in values else Signatory(),
        recipients=_recipients(reader, values["recipients"]) if "recipients" in values else (),
        profile=next((known for known in get_args(Profile) if known == profile), None),
    )


def _signatory(reader: Reader, node: Node) -> Signatory:
    """Return who signs, from a name alone or from a mapping."""
    if type(node) is not Mapping or any(key.value in ("en", "vi") for key, _ in node.entries):
        return Signatory(reader.words("signatory", node))
    values = reader.fields(node, _SIGNATORY_KEYS, (), Text("a signatory", "người ký"))
    texts = {key: reader.words(key, value) for key, value in values.items()}
    return Signatory(texts.get("name"), texts.get("role"), texts.get("authority"))


def _recipients(reader: Reader, node: Node) -> tuple[GivenText, ...]:
    """Return whom the document is sent to: one, or a list."""
    items = node.items if type(node) is Sequence else [node]
    found = (reader.words("recipients", item) for item in items)
    return tuple(one for one in found if one is not None)
