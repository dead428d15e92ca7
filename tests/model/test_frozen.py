"""A frozen record is what a frozen dataclass of the same fields is."""

import pickle
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace
from typing import Any

import pytest

from sheetsync.model.frozen import frozen, frozen_positional


@dataclass(frozen=True, slots=True)
class _Point:
    x: int
    y: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named(_Point):
    name: str
    tags: dict[str, int] = field(default_factory=dict)
    secret: str = field(default="", repr=False)


@frozen_positional
class Point:
    x: int
    y: int = 2


@frozen
class Named(Point):
    name: str
    tags: dict[str, int] = field(default_factory=dict)
    secret: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if self.name == "nobody":
            raise ValueError(self.name)


CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((1,), {"name": "a"}),
    ((1, 3), {"name": "b", "tags": {"c": 4}}),
    ((), {"x": 1, "y": 3, "name": "b", "secret": "d"}),
    ((1,), {}),
    ((1, 2, 3), {"name": "a"}),
    ((1,), {"name": "a", "other": 1}),
    ((1,), {"name": "a", "x": 1}),
]


def _outcome(call: Any, *arguments: Any, **named: Any) -> tuple[Any, ...]:
    try:
        made = call(*arguments, **named)
    except TypeError as error:
        return (TypeError, str(error).rpartition(".")[2])
    return astuple(made), asdict(made), repr(made).rpartition("Named")[2]


@pytest.mark.parametrize(("arguments", "named"), CALLS)
def test_is_made_of_the_same_arguments(arguments: Any, named: Any) -> None:
    assert _outcome(Named, *arguments, **named) == _outcome(_Named, *arguments, **named)


def test_is_equal_to_its_like_alone() -> None:
    assert Point(1) == Point(1, 2)
    assert Point(1) != Point(2)
    assert Point(1) != _Point(1)
    assert Point(1) != Named(1, name="a")
    assert len({Point(1), Point(1, 2), Point(1, 3)}) == 2


def test_changes_by_making_another() -> None:
    record = Named(1, name="a")
    with pytest.raises(FrozenInstanceError):
        record.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del record.x
    assert replace(record, y=5, tags={"b": 1}) == Named(1, 5, name="a", tags={"b": 1})
    with pytest.raises(ValueError, match="nobody"):
        replace(record, name="nobody")


def test_has_no_room_for_more() -> None:
    with pytest.raises((AttributeError, TypeError)):
        object.__setattr__(Point(1), "z", 3)


@pytest.mark.parametrize("copied", [copy, deepcopy, lambda each: pickle.loads(pickle.dumps(each))])
def test_copies_are_equal(copied: Any) -> None:
    record = Named(1, name="a", tags={"b": 1})
    assert copied(record) == record


def test_tells_its_fields() -> None:
    told = [(each.name, each.type, each.kw_only, each.default) for each in fields(Named)]
    assert told == [(each.name, each.type, each.kw_only, each.default) for each in fields(_Named)]
    assert Named.__match_args__ == _Named.__match_args__  # type: ignore[attr-defined]
    match Point(1, 3):
        case Point(x, y):
            assert (x, y) == (1, 3)
