"""What a plan's rows are called for people: number, title, the sheet's own words quoted."""

from collections.abc import Iterable
from itertools import groupby

from sheetsync.model import Item, Line, Plan, sheet_row
from sheetsync.model.language import Language
from sheetsync.words.cleaning import tidy
from sheetsync.words.clipping import clip, clip_phrase
from sheetsync.words.occurrence_names import occurrence_said

# A cell may hold 32,767 characters; a letter must stay below 100 KB.
TITLE, _IN_A_LINE, _SAID, _MARK, _NUMBER = 160, 80, 120, 120, 20
_RUN = 3  # numbers that are shorter as a run


def number(item: Item, language: Language) -> str:
    """The plan's own number, or the sheet's row where it has none."""
    return number_or_row(item.measure.number, item.measure.row, language)


def numbers(measures: Iterable[tuple[str, int]], language: Language, plan: Plan) -> str:
    """Several by number or else row, in the plan's order: «п. 4–7, 12, 2а, строка 30».

    Of a plan on several tabs, tab by tab: «I квартал: п. 3, 4; II квартал: п. 1».
    """
    by_tab: dict[str, list[tuple[str, int]]] = {}
    # By the row as well: several measures without a number, or with the same, are several.
    for number, row in sorted(dict.fromkeys(measures), key=lambda measure: measure[1]):
        tab = plan.tab_of(row) if plan.tabs else ""
        by_tab.setdefault(tab, []).append((number, sheet_row(row)))
    said = [(tab, _on_one_tab(own, language)) for tab, own in by_tab.items()]
    return "; ".join(f"{tab}: {words}" if tab else words for tab, words in said)


def _on_one_tab(measures: list[tuple[str, int]], language: Language) -> str:
    named = [clip(number, _NUMBER) for number, _ in measures if number]
    rows = [str(row) for number, row in measures if not number]
    said = []
    if len(named) == 1:
        said.append(language.gettext("no. {number}").format(number=named[0]))
    elif named:
        said.append(language.gettext("no. {numbers}").format(numbers=runs(named)))
    if rows:
        words = language.ngettext("row {rows}", "rows {rows}", min(len(rows), 2))
        said.append(words.format(rows=runs(rows)))
    return ", ".join(said)


def runs(names: Iterable[str]) -> str:
    """«4–7» of three and more that follow one another; numbers such as 1.2 stay as they are."""

    def run(place: tuple[int, str]) -> int | str:
        # What grows by one from place to place is as far from its place all along.
        index, name = place
        return int(name) - index if name.isdecimal() else name

    said: list[str] = []
    for _, places in groupby(enumerate(names), key=run):
        found = [name for _, name in places]
        said += found if len(found) < _RUN else [f"{found[0]}–{found[-1]}"]
    return ", ".join(said)


def title(item: Item, language: Language, *, limit: int = TITLE) -> str:
    """The milestone first, where the measure has several: it is what the entry is about.

    Before it the tab, where the plan has several: its numbers may stand on others, too.
    """
    text = clip_phrase(tidy(item.measure.text), limit) or language.gettext(
        "the measure is not named"
    )
    what = clip(occurrence_said(item.what, language), limit)
    said = f"{what}: {text}" if what else text
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
    return number_or_row(line.number, line.row, language)


def line_named(line: Line, language: Language, plan: Plan) -> str:
    """As `named`, of a row as it was remembered."""
    tab = plan.tab_of(line.row) if plan.tabs else ""
    return (
        f"{line_number(line, language)} {on_tab(tab, clip_phrase(tidy(line.measure), _IN_A_LINE))}"
    )


def number_or_row(number: str, row: int, language: Language) -> str:
    """The plan's own number, or the sheet's row where it has none."""
    if number:
        return language.gettext("no. {number}").format(number=clip(number, _NUMBER))
    return language.gettext("row {row}").format(row=sheet_row(row))
