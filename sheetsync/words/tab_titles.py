"""What the title of a tab says of it: a part of the year, a draft, whose plan it is."""

import re

from sheetsync.words.headings import heading_period, section_period
from sheetsync.words.lexicon.calendar import ENGLISH_SEASON
from sheetsync.words.numerals import UP_TO_FORTY
from sheetsync.words.pattern import SignedPattern, pattern
from sheetsync.words.plan_period import named_years

# «1 семестр», «Вторая четверть»: what heads a tab beside months and quarters.
_NUMBERED = SignedPattern(
    rf"(?P<before>\d{{1,2}}|{UP_TO_FORTY}|(?:перв|втор|трет|четв[её]рт)[а-я]{{1,3}}|first|second|third)"
    r"(?:\s?-?\s?(?:й|я|ый|ая|st|nd|rd|th))?\s+"
    r"(?P<unit>семестр|триместр|четверть|смена|этап|неделя|половина|term|semester|trimester|week"
    r"|half)\b"
    rf"|(?P<named>term|semester|trimester|week)\s+(?P<after>\d{{1,2}}|{UP_TO_FORTY})\b",
    re.IGNORECASE,
    signs="семестр триместр четверть смена этап неделя половина term mester week half",
)
# Nothing but a season: «Осенняя ярмарка» is a plan of its own.
_ONE_SEASON = (
    r"(?:весн[аеоыу]|весенн(?:е|ий|ие|его)|лет(?:о|а|не|ний|ние|него)|осен(?:ь|и|не|ний|ние|него)"
    rf"|зим(?:а|у|ы|не|ний|ние|него)|{ENGLISH_SEASON})"
)
_SEASON = SignedPattern(
    rf"(?:план |план работы |мероприятия |plan )?(?:на |for |of )?(?P<season>{_ONE_SEASON}"
    rf"(?:\s?[-–/+и]\s?{_ONE_SEASON})?)(?: (?:период|сезон|месяцы|season))?"
    r"(?: 20\d\d(?:\s?[-/]\s?(?:20)?\d\d)?(?: г(?:ода|\.)?)?)?",
    re.IGNORECASE,
    signs="весн весен лет осен зим spring summer autumn fall winter",
)
# In winter a year begins, and so «Зима 2026-2027» follows the autumn before it.
_BEGINS = "зи00 wi00 ве03 sp03 ле06 su06 ос09 au09 fa09"
_SEASONS = {word[:2]: word[2:] for word in _BEGINS.split()}
_PUT_ASIDE = pattern(
    r"\bархив|\bстар(?:ый|ая|ое|ые)\b|\bчернов|\bкопия\b|\bшаблон|\bобраз(?:ец|цы)|\bпример\b"
    r"|(?<!-)\bотч[её]т|\bне использ|\b(?:archive|old|draft|copy|template|sample|report|backup)",
    re.IGNORECASE,
)
# Titles of tabs that say what they hold, not whose it is.
_OF_THINGS = pattern(
    r"\bлист\s?\d|\bsheet\s?\d|\bплан|\bplan|\bприложени|\bраздел|\bмероприяти|\bработ[аы]\b"
    r"|\bдеятельность|\bвопрос|\bзадач|\bтаблиц",
    re.IGNORECASE,
)


def place_in_year(title: str) -> tuple[str, ...]:
    """What part of a year a title names, such as the 3 months from "04-01", or nothing.

    Of two titles the first words are equal where they name parts of one kind.
    """
    period = heading_period(title)
    if period:
        return f"{period.months}", f"{period.starts:%m-%d}"
    words = title.casefold()
    season = _SEASON.fullmatch(words.strip(" ."))
    if season:
        begins = season["season"]
        kind = "seasons" if re.search(r"[-–/+\s]", begins) else "season"
        return kind, _SEASONS[begins[:2]]
    found = _NUMBERED.search(words)
    if not found:
        return ()
    rest = filter(str.isalpha, words.replace(found[0], ""))  # the month of a week
    return found["unit"] or found["named"], "".join((found["before"] or found["after"], *rest))


def is_all_year(title: str) -> bool:
    """A title says that what stands there has no time of its own: «В течение года»."""
    return not (place_in_year(title) or named_years(title)) and bool(section_period(title))


def is_put_aside(title: str) -> bool:
    """A tab's title says that it is no plan in force: «Архив», «Черновик», «Отчёт»."""
    return bool(_PUT_ASIDE.search(title))


def may_name_party(title: str) -> bool:
    """A tab's title may be a department's, unlike «Лист1» and «План 2026»."""
    return not (_OF_THINGS.search(title) or named_years(title))
