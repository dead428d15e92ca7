"""Lines that stand outside a plan's table, by their words: its title, a heading, a note."""

from sheetsync.words.cleaning import fold
from sheetsync.words.headings import heading_period
from sheetsync.words.numerals import UP_TO_FORTY
from sheetsync.words.other_times import TWO_YEARS
from sheetsync.words.pattern import SignedPattern, pattern
from sheetsync.words.periods import Period
from sheetsync.words.plan_period import named_plan_period, named_years, names_day
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
# Who approves a plan, or by which paper: the years there date the paper.
_APPROVES = pattern(
    r"\b(?:утвержд\w*|утв\.|(?:согласован|рассмотрен|принят)[оаы]?\b|approved|agreed"
    r"|(?:приказ|постановлени|распоряжени|протокол|решени|указ|закон|письм)\w{0,3}\b)"
)
_BLANK_DAY = pattern(r"_{2,}[^.]{,20}20\d\d")
# «на 2024–2028 годы», «2025/2026 учебный год», unlike «г. Лесной, 2026» and «ООО „Вектор-2000“».
_OF_PLAN = pattern(rf"\b(?:на|for)\b[^.]*\b20\d\d|(?<![-.\d]){TWO_YEARS}\b")
_OF_YEAR = pattern(r"(?<![-.\d])20\d\d ?(?:г\.?(?![а-я])|год\b|года\b)")
_PLACE = pattern(r"(?:[а-я]{1,3}\. ?)?[а-я-]+(?: [а-я-]+)?,? 20\d\d(?: ?(?:г\.?|год))?")
_FEWEST_WORDS = 4  # of a sentence: «Работа с семьёй.» is a heading all the same


def begins_title(line: str) -> bool:
    """The line says what the plan is: «Годовой план», «Дорожная карта», "Action plan"."""
    words = fold(line)
    if words.startswith("план"):
        return True
    return bool(_TITLE.match(words))


def approves(line: str) -> bool:
    """The line begins an approval or tells of a paper: «УТВЕРЖДАЮ», «к приказу от …»."""
    return bool(_APPROVES.search(fold(line)))


def dates_paper(line: str) -> bool:
    """The line bears the day of a paper: «12» января 2026 г., «___» ____ 2026 г."""
    return bool(_BLANK_DAY.search(line)) or (names_day(line) and not named_plan_period(line))


def names_plans_years(line: str, *, signed: bool = False) -> bool:
    """A line above the title may tell the plan's years, such as «2025/2026 учебный год».

    Of a line among those of who has `signed`, a bare year is the paper's.
    """
    words = _APPROVES.split(fold(line))[0]
    if not named_years(words) or dates_paper(words) or tells_aim(words):
        return False
    if _OF_PLAN.search(words):
        return True
    period = heading_period(words)
    if period:
        return period.months > 1 or not signed
    return bool(_OF_YEAR.search(words)) and not (signed or _PLACE.fullmatch(words))


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
