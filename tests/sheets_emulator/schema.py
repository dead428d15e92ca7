"""Google's own discovery document as the judge of requests and answers."""

import json
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
    _Check(nulls=True).value(body, {"$ref": name}, at)


def check_answer(body: Any, name: str) -> None:
    """Raises where an answer of ours has a key or a type that Google's cannot have."""
    try:
        _Check(nulls=False).value(body, {"$ref": name}, "")
    except ApiError as error:
        raise AssertionError(f"an answer that Google would not give: {error}") from error


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
