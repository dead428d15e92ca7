"""Frozen records, as `dataclass(frozen=True, slots=True)` makes them, at a tenth of its cost.

A dataclass compiles six methods when its class is defined, half a millisecond on Python 3.11: of
the 240 that a command defines it uses half, and prints or compares few. Here each method is
compiled when it is first called, and runs as fast as a dataclass's own.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from typing import Any, NoReturn, TypeVar, cast, dataclass_transform

_Record = TypeVar("_Record")
_Method = Callable[..., Any]
_FIELDS = "__frozen_fields__"


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(cls: type[_Record]) -> type[_Record]:
    """A record whose fields are given by name. `dataclasses.replace` and `fields` take it.

    Of what `field` knows there are `default`, `default_factory`, `repr` and `metadata`.
    """
    return _made(cls, kw_only=True)


@dataclass_transform(frozen_default=True, kw_only_default=False, field_specifiers=(field,))
def frozen_positional(cls: type[_Record]) -> type[_Record]:
    """As `frozen`, but the fields may also be given by their place."""
    return _made(cls, kw_only=False)


class _DataclassFields:
    """What `dataclasses` asks a record for: its own machinery tells, when it first asks."""

    def __get__(self, _record: object, cls: type) -> Mapping[str, Field[Any]]:
        fields = fields_of(cls)
        types = {name: each.type for name, each in fields.items()}
        # Without a docstring `dataclass` would work out the signature for one.
        body = {"__doc__": "Fields.", "__annotations__": types, **fields}
        twin: Any = type(cls.__name__, (), body)
        found = vars(dataclass(init=False, repr=False, eq=False)(twin))["__dataclass_fields__"]
        type.__setattr__(cls, "__dataclass_fields__", found)
        return cast(Mapping[str, Field[Any]], found)


def _made(cls: type[_Record], *, kw_only: bool) -> type[_Record]:
    """The class again, for slots can be given to a class only where it is defined."""
    own = {
        name: _field(cls.__dict__.get(name, MISSING), type_, kw_only=kw_only)
        for name, type_ in cls.__annotations__.items()
    }
    fields = {**fields_of(cls), **own}
    # The last two describe the first class's layout: the second, with slots, has another.
    left_out = {*own, "__dict__", "__weakref__"}
    body = {name: value for name, value in vars(cls).items() if name not in left_out}
    body |= {"__slots__": tuple(own), _FIELDS: fields, "__dataclass_fields__": _DataclassFields()}
    body["__match_args__"] = tuple(name for name, each in fields.items() if not each.kw_only)
    body |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
    body |= {"__getstate__": _state, "__setstate__": _restore, "__repr__": _representation}
    meta: Any = type(cls)
    made: type[_Record] = meta(cls.__name__, cls.__bases__, body)
    for name, write in (("__init__", _init), ("__eq__", _eq), ("__hash__", _hash)):
        # What a class has written itself stays.
        if name not in vars(cls):
            setattr(made, name, _compiled_when_called(made, name, write))
    return made


def _field(default: Any, type_: Any, *, kw_only: bool) -> Field[Any]:
    found: Field[Any]
    found = default if isinstance(default, Field) else field(default=default, kw_only=kw_only)
    found.type, found.kw_only = type_, kw_only
    return found


def fields_of(cls: type) -> dict[str, Field[Any]]:
    """The fields of a record by name; of other classes none."""
    return getattr(cls, _FIELDS, {})


def _compiled_when_called(
    cls: type, name: str, write: Callable[[type, dict[str, Any]], str]
) -> _Method:
    def first(*arguments: Any, **named: Any) -> Any:
        # Two threads may both come here: each makes the same method, and either may stay.
        names: dict[str, Any] = {}
        exec(write(cls, names), names)  # noqa: S102 - our own words alone
        method: _Method = names[name]
        setattr(cls, name, method)
        return method(*arguments, **named)

    return first


def _init(cls: type, names: dict[str, Any]) -> str:
    head, body, named = ["self"], ["pass"], False
    for name, each in fields_of(cls).items():
        if each.kw_only and not named:
            head.append("*")
            named = True
        # A slot's own setter takes no notice of `__setattr__`, and asks for no name.
        names[f"set_{name}"] = getattr(cls, name).__set__
        value = name
        if each.default is not MISSING:
            names[f"default_{name}"] = each.default
            head.append(f"{name}=default_{name}")
        elif each.default_factory is not MISSING:
            names |= {f"make_{name}": each.default_factory, "MISSING": MISSING}
            head.append(f"{name}=MISSING")
            value = f"make_{name}() if {name} is MISSING else {name}"
        else:
            head.append(name)
        body.append(f"set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    return f"def __init__({', '.join(head)}):\n " + "\n ".join(body)


def _eq(cls: type, _names: dict[str, Any]) -> str:
    return (
        "def __eq__(self, other):\n if other.__class__ is self.__class__:\n"
        f"  return {_values(cls, 'self')} == {_values(cls, 'other')}\n return NotImplemented"
    )


def _hash(cls: type, _names: dict[str, Any]) -> str:
    return f"def __hash__(self):\n return hash({_values(cls, 'self')})"


def _values(cls: type, of: str) -> str:
    return f"({''.join(f'{of}.{name}, ' for name in fields_of(cls))})"


def _refuse_to_set(_record: object, name: str, _value: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_record: object, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(record: object) -> list[Any]:
    return [getattr(record, name) for name in fields_of(type(record))]


def _restore(record: object, state: list[Any]) -> None:
    for name, value in zip(fields_of(type(record)), state, strict=True):
        object.__setattr__(record, name, value)


def _representation(record: object) -> str:
    shown = (name for name, each in fields_of(type(record)).items() if each.repr)
    fields = ", ".join(f"{name}={getattr(record, name)!r}" for name in shown)
    return f"{type(record).__qualname__}({fields})"
