"""The steps by which the plan tab is prepared, and what each is called for people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What a step of the set-up does, or what it finds and leaves."""

    ADD_STATUS = "add status"
    ADD_LOOKUP = "add lookup"
    OUTSIDE_FILTER = "outside filter"
    MEND_HEADER = "mend header"
    MEND_FORMULA = "mend formula"
    KEEP_WORDS = "keep words"
    MEND_CHOICES = "mend choices"
    MEND_COLORS = "mend colors"
    REMOVE_LOOKUP = "remove lookup"
    REMOVE_STATUS = "remove status"
    LEAVE_STATUS = "leave status"
    LEAVE_LOOKUP = "leave lookup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do in the column of that letter; `detail` is what stands there."""

    act: Act
    column: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUp:
    """What was done to the plan tab, or would be; `flaws` are left for --repair."""

    steps: tuple[Step, ...]
    flaws: tuple[Step, ...] = ()


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
    Act.LEAVE_LOOKUP: f"{_LOOKUP} оставлен: в нём есть записи. Убрана только формула.",
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
    Act.LEAVE_LOOKUP: f"{_LOOKUP} останется: в нём есть записи. Уйдёт только формула.",
}


def lines_of(outcome: SetUp, *, dry_run: bool, undo: bool) -> Iterator[str]:
    """A line a step, then what is left to mend."""
    words = _PLANNED if dry_run else _DONE
    yield from (_line(step, words) for step in outcome.steps)
    if not outcome.steps and not outcome.flaws:
        yield "Убирать нечего." if undo else "Лист готов: менять нечего."
    yield from (_line(flaw, _PLANNED) for flaw in outcome.flaws)
    if outcome.flaws:
        yield "Это сделает «sheetsync setup-sheet --repair»."
    if dry_run:
        yield "Проба: в таблице ничего не изменено."


def _line(step: Step, words: Mapping[Act, str]) -> str:
    return words[step.act].format(column=step.column, detail=step.detail)
