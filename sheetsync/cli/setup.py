"""The command `setup-sheet`: the only one that touches the plan tab."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sheetsync.cli.program import folder_option, open_job, today_option
from sheetsync.errors import UsageError
from sheetsync.model import Act, Step

if TYPE_CHECKING:
    from sheetsync.model import SetUp

_STATUS = "Столбец {column} «Отметка о выполнении»"
_LOOKUP = "Столбец {column} «Состояние (заполняется само)»"
_CHOOSE = "ответ можно выбрать из списка или написать своими словами"
_FILTER = (
    "На листе включён фильтр, и столбец {column} в него не входит: при сортировке отметки не "
    "сдвинутся вместе со строками. Расширьте фильтр до этого столбца."
)
_DONE: Mapping[Act, str] = {
    Act.ADD_STATUS: f"{_STATUS} добавлен: {_CHOOSE}.",
    Act.ADD_LOOKUP: f"{_LOOKUP} добавлен: в нём одна формула, в заголовке.",
    Act.OUTSIDE_FILTER: _FILTER,
    Act.MEND_HEADER: f"{_STATUS}: заголовок возвращён{{detail}}.",
    Act.MEND_FORMULA: f"{_LOOKUP}: формула возвращена в заголовок.",
    Act.KEEP_WORDS: f"{_LOOKUP}: {{detail}} мешало формуле, теперь это примечание к той же ячейке.",
    Act.MEND_CHOICES: f"{_STATUS}: выбор ответа возвращён.",
    Act.MEND_COLORS: f"{_LOOKUP}: цвета возвращены.",
    Act.REMOVE_LOOKUP: f"{_LOOKUP} удалён.",
    Act.REMOVE_STATUS: f"{_STATUS} удалён: в нём никто не писал.",
    Act.LEAVE_STATUS: f"{_STATUS} оставлен: в нём есть записи. Убран только выбор ответа.",
}
_PLANNED: Mapping[Act, str] = {
    Act.ADD_STATUS: f"{_STATUS} будет добавлен: {_CHOOSE}.",
    Act.ADD_LOOKUP: f"{_LOOKUP} будет добавлен: в нём одна формула, в заголовке.",
    Act.OUTSIDE_FILTER: _FILTER,
    Act.MEND_HEADER: f"{_STATUS}: заголовок нужно вернуть{{detail}}.",
    Act.MEND_FORMULA: f"{_LOOKUP}: формулу нужно вернуть в заголовок.",
    Act.KEEP_WORDS: f"{_LOOKUP}: {{detail}} мешает формуле; станет примечанием к той же ячейке.",
    Act.MEND_CHOICES: f"{_STATUS}: выбор ответа нужно вернуть.",
    Act.MEND_COLORS: f"{_LOOKUP}: цвета нужно вернуть.",
    Act.REMOVE_LOOKUP: f"{_LOOKUP} будет удалён.",
    Act.REMOVE_STATUS: f"{_STATUS} будет удалён: в нём никто не писал.",
    Act.LEAVE_STATUS: f"{_STATUS} останется: в нём есть записи. Уйдёт только выбор ответа.",
}


@click.command("setup-sheet")
@folder_option
@today_option
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--repair", is_flag=True, help="Also mend what people broke in our columns.")
@click.option("--undo", is_flag=True, help="Remove exactly what was added (Google Sheets).")
def setup_sheet(
    folder: Path, today: datetime | None, dry_run: bool, repair: bool, undo: bool
) -> None:
    """Prepare the plan tab for staff, once.

    Adds a status column where there is none and, in a Google Sheet, a column that shows each
    measure's state, both at the right end. No cell, rule or format of staff's changes.
    """
    from sheetsync.daily.setup import set_up, take_back

    if undo and repair:
        raise UsageError("Или --repair, или --undo: вместе они не имеют смысла.")
    with open_job(folder, today, writes=not dry_run) as job:
        if undo:
            outcome = take_back(job, dry_run=dry_run)
        else:
            outcome = set_up(job, repair=repair, dry_run=dry_run)
    _show(outcome, _PLANNED if dry_run else _DONE, undo=undo)


def _show(outcome: "SetUp", words: Mapping[Act, str], *, undo: bool) -> None:
    for step in outcome.steps:
        click.echo(_said(step, words))
    if not outcome.steps and not outcome.flaws:
        click.echo("Убирать нечего." if undo else "Лист готов: менять нечего.")
    for flaw in outcome.flaws:
        click.echo(_said(flaw, _PLANNED))
    if outcome.flaws:
        click.echo("Это сделает «sheetsync setup-sheet --repair».")
    if words is _PLANNED:
        click.echo("Проба: в таблице ничего не изменено.")


def _said(step: Step, words: Mapping[Act, str]) -> str:
    return words[step.act].format(column=step.column, detail=step.detail)
