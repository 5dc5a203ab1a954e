"""What a file says of its report as an official document: the issuing side, number, place, date, who signs."""

from __future__ import annotations

from typing import get_args

from partykpi.core.model import Letterhead, Profile, Signatory
from partykpi.parse.yaml.reader import Reader, is_in_languages
from partykpi.parse.yaml.source import Mapping, Node, Sequence
from partykpi.text import GivenText, Text

DOCUMENT_KEYS = ("profile", "issuer", "superior", "number", "place", "date", "signatory", "recipients")
SIGNATORY_KEYS = ("authority", "role", "name")


def decode_document(reader: Reader, node: Node) -> Letterhead:
    """Return what the file says of the printed document, without what is wrong in it."""
    mapping = reader.mapping("document", node)
    if mapping is None:
        return Letterhead()
    values = reader.fields(mapping, DOCUMENT_KEYS, (), Text("a document", "văn bản"))
    texts = reader.texts(values, "issuer", "superior", "place")
    profile: Profile | None = reader.choice("profile", values.get("profile"), get_args(Profile))
    return Letterhead(
        issuer=texts.get("issuer"),
        superior=texts.get("superior"),
        number=reader.scalar("number", values.get("number")),
        place=texts.get("place"),
        issued=reader.date("date", values.get("date")),
        signatory=_signatory(reader, values["signatory"]) if "signatory" in values else Signatory(),
        recipients=_recipients(reader, values["recipients"]) if "recipients" in values else (),
        profile=profile,
    )


def _signatory(reader: Reader, node: Node) -> Signatory:
    """Return who signs, from a name alone or from a mapping."""
    if type(node) is not Mapping or is_in_languages(node):
        return Signatory(reader.words("signatory", node))
    values = reader.fields(node, SIGNATORY_KEYS, (), Text("a signatory", "người ký"))
    texts = reader.texts(values, *SIGNATORY_KEYS)
    return Signatory(texts.get("name"), texts.get("role"), texts.get("authority"))


def _recipients(reader: Reader, node: Node) -> tuple[GivenText, ...]:
    """Return whom the document is sent to: one, or a list."""
    items = node.items if type(node) is Sequence else [node]
    found = (reader.words("recipients", item) for item in items)
    return tuple(one for one in found if one is not None)
