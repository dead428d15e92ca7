"""What is ours in the spreadsheet: tabs that are whole, once each, and as if drawn afresh."""

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from tests.drivers.google.ground import MARK, Site
from tests.sheets_emulator.state import Sheet

Drawn = dict[str, Any]
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")  # when it was drawn
_IDS = ("sheetId", "chartId", "protectedRangeId", "owner")


def drawn(site: Site) -> dict[str, Drawn]:
    """Our tabs by key, each in a form that does not depend on ids, titles and places."""
    return {key: _drawn(sheet) for key, sheet in site.ours().items()}


def _drawn(sheet: Sheet) -> Drawn:
    size = sheet.properties["gridProperties"]
    return {
        "cells": [_plain(list(line)) for line in sheet.lines],
        "merges": sorted(str(sorted(_plain(one).items())) for one in sheet.merges),
        "rules": [_plain(rule) for rule in sheet.rules],
        "rows": {n: one for n, one in sheet.sizes["ROWS"].items() if _tells(one)},
        "columns": {n: _seen(one) for n, one in sheet.sizes["COLUMNS"].items() if _tells(one)},
        "size": {k: size.get(k) for k in ("rowCount", "columnCount", "frozenRowCount")},
        "color": sheet.properties.get("tabColorStyle"),
        "charts": [_plain(chart) for chart in sheet.charts],
    }


def _tells(size: dict[str, Any]) -> bool:
    return any(size.values())


def _seen(size: dict[str, Any]) -> dict[str, Any]:
    """The width of a hidden column tells nobody anything."""
    return {"hiddenByUser": True} if size.get("hiddenByUser") else size


def _plain(part: Any) -> Any:
    if isinstance(part, list):
        return [_plain(inner) for inner in part]
    if isinstance(part, dict):
        return {key: _plain(inner) for key, inner in part.items() if key not in _IDS}
    return _CLOCK.sub("--:--", part) if isinstance(part, str) else part


def unlike(one: Drawn, other: Drawn) -> list[str]:
    """In what `one` differs from `other`; charts that staff added do not count."""
    parts = [name for name in other if name != "charts" and one[name] != other[name]]
    if any(one["charts"].count(chart) != 1 for chart in other["charts"]):
        parts.append("charts")
    return parts


def names_day(one: Drawn, day: str) -> bool:
    """Whether a tab tells that it is of that day of May; «Проверка» tells of no day."""
    texts = str([line[:30] for line in one["cells"][:3]])
    return "мая" not in texts or f"{int(day[-2:])} мая" in texts


def first_difference(one: Drawn, other: Drawn, part: str) -> str:
    """Something to look at, in few words."""
    if part == "cells":
        for row, (line, wanted) in enumerate(zip(one["cells"], other["cells"], strict=False)):
            if line != wanted:
                pairs = enumerate(zip(line, wanted, strict=False))
                place = next((c for c, (a, b) in pairs if a != b), min(len(line), len(wanted)))
                there = str(line[place : place + 1])[:110]
                return f"{row}/{place}: {there}, afresh {str(wanted[place : place + 1])[:110]}"
        return f"{len(one['cells'])} rows, afresh {len(other['cells'])}"
    if isinstance(one[part], dict):
        names = [n for n in one[part] | other[part] if one[part].get(n) != other[part].get(n)]
        return "; ".join(f"{n}: {one[part].get(n)}, afresh {other[part].get(n)}" for n in names[:9])
    return f"{str(one[part])[:110]}, afresh {str(other[part])[:110]}"


def twice(site: Site) -> Iterator[str]:
    """What is there more than once."""
    book = site.book
    keys = Counter(
        tag["metadataValue"].split(" ")[0]
        for tag in book.metadata
        if tag["metadataKey"] == MARK and "sheetId" in tag["location"]
    )
    columns = Counter(
        tag["metadataValue"]
        for tag in book.metadata
        if tag["metadataKey"] == MARK and "dimensionRange" in tag["location"]
    )
    for name, count in (keys + columns).items():
        if count > 1:
            yield f"{name} is there {count} times"
    for sheet in (*site.ours().values(), *(s for s in book.sheets if s.id == 100)):
        rules = Counter(str(_plain(rule)) for rule in sheet.rules)
        charts = Counter(str(_plain(chart)) for chart in sheet.charts)
        if any(count > 1 for count in (rules + charts).values()):
            yield f"{sheet.title}: a rule or a chart is there twice"


def blocked(site: Site) -> set[str]:
    """Keys of tabs of ours in which people let no program draw."""
    return {
        key
        for key, sheet in site.ours().items()
        if sheet.tables or any(not one.get("warningOnly") for one in sheet.protected)
    }


def places(site: Site) -> set[tuple[str, int]]:
    """Our tabs by their keys and ids."""
    return {(key, sheet.id) for key, sheet in site.ours().items()}


def without_tabs(site: Site) -> None:
    """As if our tabs had never been drawn: no tab, no mark, no name of ours."""
    book = site.book.copy()
    gone = {sheet.id for sheet in site.ours().values()}
    book.sheets = [sheet for sheet in book.sheets if sheet.id not in gone]
    book.renumber()
    book.named = [one for one in book.named if not one["namedRangeId"].startswith(MARK)]
    book.lost = [one for one in book.lost if not one["namedRangeId"].startswith(MARK)]
    book.metadata = [
        tag for tag in deepcopy(book.metadata) if tag["location"].get("sheetId") not in gone
    ]
    site.emulator.world.keep(book)


def wrong_ending(code: int, output: str, error: BaseException | None) -> Iterator[str]:
    """What is wrong with how a command ended: people need a sentence in their language."""
    if error is not None and not isinstance(error, SystemExit):
        yield f"traceback {type(error).__name__}: {str(error)[:80]}"
    if code not in (0, 3, 4, 5):
        yield f"exit code {code}"
    told = output.strip().splitlines()
    if code and not (told and re.search("[а-я]", told[-1]) and told[-1][-1] in ".!»)"):
        yield f"no sentence: {told[-1:]}"
