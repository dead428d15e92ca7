"""Breaks a file: its bytes, its lines, or the XML parts of its package."""

import random
import re
import struct
import warnings
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

Mutation = Callable[[bytes, random.Random], bytes]

# What programs and people have been seen to write where a number, a day or a word should stand.
ODD = (
    *("", "0", "-1", "1e999", "NaN", "inf", "99999999999999999999", "2147483648", "1048577"),
    *("A0", "XFE1", "ZZZZ9", "A1:A1048576", "true", "null", "9999-99-99", "0001-01-01", "24:61"),
    *("апрель", "№", "\u202e", "\u0000", "\ud83d", "&#x0;", "&lol;", "]]>", "<!--", "\\", '"'),
    *(
        "=cmd|' /C calc'!A0",
        "{{ 7 * 7 }}",
        "{% for x in y %}",
        "%s",
        "../../etc/passwd",
        "x" * 70_000,
    ),
)
# What stands in a settings file where another kind of value is meant.
VALUES = (
    *("0", "-1", "1e400", "nan", "true", '""', '" "', "[]", "{}", "[[]]", "[1, 'x', {}]"),
    *("0001-01-01", "9999-12-31", '"2021-02-28..2020-01-01"', '"25:61"', "23:59:59.999999"),
    *('"0000-00-00"', "'@'", '"a@b"', "['x@example.org', 5]", '"../../../etc/passwd"', '"/"'),
    *('"\\u0000"', '"{0.__class__}"', '"%s {x}"', '"""\n"""', "9" * 40, "0x" + "f" * 99),
)
_SETTING = re.compile(r"^(#\s*)?([\w.]+|\"[^\"]*\") = (.*)$", re.M)
_ATTRIBUTE = re.compile(r'(?<==")[^"]*(?=")')
_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")
_ELEMENT = re.compile(r"<(\w[\w:]*)\b[^<>]*(?:/>|>[^<>]*</\1>)")
_TAG = re.compile(r"</?\w[^<>]*>")
_WORD = re.compile(r"[\w.@-]+")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The file after one to four accidents."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        kinds = (
            (in_package, in_package, in_package, in_archive, in_bytes)
            if data[:2] == b"PK"
            else (in_text, in_text, in_setting, in_setting, in_bytes)
        )
        data = chance.choice(kinds)(data, chance)
    return data


def in_bytes(data: bytes, chance: random.Random) -> bytes:
    """Bits that flip, pieces that are lost, repeated, moved or cut off."""
    if not data:
        return bytes(chance.randrange(256) for _ in range(chance.randrange(64)))
    at, length = chance.randrange(len(data)), chance.choice((1, 2, 16, 512))
    piece = data[at : at + length]
    match chance.randrange(6):
        case 0:
            return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
        case 1:
            return data[:at] + data[at + length :]
        case 2:
            return data[:at] + piece * 2 + data[at + length :]
        case 3:
            return data[:at]
        case 4:
            return data[:at] + struct.pack("<q", chance.choice((-1, 2**31, 2**62))) + data[at:]
        case _:
            to = chance.randrange(len(data))
            return data[:to] + piece + data[to:]


def in_package(data: bytes, chance: random.Random) -> bytes:
    """A part that is lost, doubled, exchanged, renamed or edited."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return in_bytes(data, chance)
    except Exception:  # noqa: BLE001 - zlib's own error has no public base
        return in_bytes(data, chance)
    if not parts:
        return data
    at, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    name, part = parts[at]
    match chance.randrange(12):
        case 0:
            del parts[at]
        case 1:
            parts[at] = (name, parts[other][1])
        case 2:
            parts[at] = (name.swapcase(), part)
        case 3:
            parts.append((name, parts[other][1]))
        case 4:
            parts[at] = (name, in_bytes(part, chance))
        case _:
            parts[at] = (name, in_xml(part, chance))
    return _packed(parts)


def in_xml(part: bytes, chance: random.Random) -> bytes:
    """An attribute, a text, a tag or an element that is not what it should be."""
    text = part.decode("utf-8", "replace")
    where = chance.choice((_ATTRIBUTE, _ATTRIBUTE, _TEXT, _ELEMENT, _TAG))
    found = list(where.finditer(text))
    if not found:
        return in_bytes(part, chance)
    one = chance.choice(found)
    words = one[0]
    if where in (_ATTRIBUTE, _TEXT):
        other = chance.choice(found)[0]
        new = chance.choice((chance.choice(ODD), other, words * 3))
    else:
        new = chance.choice(("", words * 2, words * 300, chance.choice(found)[0]))
    changed = text[: one.start()] + new + text[one.end() :]
    return changed.encode("utf-8", "surrogatepass")


def in_text(data: bytes, chance: random.Random) -> bytes:
    """Lines that are lost, doubled or exchanged, words that are others, another encoding."""
    text = data.decode("utf-8", "replace")
    lines = text.splitlines(keepends=True) or [""]
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(8):
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = lines[at].rstrip("\n")
        case 4:
            return text.encode(chance.choice(("cp1251", "koi8-r", "utf-16", "cp866")), "replace")
        case 5:
            lines[at] = (
                chance.choice(("[", "[[", "{", '"""', "'", "\t", ";", "[a.b.c]\n")) * 50 + lines[at]
            )
        case _:
            words = list(_WORD.finditer(lines[at]))
            if words:
                word = chance.choice(words)
                new = chance.choice(
                    (chance.choice(ODD), f"[{word[0]}]", f'"{word[0]}"', word[0] * 9)
                )
                lines[at] = lines[at][: word.start()] + new + lines[at][word.end() :]
    return "".join(lines).encode("utf-8", "surrogatepass")


def in_setting(data: bytes, chance: random.Random) -> bytes:
    """An option of a settings file, a commented one too, that has another value or stands twice."""
    text = data.decode("utf-8", "replace")
    found = list(_SETTING.finditer(text))
    if not found:
        return in_text(data, chance)
    one, other = chance.choice(found), chance.choice(found)
    new = chance.choice((chance.choice(VALUES), chance.choice(VALUES), other[3]))
    line = f"{one[2]} = {new}"
    if chance.random() < 0.1:
        line = f"{line}\n{other[2]} = {one[3]}"
    changed = text[: one.start()] + line + text[one.end() :]
    return changed.encode("utf-8", "surrogatepass")


def in_archive(data: bytes, chance: random.Random) -> bytes:
    """The records of a package that are not its parts: lengths, methods, flags and places."""
    places = [match.start() for match in re.finditer(rb"PK(\x01\x02|\x03\x04|\x05\x06)", data)]
    if not places:
        return in_bytes(data, chance)
    at = chance.choice(places) + chance.randrange(4, 30)
    odd = chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256)))
    width = chance.choice((1, 2, 4))
    return data[:at] + bytes([odd] * width) + data[at + width :]


def _packed(parts: list[tuple[str, bytes]]) -> bytes:
    file = BytesIO()
    with warnings.catch_warnings(), ZipFile(file, "w", ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of two parts with one name
        for name, part in parts:
            archive.writestr(name, part)
    return file.getvalue()
