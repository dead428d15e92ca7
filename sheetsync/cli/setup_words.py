"""What the set-up of the plan tab did, or would do, in words."""

from collections.abc import Mapping

import click

from sheetsync.model import Act, SetUp, Step

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


def print_set_up(outcome: SetUp, *, dry_run: bool, undo: bool) -> None:
    """A line a step, then what is left to mend."""
    words = _PLANNED if dry_run else _DONE
    for step in outcome.steps:
        click.echo(_said(step, words))
    if not outcome.steps and not outcome.flaws:
        click.echo("Убирать нечего." if undo else "Лист готов: менять нечего.")
    for flaw in outcome.flaws:
        click.echo(_said(flaw, _PLANNED))
    if outcome.flaws:
        click.echo("Это сделает «sheetsync setup-sheet --repair».")
    if dry_run:
        click.echo("Проба: в таблице ничего не изменено.")


def _said(step: Step, words: Mapping[Act, str]) -> str:
    return words[step.act].format(column=step.column, detail=step.detail)
