"""The parts that words play in the deadline grammar: kinds of lexemes, units, what is awaited."""

from enum import IntEnum, StrEnum


class Kind(StrEnum):
    """The part that a lexeme plays in the grammar. `value` of each is named beside it."""

    NUMBER = "number"  # value: the number
    NTH = "nth"  # a number with an ordinal ending; value: the number
    YEAR = "year"  # a number of four digits; value: the year
    DAY_MONTH = "day_month"  # parts: year or 0, month, day
    MONTH_YEAR = "month_year"  # parts: year, month
    TIME = "time"
    YEAR_END = "year_end"  # "EOY"
    WEEK_OF = "week_of"  # "week commencing", before its Monday
    ONWARDS = "onwards"
    FISCAL = "fiscal"  # "FY" of "FY26"
    HALF_OF_DAY = "half_of_day"  # "am", "p.m."
    ORDINAL = "ordinal"  # "первый", "IV"; value: the number, LAST for "последний"
    COUNT = "count"  # "три"; value: the number
    MONTH = "month"  # value: 1 to 12
    TERM_NAME = "term_name"  # "четверть"; value: which of them
    SEASON = "season"  # value: 1 winter to 4 autumn
    WEEKDAY = "weekday"  # value: 0 Monday to 6 Sunday
    WEEKDAYS = "weekdays"  # "по понедельникам", "Mondays": every one of them; value as WEEKDAY
    UNIT = "unit"  # value: a Unit
    YEAR_MARK = "year_mark"  # "г."
    THIS_YEAR = "this_year"  # "с. г."
    MIDDLE = "middle"
    NAMED_DAY = "named_day"  # "День учителя"; value: its place in the list
    HALF = "half"  # "первая половина"
    DECADE = "decade"  # ten days of a month
    DAY_OF_MONTH = "day_of_month"  # "числа"
    QUARTER_SIGN = "quarter_sign"  # "Q" of "Q2"
    HALF_SIGN = "half_sign"  # "H" of "H1"
    WHICH = "which"  # "текущего" 0, "следующего" 1, "предыдущего" -1
    PERIOD = "period"  # "за отчетным периодом"
    UNTIL = "until"
    SINCE = "since"
    NOT_BEFORE = "not_before"
    FROM = "from"  # "от", which begins a period or dates a document
    THROUGH = "through"
    BETWEEN = "between"
    OUTLOOK = "outlook"  # "с перспективой до"
    IN = "in"
    WHILE = "while"  # "в период"
    OF = "of"
    FOR = "for"  # "за"
    START = "start"
    END = "end"
    FREQUENCY = "frequency"  # "ежемесячно"; value: a Unit and ten times how many of it
    EVERY = "every"
    TIMES = "times"  # "раз", value 1; "twice", value 2
    PER = "per"
    AT_LEAST = "at_least"
    EXCEPT = "except"
    THEN = "then"
    ALL_YEAR = "all_year"
    LENGTH = "length"  # "в трехдневный срок"; value: the Unit and ten times the count (0: unsaid)
    WORKING = "working"  # "рабочих", "календарных"
    WAIT = "wait"  # heads of what depends on others; value: a Wait
    REASON = "reason"  # "т. к.", "иначе": begins a clause of its own
    WHEN = "when"  # "когда", "as soon as": begins a clause of its own
    EVENT = "event"  # heads of what depends on an event: "с началом"
    SOMETIME = "sometime"  # "немедленно", "срок уточняется"
    SET_ELSEWHERE = "set_elsewhere"  # "установленный", said of a term
    TERM = "term"  # "в срок"
    REMARK = "remark"  # kept, changes no date; value: 1 of a hedge, "ориентировочно"
    FILLER = "filler"  # says nothing at all
    AND = "and"
    COMMA = "comma"
    DASH = "dash"
    SLASH = "slash"
    COLON = "colon"
    SEMICOLON = "semicolon"
    OPEN = "open"
    CLOSE = "close"
    QUESTION = "question"
    STOP = "stop"  # negations, conditions, statuses: never skipped
    WORD = "word"  # anything else
    NOTHING = "nothing"  # past the end
    LENGTH_UNIT = (
        "length_unit"  # beside UNIT, of one that is no part of a year: days, months, years
    )


class Unit(IntEnum):
    """A length of calendar time, in growing order."""

    HOUR = 1
    DAY = 2
    WEEK = 3
    MONTH = 4
    QUARTER = 5
    HALF_YEAR = 6
    YEAR = 7
    SCHOOL_YEAR = 8

    @property
    def months(self) -> int:
        """How many months a unit from MONTH to YEAR has; 0 for all others."""
        return _MONTHS_IN.get(self, 0)

    @classmethod
    def of_months(cls, count: int) -> "Unit | None":
        """The unit that has so many months; None where there is none."""
        return next((unit for unit, months in _MONTHS_IN.items() if months == count), None)


_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12}


class Wait(IntEnum):
    """What sort of outside word an open deadline waits for; each is a rule of its own."""

    PLAN = 1
    REQUEST = 2
    NEED = 3
    TERM = 4
    PROGRAMME = 5
    AFTERWARDS = 6
    OWN_TERM = 7


LAST = -1  # the value of "последний" among ordinals
MONTHS_IN_YEAR = 12
HOURS_IN_DAY = 24
NUMBERS = (Kind.NUMBER, Kind.NTH)  # "15", "15-го"
NUMERALS = (*NUMBERS, Kind.ORDINAL)  # "II", "второй"
DAYS = (*NUMBERS, Kind.DAY_MONTH)  # how a day begins: "15 мая", "15-го", "15.05"
BRACKETS = (Kind.OPEN, Kind.CLOSE)
COUNTED_UNITS = (Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)  # that a year has several of
OF_UNITS = ("года", "квартала", "полугодия")  # "итоги года"
PARTS_OF_YEAR = (Unit.QUARTER, Unit.HALF_YEAR, Unit.SCHOOL_YEAR)
NEAR_YEARS = 10  # between the plan's year and one of two digits, or it is none


def full_year(number: int) -> int:
    """A year of two digits in this century; a longer one as it is."""
    return 2000 + number if number < 100 else number
