"""Lines that stand outside a plan's table, by their words: its title, a heading, a note."""

from sheetsync.words.cleaning import fold
from sheetsync.words.headings import heading_period
from sheetsync.words.numerals import UP_TO_FORTY
from sheetsync.words.pattern import SignedPattern, pattern
from sheetsync.words.periods import Period
from sheetsync.words.plan_period import named_years
from sheetsync.words.tables import party_named

# «Комплексный план мероприятий», «Финансово-хозяйственный и календарный план», "Annual work plan".
_TITLE = SignedPattern(
    r"(?:(?:[а-я]+(?:-[а-я]+)*(?:ый|ий|ой)|и),? ){0,4}план(?:-[а-я]+)?\b"
    r"|дорожная карта\b|(?:перечень|комплекс|программа|график) (?:мер\b|мероприяти)"
    r"|(?!approved|agreed|annex|appendix)(?:[a-z]+ ){0,2}(?:plan|roadmap)\b",
    signs="план карта мер plan roadmap",
)
_BARE_TITLE = pattern(r"(?:[а-я-]+ )?план(?: работы| мероприятий)?|дорожная карта|(?:[a-z]+ )?plan")
_OF_MEASURES = pattern(
    r"\bплан\b(?:-график)? (?:[а-я-]+(?:ых|их) )?(?:мероприятий|работы)\b"
    r"|\bplan of (?:activities|events)\b"
)
_NUMBERED = pattern(
    rf"(?:\d{{1,2}}[.)]|\d{{1,2}}(?:\.\d{{1,2}})+[.)]?|{UP_TO_FORTY}[.)])\s*(?=[^\d\s])"
)
_UNITS = r"(?:раздел|глава|часть|блок|этап|направление|модуль|section|part|chapter|stage|phase)"
_NAMED = pattern(rf"{_UNITS}\s(?:№ ?)?[\divxіх]|(?:[\divxіх]{{1,4}})(?:-?(?:й|я|е))?\s{_UNITS}\b")
_AIM = pattern(
    r"(?:(?:основн\w+|главн\w+|годов\w+|общ\w+) )?(?:цел[ьи]|задач[аи]|тема|девиз|направления|"
    r"приоритет\w*|aims?|goals?|objectives?|purpose)\b[^:]{0,60}(?::|$)"
)
_GOES_ON = pattern(r"[а-яa-z(«\"]")
_INFINITIVE = pattern(r"(?:\S{1,5}\s)?[а-я]{3,}(?:ть|ти|чь)(?:ся)?\b")
_TWO_SENTENCES = pattern(r"(?:[а-яёa-z]{4,}|мая|\d)[.;] +[А-ЯЁA-Z]|\s[Оо]тв(?:\.|етственн)")
_DAY_IN_TITLE = pattern(
    r"(?<![\d.–-])(?<!\b[сдо]\s)(?<!от\s)(?<!до\s)(?<!по\s)\b"
    r"(\d{1,2}(?: [а-я]{3,8}|\.\d\d\.)\s?20\d\d)(?: г(?:ода|\.)?)?"
)
_FEWEST_WORDS = 4  # of a sentence: «Работа с семьёй.» is a heading all the same


def begins_title(line: str) -> bool:
    """The line says what the plan is: «Годовой план», «Дорожная карта», "Action plan"."""
    words = fold(line)
    if words.startswith("план"):
        return True
    return bool(_TITLE.match(words))


def plans_measures(line: str) -> bool:
    """The line says that what follows is done, and no list: «План мероприятий клуба»."""
    return bool(_OF_MEASURES.search(fold(line)))


def is_bare_title(line: str) -> bool:
    """It says nothing but that it is a plan, so that the next line goes on: «План работы»."""
    return bool(_BARE_TITLE.fullmatch(fold(line)))


def goes_on(line: str) -> bool:
    """The line is no beginning: «на 2026 год», «(городского округа)»."""
    return bool(_GOES_ON.match(line))


def tells_aim(line: str) -> bool:
    """The line begins what people write between title and table: «Цель: …», «Задачи:»."""
    return bool(_AIM.match(fold(line)))


def heads_section(line: str) -> bool:
    """The line is a heading by its number or its name alone: «2. Кадры», «Раздел I», «1 этап»."""
    return names_section(line) or bool(_NUMBERED.match(fold(line)) and not is_sentence(line))


def names_section(line: str) -> bool:
    """The line calls itself a part: «Раздел I», «1 этап», "Part 2"."""
    return bool(_NAMED.match(fold(line)))


def names_time(line: str) -> bool:
    """The line is a time and names no year: «I квартал», not «на I квартал 2026 года»."""
    return not (named_years(line) or goes_on(line)) and heading_period(line) is not None


def is_sentence(line: str) -> bool:
    """The line says something, as no heading does: «Работы ведутся силами жителей.»."""
    number = _NUMBERED.match(fold(line))
    words = line[number.end() :] if number else line
    if names_section(line) or party_named(line) or heading_period(words.rstrip(". ")):
        return False
    if number and _INFINITIVE.match(fold(words)):
        return True
    ends = line.endswith((".", ";", "!")) and len(words.split()) >= _FEWEST_WORDS
    return ends or bool(_TWO_SENTENCES.search(words))


def one_day(title: str) -> Period | None:
    """The one day that a title names: «План Библионочи 24 апреля 2026 года»."""
    days = _DAY_IN_TITLE.findall(title)
    return heading_period(days[0]) if len(days) == 1 else None
