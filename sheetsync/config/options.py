"""What the keys of a configuration file may hold, and all that is wrong in one at once."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, field
from datetime import date, datetime, time
from typing import Any, TypeVar, dataclass_transform
from zoneinfo import ZoneInfo

from sheetsync.languages import _
from sheetsync.model.frozen import fields_of, frozen, frozen_positional

_Value = TypeVar("_Value")
_Name = TypeVar("_Name", bound=str | int)
_Section = TypeVar("_Section")

Reader = Callable[[object], _Value]
"""Takes what TOML holds; raises ValueError with a sentence, or `Unfit`."""


class Unfit(ValueError):
    """All that is wrong inside of a value: a path and a sentence each."""

    def __init__(self, found: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.found = tuple(found)


@frozen_positional
class Key:
    """How one key is read, and the field that holds its value."""

    field: str
    read: Reader[Any]
    required: bool = True


def key(
    read: Reader[_Value],
    *,
    default: _Value = MISSING,  # type: ignore[assignment]
    default_factory: Callable[[], _Value] = MISSING,  # type: ignore[assignment]
) -> _Value:
    """A field of a section, which is called as its key is."""
    metadata = {"read": read}
    found: Any = field(default=default, default_factory=default_factory, metadata=metadata)  # type: ignore[call-overload]
    return found  # type: ignore[no-any-return]


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(key,))
def section(cls: type[_Section]) -> type[_Section]:
    """A frozen record that `part` reads; its `__post_init__` may raise ValueError."""
    return frozen(cls)


def keys_of(cls: type) -> Mapping[str, Key]:
    """The keys of a section, in its order."""
    return {
        name: Key(name, each.metadata["read"], each.default is each.default_factory is MISSING)
        for name, each in fields_of(cls).items()
    }


def values_of(record: object) -> dict[str, Any]:
    """A section's values by the names of its fields."""
    return {name: getattr(record, name) for name in fields_of(type(record))}


def part(cls: type[_Section]) -> Reader[_Section]:
    """Reads a section into an instance of that class."""
    return table(cls, keys_of(cls))


def table(make: Callable[..., _Value], keys: Mapping[str, Key]) -> Reader[_Value]:
    """Reads exactly these keys and passes their values to `make` by the names of their fields."""

    def read(value: object) -> _Value:
        given = _as_section(value)
        known = [
            (name, each.read if name in given else _refuse_lacking, given.get(name))
            for name, each in keys.items()
            if each.required or name in given
        ]
        strange = [(name, _refuse_unknown(keys), name) for name in given if name not in keys]
        found = _read_all((*known, *strange))
        return make(**{keys[name].field: value for name, value in found.items()})

    return read


def mapping(read: Reader[_Value]) -> Reader[dict[str, _Value]]:
    """Reads keys of any name, each value in the same way."""
    return lambda value: _read_all((name, read, each) for name, each in _as_section(value).items())


def sequence(
    read: Reader[_Value], *, least: int = 0, most: int | None = None
) -> Reader[tuple[_Value, ...]]:
    """Reads a list, each entry in the same way."""

    def read_each(value: object) -> tuple[_Value, ...]:
        if not isinstance(value, list | tuple):
            raise ValueError(_("a list in square brackets is needed"))
        if len(value) < least:
            raise ValueError(_("at least one entry is needed"))
        if most is not None and len(value) > most:
            raise ValueError(_("at most {most} entries are possible", most=most))
        return tuple(
            _read_all((number, read, each) for number, each in enumerate(value, 1)).values()
        )

    return read_each


def text(value: object) -> str:
    """Any text."""
    if not isinstance(value, str):
        raise ValueError(_("a text in quotes is needed"))
    return value


def filled(value: object) -> str:
    """A text that is not empty."""
    if value == "":
        raise ValueError(_("the value is empty"))
    return text(value)


def checked(check: Callable[[str], str]) -> Reader[str]:
    """Reads a text and passes it through `check`."""
    return lambda value: check(text(value))


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError(_("true or false is needed"))
    return value


def whole(least: int, most: int | None = None) -> Reader[int]:
    """Reads a whole number from `least` to `most`."""

    def read_whole(value: object) -> int:
        # To Python, true is the number 1.
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(_("a whole number without quotes is needed"))
        if value < least:
            raise ValueError(_("a number {side} {get} is needed", side=_("at least"), get=least))
        if most is not None and value > most:
            raise ValueError(_("a number {side} {get} is needed", side=_("at most"), get=most))
        return value

    return read_whole


def day(value: object) -> date:
    """A date of TOML's own kind, or one in quotes."""
    if isinstance(value, datetime):
        if value.time() != time.min:
            raise ValueError(_("a date without a time is needed, such as 2021-05-04"))
        return value.date()
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError(_("a date is needed, such as 2021-05-04")) from None
    if not isinstance(value, date):
        raise ValueError(_("a date without quotes is needed, such as 2021-05-04"))
    return value


def one_of(*values: _Value) -> Reader[_Value]:
    """Reads one of those values."""

    def read_one(value: object) -> _Value:
        for each in values:
            if value == each:
                return each
        expected = ", ".join(map(str, values))
        raise ValueError(
            _(
                "“{problem}” does not fit, it has to be one of: {expected}",
                problem=value,
                expected=expected,
            )
        )

    return read_one


def _read_all(entries: Iterable[tuple[_Name, Reader[_Value], object]]) -> dict[_Name, _Value]:
    """What each of them reads, by name; raises Unfit with all that is wrong."""
    values: dict[_Name, _Value] = {}
    wrong: list[tuple[str, str]] = []
    for name, read, value in entries:
        try:
            values[name] = read(value)
        except Unfit as error:
            wrong += [
                (f"{name}.{path}" if path else str(name), words) for path, words in error.found
            ]
        except ValueError as error:
            wrong.append((str(name), str(error)))
    if wrong:
        raise Unfit(wrong)
    return values


def _as_section(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError(_("a section with keys is needed"))
    return value


def _refuse_lacking(_value: object) -> Any:
    raise ValueError(_("a required value is missing"))


def _refuse_unknown(keys: Iterable[str]) -> Reader[Any]:
    """Refuses an unknown name and suggests the key that it resembles."""

    def refuse(name: object) -> Any:
        # Here, as only a mistake needs it.
        from difflib import get_close_matches

        close = get_close_matches(str(name), keys, n=1)
        hint = (
            _("; it is like “{close}”", close=close[0])
            if close
            else _("; there are: {listed}", listed=", ".join(keys))
        )
        raise ValueError(_("there is no such key{hint}", hint=hint))

    return refuse


_HOUR = re.compile(r"([01]?\d|2[0-3]):[0-5]\d")


def zone(value: str) -> str:
    """A time zone's name, checked against the system's data."""
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):  # a folder's name, an unknown zone
        raise ValueError(
            _("there is no time zone “{value}”; for example: Europe/Moscow", value=value)
        ) from None
    return value


def hour(value: object) -> time:
    """A time of day as TOML or people write it."""
    if isinstance(value, time):
        return value
    # TOML wants 10:00:00 without quotes; people write "10:00".
    if isinstance(value, str) and _HOUR.fullmatch(value):
        hours, minutes = value.split(":")
        return time(int(hours), int(minutes))
    raise ValueError(_("the time is mistyped: “{value}”, it has to be like 10:00", value=value))


def web_address(value: str) -> str:
    """An address that a browser opens; "" for none."""
    if value and not value.startswith(("https://", "http://")):
        raise ValueError(
            _("the address has to begin with https:// or http://: “{value}”", value=value)
        )
    return value


def file_path(value: str) -> str:
    """A path that can exist: for others even `exists` raises."""
    parts = re.split(r"[/\\]", value)
    # 255 bytes of a name are NAME_MAX of Linux.
    fits = len(value) < 1000 and all(len(part.encode()) <= 255 for part in parts)
    if value and not (fits and value.isprintable() and any(parts)):
        raise ValueError(_("this is no path of a file: “{value}”", value=value[:50]))
    return value
