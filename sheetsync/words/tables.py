"""What stands in the cells of a table in place of words: ditto signs, marks, items of a list."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sheetsync.words.cleaning import fold
from sheetsync.words.lexicon.kinds import MONTHS_IN_YEAR
from sheetsync.words.pattern import pattern

# Of signs, one must be a quotation mark or a slash: a lone dash says «то же» in some columns only.
# Sets, for a run asks this of most of its cells: the pattern took longer to compile.
_QUOTES = frozenset("/\"«»„“”″〃'`")
_SIGNS = _QUOTES | frozenset("-_\\|., \n\t\u00a0")
_THE_SAME = frozenset(
    {
        *("то же", "то же самое", "те же", "тот же", "та же", "там же", "аналогично"),
        *("выше", "см выше", "см. выше", "same", "same as above", "ditto", "idem", "id."),
        "as above",
    }
)
_THE_SAME_ONE = frozenset(
    f"{one}{gap}же" for one in ("он", "она", "они", "оно") for gap in (" ", "")
)
_DASHED = ("deadline", "responsible")
_MARK = pattern(r"[+xхvz*✓✔√☑●•■█▲★]+|да|yes|true|истина")
_NO_MARK = pattern(r"[-_0.]*|нет|no|false|ложь|не (?:проводится|планируется)")
_LETTER = pattern(r"(?P<mark>[а-яa-z]\s?\)|\d{1,2}\s?\))\s*")
_DASH = pattern(r"[-•*·▪●○‣⁃]\s*")
_NUMERIC = pattern(r"(?P<mark>\d{1,3}(?:\.\d{1,3}){0,4})\.?\s+")
_ROMAN = pattern(r"(?=[ivxхіl])(?:[xх]{0,3})(?:[iі][xх]|[iі]?v|v?[iі]{0,3})")

_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LATIN = str.maketrans("ІХ", "IX")

# By these a header is known that is on no list, where nothing else in its row names the field.
_ABOUT = {
    "measure": "меропри|событи|дел[оа]|повестк|работ|задач|действи|содержани|деятельност|тем[аы]|"
    "вопрос|шаг|поручени|пункт|мер[аы]|что|event|measure|activit|action|task|what|deliverable|"
    "objective",
    "deadline": "срок|дедлайн|дат|начал(?!ьн)|окончан|завершен|врем|период|когда|месяц|квартал|"
    "график|календарн|числ[оа]|день|дни|недел|deadline|"
    "date|when|timing|timeline|timescale|time ?frame|schedule|due|month|quarter|finish|complete by",
    "responsible": "ответств|исполнит|отв|лидер|кто|кем|кому|куратор|организатор|проводит|докладч|"
    "подрядч|владел|руковод|преподават|лектор|провер(?:яет|яющ)|инспектор|отдел|подраздел|"
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
_LEADS, _WORKS = pattern(r"ответств|отв\b|responsib"), re.compile(r"исполнит|executor")
_PLACES = pattern(r"\bмест[оа]|\bгде|адрес|\bобъект|категори|\b(?:place|venue|location|where)\b")
_CONTACTS = pattern(r"\b(?:тел|подпис|почт|e?-?mail|phone|дата|отмет|контакт|signature|date)")
_WATCHES = pattern(r"контрол(?!ер)|куратор|superv|control")
_OTHER_SUMS = pattern(
    r"отметк|выполнен(?:о|ие)|факт|сумм|финанс|об[ъь]ем|руб|бюджет|затрат|стоимост|колич|кол-во|"
    r"часов|percent|budget|cost|actual|amount|оценк|показател|значени"
)
# A body or a post, after adjectives of its own: «Финансово-экономический отдел».
_PARTY = pattern(
    r"(?:все |(?!\w+ние )[а-яё-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие) |[а-яё]{1,7}\. ?){0,3}"
    r"(?:отдел|управлени|департамент|комитет|комисси|совет(?:ы|а)?\b|профсоюз|профком|профорг|"
    r"председател|заместител|зам\.|директор|начальник|заведующ|зав\.|бухгалт|специалист|инспектор|"
    r"учител|руководител|администрац|служб|центры?\b|сектор|бюро|секретар|методист|юрист|правлени|"
    r"президиум|аппарат|организации\b|федераци|координатор|педагог|завуч|психолог|библиотекар|"
    r"редакци|кафедр|деканат|ректор|воспитател|вожат|пресс-|инженер|член|депутаты?\b|"
    r"доцент|профессор|тренер|врач|завхоз|декан|лаборант|юрисконсульт|менеджер|энергетик|"
    r"рабоч\w+ групп)"
    r"|(?:[a-z]+ ){0,3}(?:head|chief|director|manager|department|office|team|board|committee|"
    r"secretary|council|unit)\b"
)
_INITIALS = pattern(
    r"\s*(?:[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?)"
)
_FULL_NAME = pattern(r"[А-ЯЁ][а-яё-]+ [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вна|чна|вич|мич|ьич)\b")
_ANSWERS = pattern(
    r"\s*(?:(?:ответственн|исполнител|отв\.|responsible|owner)[^:.]{0,60}:|отв\.) *"
    r"(?P<party>\w[^:]+)",
    re.IGNORECASE,
)
_SLASHED = pattern(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_ABBREVIATION = pattern(r"\s*[А-ЯЁA-Z]{2,6}(?![\w-])")


@lru_cache(maxsize=4096)  # few columns hold it, and they say the same again and again
def is_ditto(text: str, field: str) -> bool:
    """The words, or signs, for what stands in the cell above; a dash is one in some columns."""
    words = fold(text)
    if words in _THE_SAME or (field == "responsible" and words in _THE_SAME_ONE):
        return True
    signs = frozenset(words)
    return bool(signs & _QUOTES and signs <= _SIGNS) or (field in _DASHED and is_dash(text))


def is_dash(text: str) -> bool:
    """Nothing but a dash: below words it may mean the same as they."""
    return fold(text) in ("-", "--", "---")


def is_mark(text: str) -> bool:
    """A sign that only says yes."""
    return bool(_MARK.fullmatch(fold(text)))


def is_no_mark(text: str) -> bool:
    """A sign that only says no, or nothing."""
    return bool(_NO_MARK.fullmatch(fold(text)))


def item_mark(text: str) -> tuple[str, str]:
    """The mark of a list's item that a text begins with, «а)», «1.2», «-», and the words after it.

    Both marks of lists, a letter and a number, are without spaces; ("", text) where there is none.
    """
    for item in (_NUMERIC, _LETTER):
        match = item.match(text.casefold())
        if match and text[match.end() :].strip():
            return match["mark"].replace(" ", ""), text[match.end() :].strip()
    match = _DASH.match(fold(text))
    if match and match.end() < len(text):
        return "-", text[match.end() :].strip()
    return "", text


def is_item_number(number: str) -> bool:
    """The number of an item that belongs to the numbered one above it: «а)», «а», «-»."""
    bare = fold(number).rstrip(".")
    return bool(_DASH.fullmatch(bare) or re.fullmatch(r"[а-яa-z]|[а-яa-z0-9]{1,2}\s?\)", bare))


def month_number(header: str) -> int:
    """The month of a header that only counts it, "3", "03", «III»; 0 for any other."""
    numeral = header.upper().translate(_LATIN).rstrip(".")
    if numeral in _MONTHS:
        return _MONTHS.index(numeral) + 1
    number = int(header) if header.isdecimal() and len(header) < 3 else 0
    return number if number <= len(_MONTHS) else 0


def is_roman(number: str) -> bool:
    """A Roman number, in Latin letters or in Cyrillic ones that look like them."""
    return bool(number) and bool(_ROMAN.fullmatch(fold(number).rstrip(".")))


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


def party_named(line: str) -> str:
    """The party that a line above the table names for all: «Ответственный: учебный центр»."""
    match = _ANSWERS.fullmatch(line)
    return match["party"].strip(" .") if match else ""


def party_heading(text: str) -> str:
    """The party that a heading is: «Отдел кадров», «Отв.: отдел кадров»; "" for any other."""
    return party_named(text) or (text if reads_as_party(text) else "")


def reads_as_party(text: str) -> bool:
    """Whether words are plainly a party's: a body, a post, a name or an abbreviation first."""
    if is_mark(text) or is_no_mark(text):
        return False
    known = (_INITIALS.match(text), _FULL_NAME.match(text), _ABBREVIATION.match(text))
    return bool(_PARTY.match(fold(text)) or any(known))


def with_months_first(deadlines: Iterable[str]) -> dict[str, str]:
    """Of a column, the dates that begin with their month, spelled as ISO 8601 has them.

    One "3/25/2026" tells that "3/5/2026" beside it is no third of May: a program wrote them all.
    """
    slashed = {text: _SLASHED.findall(text) for text in set(deadlines) if "/" in text}
    dates = [found for texts in slashed.values() for found in texts]
    if any(int(first) > MONTHS_IN_YEAR for first, _, _ in dates) or all(
        int(day) <= MONTHS_IN_YEAR for _, day, _ in dates
    ):
        return {}
    return {text: _SLASHED.sub(_month_first, text) for text in slashed}


def _month_first(found: re.Match[str]) -> str:
    month, day, year = found.groups()
    return f"{year}-{month:0>2}-{day:0>2}"


def part_of_a_day(header: str) -> str:
    """Which part of a date a column of that header holds: "day", "month", …; "" for none."""
    words = fold(header).rstrip(".:")
    unit = _IN_UNITS.fullmatch(words)
    return _PART_OF.get(unit[1] or unit[2] if unit else _WHAT_FOR.sub("", words), "")


def tells_beginning(header: str) -> bool:
    """A header of first days."""
    return bool(_BEGINS.search(fold(header)))


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


def tells_no_days(title: str) -> bool:
    """A title over periods that are no deadlines: sums of money, marks of what was done."""
    return bool(_OTHER_SUMS.search(fold(title)))
