"""The rules by their names: what people are told has read a deadline, each with an example."""

from datetime import date

from sheetsync.model import DeadlineKind, Occurrence
from sheetsync.model.frozen import frozen
from sheetsync.words.rule import Rule

DAY = Rule("день", "до 15 мая", "последний день – 15 мая")
MONTH = Rule("месяц", "апрель", "срок – последний день месяца")
QUARTER = Rule("квартал", "II квартал", "срок – последний день квартала")
HALF_YEAR = Rule("полугодие", "второе полугодие", "срок – 30 июня или 31 декабря")
SEASON = Rule("время года", "летом", "с первого дня первого месяца по последний день третьего")
RANGE = Rule("период", "с 1 по 10 июня", "от первого дня до последнего, оба включительно")
YEARS = Rule("годы", "2021–2024 гг.", "с 1 января первого года по 31 декабря последнего")
SINCE = Rule("начало без конца", "с 15 апреля", "начало известно, последнего дня нет: спросим")
END_OF = Rule("конец периода", "до конца марта", "последний день названного месяца или года")
PART_OF = Rule("часть периода", "в начале года", "первая или вторая треть, до её последнего дня")
LIST = Rule("перечень", "март, октябрь", "несколько сроков, у каждого свой последний день")
ALL_YEAR = Rule("весь год", "в течение года", "до конца года; раз в квартал просим отметку")
SCHOOL_YEAR = Rule("учебный год", "в течение учебного года", "с 1 сентября по 31 мая")
REPEATED = Rule("повторение", "ежеквартально", "срок в конце каждого месяца, квартала, полугодия")
YEARLY = Rule("ежегодно", "ежегодно до 1 марта", "названный день в году плана")
DAY_OF_MONTH = Rule(
    "число месяца",
    "ежеквартально до 10 числа следующего месяца",
    "это число после каждого месяца, квартала, полугодия или внутри него",
)
WEEKDAY = Rule("день недели", "последняя пятница месяца", "каждый такой день в году плана")
SOMETIMES = Rule("частота без дат", "раз в 20 дней", "как часто – известно, в какие дни – нет")
ONWARDS = Rule("сначала и далее", "до 1 июня, далее ежеквартально", "названный день и все за ним")
PLAN = Rule("по чьему-то плану", "по плану министерства", "ждём чужой план; раз в квартал спросим")
REQUEST = Rule("по запросу", "по запросу министерства", "ждём запроса, поручения или согласования")
NEED = Rule("по мере необходимости", "при необходимости", "ждём случая; раз в квартал спросим")
TERM = Rule("в установленный срок", "в сроки, установленные законом", "дата названа не здесь")
PROGRAMME = Rule("срок программы", "в течение срока действия договора", "годы названы не здесь")
OWN_TERM = Rule("свой период", "I четверть", "дни из [calendar] terms; пока их нет, спросим")
OWN_WORDS = Rule("принятая фраза", "", "так решили у вас: sheetsync wordings list")
AFTERWARDS = Rule("после события", "после утверждения сметы", "ждём события, дни не названы")
UNSET = Rule("без даты", "срок уточняется", "даты нет; раз в квартал спросим")
COUNTED = Rule("дни от события", "в течение 5 дней после заседания", "считаем от события: спросим")
EVENT = Rule("к событию", "к открытию форума", "день события не назван: спросим")

RULES = (
    *(DAY, MONTH, QUARTER, HALF_YEAR, SEASON, RANGE, YEARS, SINCE, END_OF, PART_OF, LIST),
    *(ALL_YEAR, SCHOOL_YEAR, REPEATED, YEARLY, DAY_OF_MONTH, WEEKDAY, SOMETIMES, ONWARDS),
    *(PLAN, REQUEST, NEED, TERM, PROGRAMME, OWN_TERM, AFTERWARDS, UNSET, COUNTED, EVENT),
)


@frozen
class Understood:
    """What a rule makes of a phrase; the fields are those of `model.Deadline`."""

    kind: DeadlineKind
    rule: Rule
    starts: date | None = None
    due: date | None = None
    occurrences: tuple[Occurrence, ...] = ()
    waits_for: str = ""
