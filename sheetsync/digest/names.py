"""What the rows of a plan are called in a letter: number, title, the sheet's own words quoted."""

from collections.abc import Iterable
from itertools import groupby

from sheetsync.model import Item, Line, Plan, sheet_row
from sheetsync.model.language import Language
from sheetsync.words.cleaning import tidy
from sheetsync.words.terms import clip, clip_phrase

# A cell may hold 32,767 characters; a letter must stay below 100 KB.
TITLE, _IN_A_LINE, _SAID, _MARK, _NUMBER = 160, 80, 120, 120, 20


def number(item: Item, language: Language) -> str:
    """The plan's own number, or the sheet's row where it has none."""
    return _number(item.measure.number, item.measure.row, language)


def numbers(measures: Iterable[tuple[str, int]], language: Language, plan: Plan) -> str:
    """Several by number or else row, each once and in order: «п. 11, 12, 15-18, 2а, строка 30».

    Of a plan on several tabs, tab by tab: «I квартал: п. 3, 4; II квартал: п. 1».
    """
    found = list(dict.fromkeys(measures))
    if not plan.tabs:
        return _on_one_tab(found, language)
    by_tab: dict[str, list[tuple[str, int]]] = {}
    for number, row in found:
        by_tab.setdefault(plan.tab_of(row), []).append((number, sheet_row(row)))
    return "; ".join(f"{tab}: {_on_one_tab(own, language)}" for tab, own in by_tab.items())


def _on_one_tab(found: list[tuple[str, int]], language: Language) -> str:
    named = list(dict.fromkeys(clip(number, _NUMBER) for number, _ in found if number))
    rows = [str(row) for number, row in found if not number]
    said = []
    if len(named) == 1:
        said.append(language.gettext("no. {number}").format(number=named[0]))
    elif named:
        said.append(language.gettext("no. {numbers}").format(numbers=runs(named)))
    if rows:
        words = language.ngettext("row {rows}", "rows {rows}", min(len(rows), 2))
        said.append(words.format(rows=runs(rows)))
    return ", ".join(said)


def runs(names: list[str]) -> str:
    """Whole numbers first, three or more in a row as a run; then all others as they come."""
    whole = sorted({int(name) for name in names if name.isdecimal()})
    said: list[str] = []
    for _, group in groupby(enumerate(whole), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        said += [f"{run[0]}-{run[-1]}"] if len(run) > 2 else map(str, run)
    return ", ".join((*said, *(name for name in names if not name.isdecimal())))


def title(item: Item, language: Language, *, limit: int = TITLE) -> str:
    """The milestone first, where the measure has several: it is what the entry is about.

    Before it the tab, where the plan has several: its numbers may stand on others, too.
    """
    text = clip_phrase(tidy(item.measure.text), limit) or language.gettext(
        "the measure is not named"
    )
    said = f"{clip(item.what, limit)}: {text}" if item.what else text
    return on_tab(item.measure.tab, said)


def on_tab(tab: str, words: str) -> str:
    """The words with the tab before them, if it has to be told."""
    return f"{tab} · {words}" if tab else words


def quoted(words: str, language: Language, *, limit: int = _SAID) -> str:
    """Words of the sheet between quotation marks, cut where they are long."""
    return language.gettext("“{words}”").format(words=clip(tidy(words), limit))


def mark(words: str, language: Language) -> str:
    """The status as the sheet has it."""
    return language.gettext("marked {words}").format(words=quoted(words, language, limit=_MARK))


def named(item: Item, language: Language) -> str:
    """Number and short title, for a sentence: п. 2 Заседание Совета."""
    return f"{number(item, language)} {title(item, language, limit=_IN_A_LINE)}"


def line_number(line: Line, language: Language) -> str:
    """As `number`, of a row as it was remembered."""
    return _number(line.number, line.row, language)


def line_named(line: Line, language: Language, plan: Plan) -> str:
    """As `named`, of a row as it was remembered."""
    tab = plan.tab_of(line.row) if plan.tabs else ""
    return (
        f"{line_number(line, language)} {on_tab(tab, clip_phrase(tidy(line.measure), _IN_A_LINE))}"
    )


def _number(number: str, row: int, language: Language) -> str:
    if number:
        return language.gettext("no. {number}").format(number=clip(number, _NUMBER))
    return language.gettext("row {row}").format(row=sheet_row(row))
