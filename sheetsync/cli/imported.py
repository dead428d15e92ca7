"""What `import` says: what was taken for what, and what was not carried over."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from sheetsync.cli.text import wrapped
from sheetsync.model import FIELDS, LeftOut, Unread
from sheetsync.new_plan import Imported
from sheetsync.plan.header_words import mended
from sheetsync.plan.other_year import proposed_period, settings_words
from sheetsync.plan.table import PlanTable
from sheetsync.words.terms import clip, plural

_NAMES = {
    "number": "номер",
    "measure": "мероприятие",
    "deadline": "срок",
    "responsible": "ответственные",
    "helper": "соисполнители",
    "status": "отметка о выполнении",
    "note": "примечание",
}
_LEFT_OUT = {
    Unread.STRUCK: "Зачёркнутые слова не перенесены",
    Unread.HIDDEN: "Скрытый текст не перенесён",
}
_MANY = 12  # words that are quoted one by one


def print_imported(imported: Imported, target: Path) -> None:
    """One line that says how much, then one for each thing worth knowing."""
    count = len(imported.table.lines)
    measures = plural(count, "пункт", "пункта", "пунктов")
    click.echo(f"{target}: {count} {measures}, лист «План».")
    for sentence in _sentences(imported):
        click.echo(wrapped(f"{sentence[:1].upper()}{sentence[1:]}."))


def _sentences(imported: Imported) -> Iterator[str]:
    table = imported.table
    texts = table.header.texts
    known = (f"«{mended(texts[field])}» – {_NAMES[field]}" for field in FIELDS if field in texts)
    yield f"Распознаны столбцы: {'; '.join(known)}"
    if imported.kept:
        yield f"Оставлены как есть: {_quoted(imported.kept)}"
    yield from _left_out(table.grid.left_out)
    yield from _rows(table)
    yield from table.grid.remarks
    period = proposed_period(table)
    if period:
        yield f"В заголовке назван период плана, впишите в [plan]: {settings_words(period)}"


def _left_out(words: Iterable[LeftOut]) -> Iterator[str]:
    for why, sentence in _LEFT_OUT.items():
        said = [one.words for one in words if one.why is why]
        if said:
            yield f"{sentence}: {_quoted(said)}"


def _rows(table: PlanTable) -> Iterator[str]:
    if table.asides:
        yield f"Не похожи на мероприятия и не перенесены: {_quoted(w for _, w in table.asides)}"
    for _, doubt in table.header.doubts:
        if doubt.code == "status-unfound":
            yield f"Столбца с отметками о выполнении не найдено; похож на него «{doubt.quote}»"


def _quoted(words: Iterable[str]) -> str:
    said = [f"«{clip(one, 40)}»" for one in words]
    more = f" и ещё {len(said) - _MANY}" if len(said) > _MANY else ""
    return ", ".join(said[:_MANY]) + more
