"""Field masks: "a.b(c,d),e/f" as a tree, for filtering answers and for partial writes."""

import re
from typing import Any

from .errors import invalid

Mask = dict[str, Any]
"""Name to what is below it; an empty tree below a name means all of it. "*" is a name too."""

_TOKEN = re.compile(r"[A-Za-z_]\w*|\*|[(),./]")


def parse(text: str) -> Mask:
    """Raises a 400 where it is no field mask."""
    tokens = _TOKEN.findall(text)
    if "".join(tokens) != re.sub(r"\s", "", text) or not tokens:
        raise _bad(text)
    mask, rest = _list(tokens, text)
    if rest:
        raise _bad(text)
    return mask


def _list(tokens: list[str], text: str) -> tuple[Mask, list[str]]:
    mask: Mask = {}
    while True:
        tokens = _path(mask, tokens, text)
        if not tokens or tokens[0] != ",":
            return mask, tokens
        tokens = tokens[1:]


def _path(mask: Mask, tokens: list[str], text: str) -> list[str]:
    if not tokens or tokens[0] in "(),./":
        raise _bad(text)
    name, tokens = tokens[0], tokens[1:]
    known = name in mask and not mask[name]
    below = mask.setdefault(name, {})
    if tokens and tokens[0] in "./":
        tokens = _path(below, tokens[1:], text)
    elif tokens and tokens[0] == "(":
        inner, tokens = _list(tokens[1:], text)
        below.update(inner)
        if not tokens or tokens[0] != ")":
            raise _bad(text)
        tokens = tokens[1:]
    else:
        known = True
    if known:
        below.clear()
    return tokens


def _bad(text: str) -> Exception:
    return invalid(f"Request contains an invalid field mask: {text}")


def below(mask: Mask, name: str) -> Mask | None:
    """What is asked for below a name; None where nothing of it is."""
    if not mask or "*" in mask:
        return {}
    return mask.get(name)


def pick(value: Any, mask: Mask) -> Any:
    """The parts of an answer that a mask asks for."""
    if not mask or "*" in mask:
        return value
    if isinstance(value, list):
        return [pick(item, mask) if item else item for item in value]
    if not isinstance(value, dict):
        return value
    # Most of an answer is wanted whole, where no call is needed.
    return {
        key: pick(item, mask[key]) if mask[key] else item
        for key, item in value.items()
        if key in mask
    }


def write(old: dict[str, Any], new: dict[str, Any], mask: Mask) -> dict[str, Any]:
    """`old` with the parts a mask names taken from `new`; what `new` lacks is cleared."""
    if not mask or "*" in mask:
        return dict(new)
    result = dict(old)
    for key, inner in mask.items():
        result.pop(key, None)
        if inner and isinstance(old.get(key, {}), dict):
            value: Any = write(old.get(key) or {}, new.get(key) or {}, inner)
        else:
            value = new.get(key)
        if value not in (None, {}):
            result[key] = value
    return result
