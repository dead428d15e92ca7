"""The rules by their names: what people are told has read a deadline, each with an example."""

from datetime import date

from sheetsync.model import DeadlineKind, Occurrence
from sheetsync.model.frozen import frozen
from sheetsync.words.rule import InEnglish, Rule

DAY = Rule(
    *("день", "до 15 мая", "последний день – 15 мая"),
    InEnglish("day", "by 15 May", "the last day is 15 May"),
)
MONTH = Rule(
    *("месяц", "апрель", "срок – последний день месяца, также «до апреля», «к апрелю»"),
    InEnglish("month", "April", "due on the last day of the month; so is “by April”"),
)
QUARTER = Rule(
    *("квартал", "II квартал", "срок – последний день квартала"),
    InEnglish("quarter", "Q2", "due on the last day of the quarter"),
)
HALF_YEAR = Rule(
    *("полугодие", "второе полугодие", "срок – 30 июня или 31 декабря"),
    InEnglish("half-year", "second half of the year", "due on 30 June or 31 December"),
)
SEASON = Rule(
    *(
        "время года",
        "летом",
        "с первого дня первого месяца по последний день третьего; о зиме календарного года спросим",
    ),
    InEnglish(
        "season",
        "summer",
        "from the first day of its first month to the last day of its third; "
        "whose winter a calendar year means, we ask",
    ),
)
RANGE = Rule(
    *("период", "с 1 по 10 июня", "от первого дня до последнего, оба включительно"),
    InEnglish("period", "1-10 June", "from the first day to the last, both included"),
)
YEARS = Rule(
    *("годы", "2021–2024 гг.", "с 1 января первого года по 31 декабря последнего"),
    InEnglish("years", "2021-2024", "from 1 January of the first year to 31 December of the last"),
)
SINCE = Rule(
    *("начало без конца", "с 15 апреля", "начало известно, последнего дня нет: спросим"),
    InEnglish("open end", "from 15 April", "a first day but no last one: we ask"),
)
END_OF = Rule(
    *("конец периода", "до конца марта", "последний день названного месяца или года"),
    InEnglish("end of a period", "by end of March", "the last day of the month or year named"),
)
PART_OF = Rule(
    *("часть периода", "в начале года", "первая или вторая треть, до её последнего дня"),
    InEnglish(
        "part of a period", "early in the year", "the first or second third, to its last day"
    ),
)
LIST = Rule(
    *("перечень", "март, октябрь", "несколько сроков, у каждого свой последний день"),
    InEnglish("list", "March, October", "several deadlines, each with a last day of its own"),
)
ALL_YEAR = Rule(
    *("весь год", "в течение года", "до конца года; раз в квартал просим отметку"),
    InEnglish(
        "all year", "all year round", "to the end of the year; we ask for an update each quarter"
    ),
)
SCHOOL_YEAR = Rule(
    *("учебный год", "в течение учебного года", "с 1 сентября по 31 мая"),
    InEnglish("school year", "during the school year", "from 1 September to 31 May"),
)
REPEATED = Rule(
    *("повторение", "ежеквартально", "срок в конце каждого месяца, квартала, полугодия"),
    InEnglish("repeated", "quarterly", "due at the end of each month, quarter or half-year"),
)
YEARLY = Rule(
    *("ежегодно", "ежегодно до 1 марта", "названный день в году плана"),
    InEnglish("yearly", "annually by 1 March", "that day in the plan's year"),
)
DAY_OF_MONTH = Rule(
    *(
        "число месяца",
        "ежеквартально до 10 числа следующего месяца",
        "это число после каждого месяца, квартала, полугодия или внутри него",
    ),
    InEnglish(
        "day of the month",
        "quarterly by the 10th of the following month",
        "that day after each month, quarter or half-year, or within it",
    ),
)
WEEKDAY = Rule(
    *("день недели", "последняя пятница месяца", "каждый такой день в году плана"),
    InEnglish("weekday", "last Friday of each month", "each such day in the plan's year"),
)
SOMETIMES = Rule(
    *("частота без дат", "раз в 20 дней", "как часто – известно, в какие дни – нет"),
    InEnglish(
        "how often, without days", "every 20 days", "how often is known, on which days is not"
    ),
)
ONWARDS = Rule(
    *("сначала и далее", "до 1 июня, далее ежеквартально", "названный день и все за ним"),
    InEnglish("first and then", "by 1 June, then quarterly", "the day named and all that follow"),
)
PLAN = Rule(
    *("по чьему-то плану", "по плану министерства", "ждём чужой план; раз в квартал спросим"),
    InEnglish(
        "somebody's plan",
        "according to the plan of the ministry",
        "we wait for their plan and ask once a quarter",
    ),
)
REQUEST = Rule(
    *("по запросу", "по запросу министерства", "ждём запроса, поручения или согласования"),
    InEnglish("on request", "on request", "we wait for a request, an order or an approval"),
)
NEED = Rule(
    *("по мере необходимости", "при необходимости", "ждём случая; раз в квартал спросим"),
    InEnglish("as needed", "as needed", "we wait for the occasion and ask once a quarter"),
)
TERM = Rule(
    *("в установленный срок", "в сроки, установленные законом", "дата названа не здесь"),
    InEnglish("set elsewhere", "in accordance with the law", "the date is set elsewhere"),
)
PROGRAMME = Rule(
    *("срок программы", "в течение срока действия договора", "годы названы не здесь"),
    InEnglish(
        "term of a programme", "for the duration of the contract", "the years are set elsewhere"
    ),
)
OWN_TERM = Rule(
    *("свой период", "I четверть", "дни из [calendar] terms; пока их нет, спросим"),
    InEnglish(
        "own term",
        "Michaelmas term",
        "its days are those of [calendar] terms; until they are there, we ask",
    ),
)
OWN_WORDS = Rule(
    *("принятая фраза", "", "так решили у вас: sheetsync wordings list"),
    InEnglish("settled phrase", "", "as settled here: sheetsync wordings list"),
)
AFTERWARDS = Rule(
    *("после события", "после утверждения сметы", "ждём события, дни не названы"),
    InEnglish("after an event", "after board approval", "we wait for the event, no days are named"),
)
UNSET = Rule(
    *("без даты", "срок уточняется", "даты нет; раз в квартал спросим"),
    InEnglish("no date", "TBC", "no date; we ask once a quarter"),
)
COUNTED = Rule(
    *("дни от события", "в течение 5 дней после заседания", "считаем от события: спросим"),
    InEnglish(
        "days from an event", "within 5 days of the meeting", "counted from an event: we ask"
    ),
)
EVENT = Rule(
    *("к событию", "к открытию форума", "день события не назван: спросим"),
    InEnglish(
        "by an event", "by the opening of the forum", "the day of the event is not named: we ask"
    ),
)

RULES = (
    *(DAY, MONTH, QUARTER, HALF_YEAR, SEASON, RANGE, YEARS, SINCE, END_OF, PART_OF, LIST),
    *(ALL_YEAR, SCHOOL_YEAR, REPEATED, YEARLY, DAY_OF_MONTH, WEEKDAY, SOMETIMES, ONWARDS),
    *(PLAN, REQUEST, NEED, TERM, PROGRAMME, OWN_TERM, AFTERWARDS, UNSET, COUNTED, EVENT),
)


@frozen
class Meant:
    """What a rule makes of a phrase; the fields are those of `model.Deadline`."""

    kind: DeadlineKind
    rule: Rule
    starts: date | None = None
    due: date | None = None
    occurrences: tuple[Occurrence, ...] = ()
    waits_for: str = ""
