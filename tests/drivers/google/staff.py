"""What staff have in the spreadsheet, in a form in which it can be held against later."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sheetsync.setup_sheet.mends import is_ours
from tests.drivers.google.ground import MARK, Site
from tests.sheets_emulator.grid import cell
from tests.sheets_emulator.state import Book, Cell, Sheet

_STAMP = "driver"
_FIRST_ID = 1_900_000_000
OURS, _AMONG = "ours", " and ours"


@dataclass(frozen=True)
class TabSeen:
    """A tab of staff's: its columns by stamps, and all that lies on them."""

    title: str
    properties: dict[str, Any]
    order: tuple[str, ...]
    columns: dict[str, tuple[Cell, ...]]
    things: tuple[str, ...]
    words: tuple[str, ...]
    all_words: tuple[str, str]


@dataclass(frozen=True)
class StaffSeen:
    """All tabs of staff's in their order, and the names of the spreadsheet that are theirs."""

    tabs: dict[int, TabSeen]
    names: tuple[str, ...]
    ours: frozenset[str]


def stamp(site: Site) -> None:
    """Mark every column of staff's tabs so that it is known wherever it goes."""
    book = site.book
    book.metadata[:] = [tag for tag in book.metadata if tag["metadataKey"] != _STAMP]
    number = _FIRST_ID
    for sheet in _staffs(book):
        for index in range(sheet.column_count):
            place = {"sheetId": sheet.id, "dimension": "COLUMNS"}
            span = {**place, "startIndex": index, "endIndex": index + 1}
            number += 1
            book.metadata.append(
                {
                    "metadataId": number,
                    "metadataKey": _STAMP,
                    "metadataValue": f"{sheet.id}/{index}",
                    "location": {"locationType": "COLUMN", "dimensionRange": span},
                    "visibility": "DOCUMENT",
                }
            )


def _staffs(book: Book) -> list[Sheet]:
    ours = {
        tag["location"]["sheetId"]
        for tag in book.metadata
        if tag["metadataKey"] == MARK and "sheetId" in tag["location"]
    }
    return [sheet for sheet in book.sheets if sheet.id not in ours]


def look(site: Site, *, once_ours: frozenset[str] = frozenset()) -> StaffSeen:
    """What staff have now; columns that were ours at an earlier look are not theirs yet."""
    book = site.book
    for tag in book.metadata:
        if tag["metadataKey"] == _STAMP and tag["metadataValue"] in once_ours:
            tag["metadataValue"] = OURS
    ours = {
        label
        for sheet in _staffs(book)
        for index, label in enumerate(_labels(book, sheet, named=True))
        if index in _own_columns(book, sheet)
    }
    staffs = (one for one in book.named if not one["namedRangeId"].startswith(MARK))
    names = sorted(f"{one['name']} {_place(book, one['range'])}" for one in staffs)
    tabs = {sheet.id: _tab(book, sheet) for sheet in _staffs(book)}
    return StaffSeen(tabs=tabs, names=tuple(names), ours=frozenset(ours))


def _own_columns(book: Book, sheet: Sheet) -> dict[int, str]:
    """Our columns on a tab: which one stands where."""
    return {
        tag["location"]["dimensionRange"].get("startIndex", 0): tag["metadataValue"]
        for tag in book.metadata
        if tag["metadataKey"] == MARK
        and tag["location"].get("dimensionRange", {}).get("sheetId") == sheet.id
    }


def _labels(book: Book, sheet: Sheet, *, named: bool = False) -> list[str]:
    """A stamp a column, "new" for one without; ours are not told apart unless `named`."""
    stamps = {
        tag["location"]["dimensionRange"].get("startIndex", 0): tag["metadataValue"]
        for tag in book.metadata
        if tag["metadataKey"] == _STAMP
        and tag["location"].get("dimensionRange", {}).get("sheetId") == sheet.id
    }
    own = {} if named else _own_columns(book, sheet)
    # A column that we left to staff has OURS for a stamp.
    return [OURS if n in own else stamps.get(n, "new") for n in range(sheet.column_count)]


def _tab(book: Book, sheet: Sheet) -> TabSeen:
    labels = _labels(book, sheet)
    size = sheet.properties["gridProperties"]
    properties = {
        **{k: v for k, v in sheet.properties.items() if k not in ("gridProperties", "index")},
        **{k: v for k, v in size.items() if k != "columnCount"},
        "rows": sorted((row, str(one)) for row, one in sheet.sizes["ROWS"].items()),
    }
    columns = {
        label: _column(sheet, index)
        for index, label in enumerate(labels)
        if label != OURS and not (label == "new" and not any(_column(sheet, index)))
    }
    words = tuple(
        text
        for index in _own_columns(book, sheet)
        for text in _words(sheet, index)
        if not is_ours(text)
    )
    return TabSeen(
        title=sheet.title,
        properties=properties,
        order=tuple(label for label in labels if label in columns),
        columns=columns,
        things=tuple(sorted(_things(book, sheet))),
        words=words,
        all_words=everywhere(book, sheet),
    )


def _column(sheet: Sheet, index: int) -> tuple[Cell, ...]:
    size = sheet.sizes["COLUMNS"].get(index, {})
    cells = [cell(sheet, row, index) for row in range(len(sheet.lines))]
    while cells and not cells[-1]:
        cells.pop()
    return (size, *cells) if cells or size else ()


def _words(sheet: Sheet, index: int) -> Iterator[str]:
    for data in _column(sheet, index)[1:]:
        yield from filter(None, (_text(data), data.get("note", "")))


def _text(data: Cell) -> str:
    return str(data.get("userEnteredValue", {}).get("stringValue", ""))


def everywhere(book: Book, sheet: Sheet) -> tuple[str, str]:
    """All texts and notes of a tab, one after the other, and those in hidden copies of ours."""
    own = _own_columns(book, sheet)
    copies = [n for n, name in own.items() if name.endswith("aside")]
    seen = (text for n in range(sheet.column_count) if n not in copies for text in _words(sheet, n))
    return "\n".join(seen), "\n".join(text for n in copies for text in _words(sheet, n))


def _things(book: Book, sheet: Sheet) -> Iterator[str]:
    """What lies on staff's columns; what lies on ours alone is left out."""
    for merge in sheet.merges:
        yield from _thing(book, "merge", [merge], "")
    for rule in sheet.rules:
        yield from _thing(book, "rule", rule["ranges"], str(rule.get("booleanRule")))
    for one in sheet.protected:
        yield from _thing(book, "protection", [one.get("range", {})], one.get("description", ""))
    for kind, list_ in (("view", sheet.views), ("table", sheet.tables), ("band", sheet.bands)):
        for one in list_:
            yield from _thing(book, kind, [one["range"]], str(one.get("title", "")))
    if sheet.filter:
        yield from _thing(book, "filter", [sheet.filter["range"]], "")
    for chart in sheet.charts:
        yield f"chart {chart['spec'].get('title')} {chart['chartId']}"


def _thing(book: Book, kind: str, ranges: list[dict[str, Any]], more: str) -> Iterator[str]:
    places = [place for one in ranges if (place := _place(book, one))]
    if places:
        yield f"{kind} {' + '.join(places)} {more}"


def _place(book: Book, grid_range: dict[str, Any]) -> str:
    """A range by the stamps of its columns; "" where it is on ours alone."""
    sheet = book.sheet(grid_range.get("sheetId", 0))
    if sheet is None:
        return "gone"
    rows = f"{grid_range.get('startRowIndex', 0)}:{grid_range.get('endRowIndex', '')}"
    start = grid_range.get("startColumnIndex", 0)
    end = grid_range.get("endColumnIndex", sheet.column_count)
    labels = _labels(book, sheet)[start:end]
    if end >= sheet.column_count:
        return f"{sheet.id} {rows} from {next((x for x in labels if x != OURS), '')}"
    inside = labels.count(OURS)
    theirs = [label for label in labels if label != OURS]
    if not theirs:
        return ""
    return f"{sheet.id} {rows} {theirs[0]}..{theirs[-1]} of {len(theirs)}{_AMONG * inside}"


def losses(before: StaffSeen, after: StaffSeen, site: Site) -> Iterator[str]:
    """What staff no longer have as they had it, but for columns of ours that became theirs."""
    yield from changes(before, after)
    for key, old in before.tabs.items():
        yield from _lost_words(old, site, key)


def changes(before: StaffSeen, after: StaffSeen) -> Iterator[str]:
    """As `losses`, but for words in columns of ours, which may be on their way into notes."""
    if list(before.tabs) != [key for key in after.tabs if key in before.tabs]:
        yield "staff's tabs are gone or in another order"
    for key, old in before.tabs.items():
        if key in after.tabs:
            yield from _tab_losses(old, after.tabs[key], before.ours)
    if _gone(before.names, after.names):
        yield f"staff's names: {_gone(before.names, after.names)}"


def _lost_words(old: TabSeen, site: Site, key: int) -> Iterator[str]:
    sheet = site.book.sheet(key)
    there = everywhere(site.book, sheet) if sheet else ("", "")
    for word in sorted({*old.words}):
        was, now = _times(word, old.all_words), _times(word, there)
        if was != now:
            yield f"words of staff's in a column of ours: «{word}» {now} times, not {was}"


def _times(word: str, texts: tuple[str, str]) -> int:
    """How often people see it: what a copy of ours holds counts where it stands nowhere else."""
    seen, copied = texts
    return seen.count(word) or min(copied.count(word), 1)


def _tab_losses(old: TabSeen, new: TabSeen, ours: frozenset[str]) -> Iterator[str]:
    if old.properties != new.properties:
        names = {k for k in old.properties | new.properties if _differ(old, new, k)}
        yield f"{old.title}: properties {sorted(names)}"
    kept = [label for label in new.order if label not in ours and not _is_left(label, old, new)]
    if list(old.order) != kept:
        yield f"{old.title}: columns {_short(old.order)} became {_short(kept)}"
    for label in set(old.order) & set(kept):
        wrong = list(_cell_losses(old.columns[label], new.columns[label]))
        if wrong:
            yield f"{old.title}: {len(wrong)} cells of column {label}, such as {wrong[0]}"
    if _gone(old.things, new.things):
        yield f"{old.title}: {_gone(old.things, new.things)} became {_gone(new.things, old.things)}"


def _is_left(label: str, old: TabSeen, new: TabSeen) -> bool:
    """Whether a new column is one of ours that was left to staff with their words in it."""
    cells = new.columns[label]
    texts = {text for data in cells[1:] if (text := _text(data)) and not is_ours(text)}
    return label == "new" and bool(texts) and texts <= {*old.words}


def _differ(old: TabSeen, new: TabSeen, name: str) -> bool:
    return bool(old.properties.get(name) != new.properties.get(name))


def _cell_losses(old: tuple[Cell, ...], new: tuple[Cell, ...]) -> Iterator[str]:
    for index in range(max(len(old), len(new))):
        one = old[index] if index < len(old) else {}
        other = new[index] if index < len(new) else {}
        if one != other and not _moved_formula(one, other):
            yield f"row {index}: {one} became {other}"


def _moved_formula(one: Cell, other: Cell) -> bool:
    """References follow a column of ours that comes or goes."""
    texts = [data.get("userEnteredValue", {}).get("formulaValue", "") for data in (one, other)]
    return all(texts) and ("#REF!" in texts[0]) == ("#REF!" in texts[1])


def _gone(old: tuple[str, ...], new: tuple[str, ...]) -> list[str]:
    """What of the old is not in the new; that columns of ours have left its midst is no loss."""
    rest, gone = list(new), []
    for one in old:
        fits = [
            other
            for other in rest
            if other.replace(_AMONG, "") == one.replace(_AMONG, "")
            and other.count(_AMONG) <= one.count(_AMONG)
        ]
        if fits:
            rest.remove(fits[0])
        else:
            gone.append(one)
    return gone


def _short(labels: Any) -> str:
    shown = list(labels)
    while shown and shown[-1].endswith(tuple("0123456789")) and len(shown) > 16:
        shown.pop()
    return " ".join(shown)
