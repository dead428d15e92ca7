"""What stands above the header: the plan's title and, in a document, the first headings."""

from collections.abc import Iterator, Sequence
from itertools import islice

from sheetsync.model import CellValue, Grid
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import cell_text, is_blank, shown_texts
from sheetsync.words.asides import is_aside
from sheetsync.words.headings import may_name_part, section_period
from sheetsync.words.pattern import pattern
from sheetsync.words.periods import in_english
from sheetsync.words.plan_period import named_plan_period, named_years
from sheetsync.words.titles import (
    approves,
    begins_title,
    dates_paper,
    goes_on,
    heads_section,
    is_bare_title,
    is_sentence,
    names_plans_years,
    names_section,
    names_time,
    tells_aim,
)

# Titles are often typed with spaces between the letters: «П Л А Н».
_SPACED_OUT = pattern(r"\b(?:\w ){2,}\w\b")
_Line = tuple[int, str]


@frozen
class AboveTable:
    """The title, then lines by the sheet's row.

    `headings` are those of the first section, `sentences` stand among them, `others` before.
    """

    title: str
    headings: tuple[_Line, ...] = ()
    sentences: tuple[_Line, ...] = ()
    others: tuple[_Line, ...] = ()


def above_table(grid: Grid, index: int) -> AboveTable:
    """What stands above the header, which is row `index` from 0.

    Of a sheet all of it is the title but the heading of the first section. A document's may be
    followed by what the plan is for, by other tables and by the heading of the first one.
    """
    lines = _title_on(list(_lines(grid.rows[:index])))
    if not grid.paragraphs:
        headings = lines[-1:] if lines and _heads_section(lines[-1][1], grid, index) else []
        title = _joined(lines[: len(lines) - len(headings)])
        return AboveTable(title=title, headings=tuple(headings))
    end = _end(lines, grid, index)
    rest = lines[end:]
    tables = [at for at, line in enumerate(rest, start=1) if line[0] not in grid.paragraphs]
    beside = rest[: max(tables, default=0)]
    below = rest[len(beside) :]
    headings = list(_headings(below))
    first = headings[0][0] if headings else index
    sentences = [line for line in below if line[0] > first and line not in headings]
    if any(tells_aim(words) for _, words in below):
        sentences = []
    return AboveTable(
        title=_joined(lines[:end]),
        headings=tuple(headings),
        sentences=tuple(sentences),
        others=tuple(line for line in rest if line not in headings and line not in sentences),
    )


def _heads_section(line: str, grid: Grid, index: int) -> bool:
    """Whether a line only heads the first rows: «Январь» before a heading «Февраль»."""
    own = section_period(line) if may_name_part(line) else None
    if own is None:
        return False
    below = islice(grid.rows, index, None)
    headings = (shown[0] for row in below if len(shown := shown_texts(row)) == 1)
    named = (period for words in headings if (period := section_period(words)))
    return any(one.months == own.months and one.starts > own.starts for one in named)


def _lines(rows: Sequence[Sequence[CellValue]]) -> Iterator[_Line]:
    for number, row in enumerate(rows, start=1):
        line = " ".join(cell_text(v) for v in row if not is_blank(v)).strip(" *")
        if line:
            yield number, _SPACED_OUT.sub(lambda m: m[0].replace(" ", ""), line)


def _title_on(lines: Sequence[_Line]) -> list[_Line]:
    """The title, without approvals and the organisation's name above it; all where nothing says.

    That it is a school's, or of which year, may stand in the lines above alone.
    """
    at = next((at for at, (_, words) in enumerate(lines) if begins_title(words)), 0)
    own = [*lines[at:]]
    named = named_plan_period(_joined(own))
    if named or not at:
        return own
    years, others = _above(lines[:at])
    for more in (years, sorted((*years, *others))):
        whole = _joined([*more, *own])
        if named_plan_period(whole):
            return [*more, *own]
    bare = years and not named_years(_joined(own))
    return [*years, *own] if bare else own


def _above(lines: Sequence[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Of the lines above a title those that may tell the plan's years, and others without any."""
    years, others = [], []
    signed, last = False, 0
    for row, words in lines:
        signed = approves(words) or (signed and row == last + 1)
        last = row
        if names_plans_years(words, signed=signed):
            years.append((row, words))
            signed = False
        elif dates_paper(words):
            signed = False
        elif not (signed or named_years(words)):
            others.append((row, words))
    return years, others


def _end(lines: Sequence[_Line], grid: Grid, index: int) -> int:
    """How many of the lines are the title."""
    end = len(lines)
    for at, (row, words) in enumerate(lines[1:], start=1):
        if tells_aim(words) or heads_section(words):
            return at
        if row not in grid.paragraphs and lines[0][0] in grid.paragraphs:
            end = at
            break
    below = (cell_text(grid.rows[n - 1][0]) for n in grid.paragraphs if n > index + 1)
    # Where one line stands above each of several tables, the first of them is no title either.
    several = any(not (is_aside(words) or is_sentence(words)) for words in below)
    if several and end > 1 and _stands_apart(lines[:end]):
        end -= 1
        while end > 1 and _stands_apart(lines[:end]) and named_years(_joined(lines[: end - 1])):
            end -= 1
    return end


def _stands_apart(lines: Sequence[_Line]) -> bool:
    """The last line of what might be a title does not go on with the one before."""
    (_, before), (_, line) = lines[-2:]
    if names_time(line):
        return True
    return not (goes_on(line) or named_years(line) or is_bare_title(before))


def _headings(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Those that head the first table, of the lines below the title."""
    aims = False
    for at, (row, words) in enumerate(lines):
        aims = aims or tells_aim(words)
        if tells_aim(words) or is_sentence(words):
            continue
        # What is listed below «Задачи:» is numbered, too.
        if not aims or at == len(lines) - 1 or names_time(words) or names_section(words):
            yield row, words


def _joined(lines: Sequence[_Line]) -> str:
    """One line of all; a title may stand below the organisation's name, or in two languages."""
    words, before = "", ""
    for _, line in lines:
        begins = bool(before) and begins_title(line) and not goes_on(line)
        if begins and in_english(line) != in_english(before):
            words += f" / {line}"
        elif begins and not begins_title(before):
            words = f"{words.rstrip(' ,;.')}. {line}"
        else:
            words += f" {line}"
        before = line
    words = words.strip()
    return "План" + words[4:] if words.startswith("ПЛАН") else words
