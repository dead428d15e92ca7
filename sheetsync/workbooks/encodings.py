"""The text of a file whose encoding nobody told: by its mark, its form, or how Russian it reads."""

import math
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

_MARKS = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
_ONE_BYTE = ("cp1251", "koi8-r", "cp866", "mac_cyrillic", "iso8859-5")
_WRONG = "\ufffd"  # what stands for bytes that are nothing in an encoding

# How often each letter stands among 10,000 of Russian prose.
_LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
_COUNTS = (
    *(1097, 845, 801, 735, 670, 626, 547, 473, 454, 440, 349, 321, 298, 281, 262, 201, 190, 174),
    *(170, 165, 159, 144, 121, 97, 94, 73, 64, 48, 36, 32, 26, 4, 4),
)
_OFTEN = {letter: math.log(count) for letter, count in zip(_LETTERS, _COUNTS, strict=True)}
_SIGNS = "«»–—…№„“”’•§°\u00a0"
_SELDOM = math.log(0.5)  # any other sign, of 10,000
_SIGN = math.log(30)
_BROKEN_CASE = 6.0  # a capital letter inside a word, "пЛАН"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, and in which encoding it was read; `broken` are its lines with bytes of none."""

    text: str
    encoding: str
    broken: tuple[int, ...] = ()


def decoded(data: bytes) -> Decoded:
    """The text of a file.

    Raises UnicodeDecodeError where a byte order mark promises what the bytes do not hold.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return Decoded(text=data.decode(encoding), encoding=encoding)
    wide = _wide(data)
    if wide:
        return Decoded(text=data.decode(wide), encoding=wide)
    text = data.decode("utf-8", "replace")
    if _WRONG not in text:
        return Decoded(text=text, encoding="utf-8")
    if text.count(_WRONG) * 10 <= sum(letter > "\x7f" for letter in text):
        broken = tuple(n for n, line in enumerate(text.split("\n"), 1) if _WRONG in line)
        return Decoded(text=text, encoding="utf-8", broken=broken)
    encoding = max(_ONE_BYTE, key=lambda name: _russian(data.decode(name, "replace")))
    return Decoded(text=data.decode(encoding, "replace"), encoding=encoding)


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte is that of one alphabet."""
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        known = sum(map(high.count, (b"\x00", b"\x04")))
        if len(data) % 2 == 0 and high and known > 0.9 * len(high):
            return encoding
    return ""


def _russian(text: str) -> float:
    """How likely a Russian wrote it: by its letters, and by capitals that begin words."""
    score, before = 0.0, " "
    for letter in text:
        if letter > "\x7f":
            score += _OFTEN.get(letter.lower()) or (_SIGN if letter in _SIGNS else _SELDOM)
            score -= _BROKEN_CASE * (letter.isupper() and before.islower())
        before = letter
    return score
