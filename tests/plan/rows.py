"""Rows of plans to compare: a few by hand, or hundreds that are alike and yet different."""

from collections.abc import Iterable, Sequence
from itertools import product
from random import Random

from sheetsync.model import KnownRow, Line

_DEEDS = (
    "Провести семинар",
    "Провести совещание",
    "Организовать обучение",
    "Подготовить методические рекомендации",
    "Рассмотреть на заседании Президиума вопрос",
    "Обновить раздел сайта",
)
_FOR = (
    "для председателей первичных организаций",
    "для председателей молодёжных советов",
    "для бухгалтеров",
    "для уполномоченных по охране труда",
    "для профсоюзного актива Северного района",
    "для профсоюзного актива Южного района",
    "для членских организаций",
)
_ABOUT = (
    "по охране труда",
    "по оплате труда",
    "по мотивации профсоюзного членства",
    "о подготовке отчётов и выборов",
    "о ходе коллективно-договорной кампании",
    "о работе с обращениями граждан",
    "о цифровых сервисах",
    "на тему «Правовая защита работников»",
    "на тему «Правовая защита молодёжи»",
    "за 1 полугодие",
    "за 2 полугодие",
    "в рамках Года кадров",
    "в рамках Недели охраны труда",
    "с участием социальных партнёров",
    "без участия социальных партнёров",
)
TEXTS = tuple(" ".join(words) for words in product(_DEEDS, _FOR, _ABOUT))  # 630
_DEADLINES = ("в течение года", "апрель", "июнь", "ноябрь", "до 1 октября", "ежеквартально")
_PARTIES = ("Отдел кадров", "Правовой отдел", "УМЦ, членские организации", "Совет молодёжи")


def line(
    number: str = "1",
    measure: str = "Обновить положение о наградах и представить его Совету организации",
    *,
    deadline: str = "апрель",
    responsible: str = "Отдел кадров",
    status: str = "",
) -> Line:
    row = int(number.split(".")[0]) + 3 if number else 3
    return Line(row, number, measure, deadline, responsible, status, note="", section="")


def numbered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines as rows of one sheet, numbered from 1."""
    return tuple(one._replace(row=i + 3, number=str(i)) for i, one in enumerate(lines, start=1))


def placed(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines as rows of one sheet, their numbers as they are."""
    return tuple(one._replace(row=i + 3) for i, one in enumerate(lines, start=1))


def known_rows(lines: Sequence[Line]) -> tuple[KnownRow, ...]:
    """The lines with identities from 1 on."""
    return tuple(KnownRow(identity=i, line=line) for i, line in enumerate(lines, start=1))


def generated(random: Random, count: int) -> tuple[Line, ...]:
    """Rows of one plan with different measures, deadlines and parties as they recur in plans."""
    texts = random.sample(TEXTS, count)
    return numbered(
        line("1", t, deadline=random.choice(_DEADLINES), responsible=random.choice(_PARTIES))
        for t in texts
    )
