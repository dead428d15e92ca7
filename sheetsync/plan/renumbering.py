"""Says in one line what was done to many rows at once: new numbers, another order, a section."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import TypeAlias

from sheetsync.model import Line
from sheetsync.words.terms import plural

Moves: TypeAlias = list[tuple[Line, Line]]

# A plan that was sorted and numbered anew has as many runs as rows: they are counted, not listed.
_RUNS = 4


def renumbered_words(moves: Moves) -> Iterator[str]:
    """«перенумерованы 23 пункта: 1–23 стали 2–24»; `moves` are rows with their old and new line."""
    if not moves:
        return
    runs = _runs(moves)
    heading = _counted(len(moves), "перенумерован", "перенумерованы", "перенумеровано")
    listed = f": {', '.join(map(_run_words, runs))}" if len(runs) <= _RUNS else ""
    yield f"{heading}{listed}"


def moved_words(moves: Moves) -> Iterator[str]:
    """How many rows went to another section, and how many to another place among the others."""
    sections = sum(was.section != now.section for was, now in moves)
    if sections:
        yield f"в другом разделе теперь {sections} {plural(sections, 'пункт', 'пункта', 'пунктов')}"
    rows = [now.row for _, now in sorted(moves, key=lambda move: move[0].row)]
    displaced = len(rows) - _longest_rising(rows)
    if displaced:
        yield _counted(displaced, "переставлен", "переставлены", "переставлено")


def _counted(count: int, one: str, few: str, many: str) -> str:
    noun = plural(count, "пункт", "пункта", "пунктов")
    return f"{plural(count, one, few, many)} {count} {noun}"


def _runs(moves: Moves) -> list[Moves]:
    """Neighbouring rows whose numbers follow each other, before and now."""
    runs: list[Moves] = []
    for move in sorted(moves, key=lambda move: move[0].row):
        if runs and _follows(runs[-1][-1], move):
            runs[-1].append(move)
        else:
            runs.append([move])
    return runs


def _follows(last: tuple[Line, Line], move: tuple[Line, Line]) -> bool:
    return all(_next(a.number) == b.number for a, b in zip(last, move, strict=True))


def _next(number: str) -> str:
    """1 → 2, 3.9 → 3.10; "" where the number does not end in digits."""
    level, dot, last = number.rpartition(".")
    return f"{level}{dot}{int(last) + 1}" if last.isdecimal() else ""


def _run_words(run: Moves) -> str:
    became = "стал" if len(run) == 1 else "стали"
    return f"{_span(run, 0)} {became} {_span(run, 1)}"


def _span(run: Moves, side: int) -> str:
    first, last = run[0][side].number or "без номера", run[-1][side].number
    return first if len(run) == 1 else f"{first}–{last}"


def _longest_rising(rows: list[int]) -> int:
    """The length of the longest rising subsequence: so many rows need not have been moved."""
    tails: list[int] = []
    for row in rows:
        at = bisect_left(tails, row)
        tails[at : at + 1] = [row]
    return len(tails)
