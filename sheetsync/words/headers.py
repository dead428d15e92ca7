"""What the words of a header say of its column, beside the lists of columns.toml."""

from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern

_LONGEST = 60  # characters
# By these a header is known that is on no list, where nothing else in its row names the field.
_ABOUT = {
    "measure": "меропри|событи|дел[оа]|повестк|работ|задач|действи|содержани|деятельност|тем[аы]|"
    "вопрос|шаг|поручени|пункт|мер[аы]|что|event|measure|activit|action|task|what|deliverable|"
    "objective",
    "deadline": "срок|дедлайн|дат|начал(?!ьн)|окончан|завершен|врем|период|когда|месяц|квартал|"
    "график|календарн|числ[оа]|день|дни|недел|deadline|"
    "date|when|timing|timeline|timescale|time ?frame|schedule|due|month|quarter|finish|complete by",
    "responsible": "ответств|исполнит|отв|лидер|кто|кем|кому|кого|куратор|организатор|проводит|"
    "докладч|подрядч|владел|руковод|преподават|лектор|провер(?:яет|яющ)|инспектор|отдел|подраздел|"
    r"аудитор|готов(?:ит|ят)\b|докладыва|выступа|внос(?:ит|ят)\b|обеспечива|"
    "responsib|owner|who|in charge|assign|lead|person|department|accountable|contractor|"
    "organi[sz]er|presenter",
}
_ABOUT_WORDS = {field: pattern(rf"\b(?:{stems})") for field, stems in _ABOUT.items()}
_NOT_ABOUT = pattern(
    r"факт|отметк|результат|выполнен[оа]|рожден|создан|примечан|комментари|статус|actual|result"
)
_PARTS = {
    "day": ("число", "числа", "день", "дни", "дата", "day", "days", "date"),
    "week": ("неделя", "недели", "week", "weeks"),
    "month": ("месяц", "месяцы", "мес", "month"),
    "quarter": ("квартал", "кварталы", "кв", "quarter"),
    "year": ("год", "year"),
}
_PART_OF = {word: part for part, words in _PARTS.items() for word in words}
# «Сроки (мес.)», «Срок, месяц», "Month (1-12)"; «Срок, месяцев» is how long something takes.
_IN_UNITS = pattern(
    r"(?:сроки?|дата|период|deadline|due)(?: (?:проведения|исполнения|выполнения))?"
    r"\s?[(,/]\s?([а-яa-z]+)\.?\)?|([а-яa-z]+)\.?\s?\(1\s?[-–]\s?(?:4|12)\)"
)
_WHAT_FOR = pattern(r" (?:проведения|исполнения|выполнения|of completion)$")
_BEGINS = pattern(r"начал|(?<!\w)с$|start|begin")
_OFTEN = pattern(r"(?:периодичность|частота|регулярность|frequency|recurrence|how often)\b")
_HOURS = pattern(r"(?:время|часы?\b|time\b|начало \()")
_DURATION = pattern(r"\bдней\b|\bдн\.|длительн|продолжительн|\bduration\b|\bdays\b.*\)")
_DAY_DONE = pattern(
    r"дата (?:\(?факт|выполн|исполн|заверш|реализ)|факт\w* (?:дата|срок)|срок \(?факт|"
    r"(?:отметк|факт|выполнен|исполнен).* дата$|actual date|date (?:done|completed)|completed on"
)
# «Дата последней поверки» beside that of the next; «Последний день» is an end all the same.
_PREVIOUS = pattern(r"(?:последн|предыдущ|прошл)\w+ (?!д[ен]|срок)|\b(?:last|previous) (?!da[yt])")
_UNITS = pattern(r"месяц|\bкв|\bнед|полугод|month|quarter|week|20\d\d")
_LEADS, _WORKS = pattern(r"ответств|отв\b|responsib"), pattern(r"исполнит|executor")
_PLACES = pattern(r"\bмест[оа]|\bгде|адрес|\bобъект|категори|\b(?:place|venue|location|where)\b")
_CONTACTS = pattern(r"\b(?:тел|подпис|почт|e?-?mail|phone|дата|отмет|контакт|signature|date)")
_WATCHES = pattern(r"контрол(?!ер)|куратор|superv|control")
_SUMS = r"сумм|финанс|об[ъь]ем|руб|бюджет|затрат|стоимост|колич|кол-во|часов|budget|cost|amount"
_AMOUNTS = pattern(_SUMS)
_NO_DAYS = pattern(rf"{_SUMS}|отметк|выполнен(?:о|ие)|факт|percent|actual|оценк|показател|значени")
_COUNTS = pattern(
    r"\b(?:всего|итого|total|кол-во|количеств|сумма|чел\b|человек|шт\b|штук|ед\. ?изм|единиц|раз\b)"
)
_DAYS_BELOW = pattern(r"числ[оа] месяца|д(?:ень|ни|ата) месяца|days? of (?:the )?month")
_OF_UNITS = pattern(r"(?:структурн\w+ )?подраздел|отдел|цех|участок|department|unit|division")


def header_is_about(header: str) -> str:
    """The field, of those that a plan must have, that a header's words speak of; "" for none.

    Of several the first to be named counts: «Дата, ответственный» is about the date.
    """
    words = fold(header)
    if _NOT_ABOUT.search(words):
        return ""
    found = {field: stems.search(words) for field, stems in _ABOUT_WORDS.items()}
    named = {field: match.start() for field, match in found.items() if match}
    return min(named, key=lambda field: named[field], default="")


def part_of_a_day(header: str) -> str:
    """Which part of a date a column of that header holds: "day", "month", …; "" for none."""
    words = fold(header).rstrip(".:")
    unit = _IN_UNITS.fullmatch(words)
    return _PART_OF.get(unit[1] or unit[2] if unit else _WHAT_FOR.sub("", words), "")


def tells_beginning(header: str) -> bool:
    """A header of first days; a whole sentence is none."""
    return len(header) <= _LONGEST and bool(_BEGINS.search(fold(header)))


def tells_how_often(header: str) -> bool:
    """A header of how often measures come back, beside that of their days."""
    return bool(_OFTEN.match(fold(header)))


def tells_hours(header: str) -> bool:
    """A header of times of day."""
    return bool(_HOURS.match(fold(header)))


def tells_duration(header: str) -> bool:
    """A header of how long measures take: «Срок, дней»."""
    return bool(_DURATION.search(fold(header)))


def tells_day_done(header: str) -> bool:
    """A header of the days on which measures were done, beside a column of marks."""
    return bool(_DAY_DONE.match(fold(header)))


def tells_last_time(header: str) -> bool:
    """A header of days that are over: they neither are due nor mark what the plan is about."""
    return bool(_PREVIOUS.search(fold(header)))


def tells_unit(title: str) -> bool:
    """A title over periods that are only numbered below it."""
    return bool(_UNITS.search(fold(title)))


def is_leading(header: str) -> bool:
    """Of two parties, the one who answers: «Ответственный за исполнение»."""
    return bool(_LEADS.match(fold(header)))


def is_contact(header: str) -> bool:
    """A header of where a party is found, or of its signature."""
    return bool(_CONTACTS.search(fold(header)))


def tells_place(header: str) -> bool:
    """A header of where something is held, or for whom."""
    return bool(_PLACES.search(fold(header)))


def is_working(header: str) -> bool:
    """Of two parties, the one who does the work: «Исполнители»."""
    return bool(_WORKS.match(fold(header)))


def is_watching(header: str) -> bool:
    """Of two parties, the one who only looks after it: «Ответственный за контроль»."""
    return bool(_WATCHES.search(fold(header)))


def is_planned(header: str) -> bool:
    """What is only planned, beside what came to be."""
    return fold(header).rstrip(".:") in ("план", "plan", "planned")


def tells_amounts(title: str) -> bool:
    """A title over counts or sums of money: they mark the times in which something is done."""
    return bool(_AMOUNTS.search(fold(title)))


def tells_counts(header: str) -> bool:
    """A header of a total, or of what is counted: «2026 год (человек)»."""
    return bool(_COUNTS.search(fold(header)))


def names_days(header: str) -> bool:
    """A header that says what numbers below months are: «в графах – число месяца»."""
    return bool(_DAYS_BELOW.search(fold(header)))


def names_unit(header: str) -> bool:
    """A header of the unit in which something is done rather than of who does it."""
    return bool(_OF_UNITS.match(fold(header)))


def tells_no_days(title: str) -> bool:
    """A title over periods that are no deadlines: sums of money, marks of what was done."""
    return bool(_NO_DAYS.search(fold(title)))
