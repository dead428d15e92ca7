"""The three states in which our tabs are looked at: a new plan, a calm autumn, a huge muddle."""

from datetime import date
from pathlib import Path

from sheetsync.config.folder import load_config
from sheetsync.daily.plan_context import context_of
from sheetsync.model import Change, ChangeKind, Grid, Line, Move, Sitting
from sheetsync.new_folder import make_sample
from sheetsync.plan.agenda import build_agenda, plan_of_table
from sheetsync.plan.table import read_table
from sheetsync.summary.inputs import Inputs
from tests.builders import inputs
from tests.sample import sample_grid

STATES = {"sample": date(2021, 5, 11), "autumn": date(2021, 10, 19), "muddle": date(2021, 10, 19)}
_NINE_MONTHS = "за 9 месяцев: работа ведётся"
_AUTUMN = {
    **dict.fromkeys((4, 7, 8, 9, 10, 11, 16, 17, 18, 24), _NINE_MONTHS),
    1: "Состоялось 22.04, протокол № 3",
    2: "Рассмотрено 25.02, протокол № 2",
    5: "Выполнено 25.05",
    6: "Проведён 22.09",
    12: "Велижский район – 24.03; Сафоновский район – 20.04",
    14: "Положение разработано, конкурс проводится",
    15: "сайт в опытной эксплуатации",
    19: "Выполнено 26.04",
    20: "Принято участие 15.09",
    22: "заявка подана",
}
# What offices write in a hurry: long, without blanks, contradictory, of other years.
_MARKS = (
    "",
    "выполнено?",
    "частично; ждём ответа от Координационных советов районов " * 4,
    "Перенос на III кв. (пост. № 6-2 от 21.06)",
    "не вып., нет данных, к 20 декабря",
    "да/нет",
    "https://www.example.org/otchet/2021/organizatsionnaya-rabota/itogi-kvartala.html",
    "снято",
)
_DEADLINES = (
    "март, октябрь",
    "до 31 апреля",
    "ежеквартально, до 10 числа следующего месяца",
    "весной",
    "январь – июнь 2020 г.",
    "по мере необходимости, но не реже двух раз в полугодие",
    "",
)
_RESPONSIBLES = (
    "",
    "Отдел огранизационной работы",
    "Специалисты",
    "УМЦ, отдел информационной работы",
    "Постоянная комиссия Совета по организационной работе и кадровой политике, Молодежный совет",
)

_MUDDLED = 172  # rows: each deadline meets each mark, and some say the same twice


def state(name: str, folder: Path, *, language: str = "ru") -> tuple[Inputs, Grid]:
    """What the tabs are made from in one of `STATES`, and the plan tab's cells."""
    today, grid = STATES[name], _grid(name)
    make_sample(folder)
    config = load_config(folder)
    context = context_of(config)
    plan = plan_of_table(read_table(grid, config.column_rules), context, today=today)
    agenda = build_agenda(plan, today=today, warnings=context.warnings)
    if name == "sample":
        return inputs(agenda, language=language, pretended=True), grid
    measures = plan.measures
    then = build_agenda(plan, today=date(2021, 5, 25), warnings=context.warnings)
    moves = [
        Move(
            row=measure.row,
            times=1 + measure.row % 4,
            day=date(2021, 6, 26),
            before="июнь",
            after="Перенесено на сентябрь",
            was_late=False,
            ground="",
            was_due=date(2021, 1, 29),
        )
        for measure in measures[5::7]
    ]
    changes = [
        Change(
            kind=kind,
            identity=measure.row,
            before=_line(measure.row),
            after=_line(measure.row),
            field=field,
        )
        for (kind, field), measure in zip(
            [(ChangeKind.DONE, "status"), (ChangeKind.DEADLINE, "deadline")] * 9,
            measures,
            strict=False,
        )
    ]
    known = inputs(
        agenda,
        language=language,
        sitting=Sitting(day=date(2021, 10, 26), then=then),
        moves=tuple(moves),
        since=date(2021, 9, 21),
        changes=tuple(changes),
        word_days={m.row: date(2021, 5 + m.row % 6, 5) for m in measures if m.progress.text},
    )
    return known, grid


def _line(row: int) -> Line:
    words = "Оказывать практическую и методическую помощь членским организациям"
    mark = f"{_NINE_MONTHS}, " * 3
    return Line(row, str(row), words, "июнь", "УМЦ", mark, "", "")


def _grid(name: str) -> Grid:
    """The sample plan with marks; seven times over, each time worse, for the muddle."""
    rows = list(sample_grid().rows)
    start = next(at for at, row in enumerate(rows) if row[0] == "1.")
    head, body = rows[:start], [row for row in rows[start:] if len(row) == 4]
    head = [(*row, "Отметка о выполнении") if "№ п/п" in row else row for row in head]
    if name == "muddle":
        body = [_muddled(at, body[at % len(body)]) for at in range(_MUDDLED)]
    elif name == "autumn":
        body = [(*row, _AUTUMN.get(int(row[0].rstrip(".")), "")) for row in body]
    return Grid(title="План", rows=(*head, *body))


def _muddled(at: int, row: tuple[object, ...]) -> tuple[object, ...]:
    _, text, deadline, responsible = row
    return (
        f"{at + 1}.",
        text,
        deadline if at % 3 else _DEADLINES[at % len(_DEADLINES)],
        responsible if at % 2 else _RESPONSIBLES[at % len(_RESPONSIBLES)],
        _MARKS[at % len(_MARKS)],
    )
