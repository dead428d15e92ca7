"""Google's own discovery document as the judge of requests and answers."""

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .errors import ApiError, malformed

_KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "object": (dict,),
    "array": (list,),
}
_PROTO = {
    "array": "type.googleapis.com/google.protobuf.ListValue",
    "boolean": "TYPE_BOOL",
    "integer": "TYPE_INT32",
    "string": "TYPE_STRING",
    "number": "TYPE_DOUBLE",
}


@cache
def document() -> dict[str, Any]:
    """sheets.v4.json as google-api-python-client ships it, found without importing the package."""
    spec = find_spec("googleapiclient")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the emulator needs google-api-python-client")
    path = Path(spec.origin).with_name("discovery_cache") / "documents" / "sheets.v4.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def check_request(body: Any, name: str, *, at: str = "") -> None:
    """Raises Google's 400 where the body is not of that schema."""
    if not _fits(body, _named(name), {}):
        _Check(nulls=True).value(body, {"$ref": name}, at)


def check_answer(body: Any, name: str) -> None:
    """Raises where an answer of ours has a key or a type that Google's cannot have."""
    if _fits(body, _named(name), {}):
        return
    try:
        _Check(nulls=False).value(body, {"$ref": name}, "")
    except ApiError as error:
        raise AssertionError(f"an answer that Google would not give: {error}") from error


@dataclass(slots=True)
class _Shape:
    """A schema made ready to be asked often: an answer has 20,000 values."""

    types: tuple[type, ...] = ()  # none: anything goes
    plain: tuple[type, ...] = ()  # those of them whose values need no further look
    enum: frozenset[str] | None = None
    items: "_Shape | None" = None
    names: dict[str, "_Shape"] = field(default_factory=dict)
    more: "_Shape | None" = None


@cache
def _named(name: str) -> _Shape:
    """The schema of that name; its parts are filled in after it, for schemas hold each other."""
    shape = _SHAPES.setdefault(name, _Shape())
    _fill(shape, document()["schemas"][name])
    return shape


_SHAPES: dict[str, _Shape] = {}


def _shape(schema: dict[str, Any]) -> _Shape:
    name = schema.get("$ref")
    if name:
        return _SHAPES.get(name) or _named(name)
    shape = _Shape()
    _fill(shape, schema)
    return shape


def _fill(shape: _Shape, schema: dict[str, Any]) -> None:
    shape.types = _KINDS.get(schema.get("type", "any"), ())
    shape.enum = frozenset(schema["enum"]) if "enum" in schema else None
    if shape.enum is None and not {dict, list} & {*shape.types}:
        shape.plain = shape.types
    shape.items = _shape(schema["items"]) if "items" in schema else None
    shape.names = {key: _shape(one) for key, one in schema.get("properties", {}).items()}
    more = schema.get("additionalProperties")
    shape.more = _shape(more) if more else None


def _fits(value: Any, shape: _Shape, known: dict[int, _Shape]) -> bool:
    """Whether all is as it should be; where it is not, or perhaps not, `_Check` finds the words.

    `known` holds objects by their id that were found to fit: many cells share one rule.
    """
    kind = type(value)
    if not shape.types:
        return True
    if kind not in shape.types or (shape.enum is not None and value not in shape.enum):
        return False
    if kind is list:
        items = shape.items
        if items is None:
            return False
        for one in value:
            if type(one) not in items.plain and not _fits(one, items, known):
                return False
    elif kind is dict and value and known.get(id(value)) is not shape:
        names, more = shape.names, shape.more
        for key, one in value.items():
            inner = names.get(key, more)
            if inner is None or (type(one) not in inner.plain and not _fits(one, inner, known)):
                return False
        known[id(value)] = shape
    return True


class _Check:
    def __init__(self, *, nulls: bool) -> None:
        self._nulls = nulls
        self._schemas = document()["schemas"]

    def value(self, value: Any, schema: dict[str, Any], at: str) -> None:
        if "$ref" in schema:
            schema = self._schemas[schema["$ref"]]
        kind = schema.get("type", "any")
        if kind == "any" or (value is None and self._nulls):
            return
        wrong_bool = isinstance(value, bool) and kind != "boolean"
        if wrong_bool or not isinstance(value, self._types(kind, value)):
            shown = json.dumps(value, ensure_ascii=False)
            raise malformed(f"Invalid value at '{at}' ({_PROTO.get(kind, kind)}), {shown}", at)
        self._inside(value, schema, at)

    def _types(self, kind: str, value: Any) -> tuple[type, ...]:
        # int64 travels as text, and whole floats are accepted for integers.
        if kind == "integer" and isinstance(value, float) and value.is_integer():
            return (float,)
        return _KINDS[kind]

    def _inside(self, value: Any, schema: dict[str, Any], at: str) -> None:
        if isinstance(value, list):
            for index, item in enumerate(value):
                self.value(item, schema["items"], f"{at}[{index}]")
        elif isinstance(value, dict):
            self._object(value, schema, at)
        elif "enum" in schema and value not in schema["enum"]:
            shown = json.dumps(value, ensure_ascii=False)
            raise malformed(f"Invalid value at '{at}' ({schema.get('id', 'enum')}), {shown}", at)

    def _object(self, value: dict[str, Any], schema: dict[str, Any], at: str) -> None:
        names = schema.get("properties", {})
        more = schema.get("additionalProperties")
        for key, item in value.items():
            inner = names.get(key) or more
            if inner is None:
                place = f" at '{at}'" if at else ""
                raise malformed(
                    f'Invalid JSON payload received. Unknown name "{key}"{place}: '
                    "Cannot find field.",
                    at,
                )
            self.value(item, inner, f"{at}.{_snake(key)}" if at else _snake(key))


@cache
def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
