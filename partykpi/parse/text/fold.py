"""Vietnamese words as they are compared: small letters, ủy for uỷ, tỉ for tỷ, accents of either form alike."""

import re
from unicodedata import normalize

# The tone of a syllable that ends in oa, oe or uy is set on either vowel, and i is written y after some consonants.
_TONES = {
    late: early
    for early, late in zip(
        ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
        ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
        strict=True,
    )
}
_TONE = re.compile(f"(?<!q)(?:{'|'.join(_TONES)})")
_Y = re.compile(r"(?:(?<=[hklmst])|(?<=qu))[yýỳỷỹỵ]\b")
_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


def folded(text: str) -> str:
    """Return a text as it is compared; its spaces stay."""
    word = _TONE.sub(lambda found: _TONES[found[0]], normalize("NFC", text).casefold())
    return _Y.sub(lambda found: found[0].translate(_TO_I), word)


_ACCENTS = re.compile("[\u0300-\u036f]")


def without_accents(text: str) -> str:
    """Return a text with plain letters only: ke hoach for kế hoạch."""
    if text.isascii():
        return text
    return _ACCENTS.sub("", normalize("NFD", text)).replace("đ", "d").replace("Đ", "D")
