"""Whether every clause of a cell with a deed is a deed itself, or completes one, and unbounded."""

from sheetsync.words.cleaning import fold
from sheetsync.words.status.case import Case
from sheetsync.words.status.dates import Grain
from sheetsync.words.status.readings.unfinished import is_elsewhere
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement
from sheetsync.words.status.words.bounds import (
    ALL_WHOM,
    ELSEWHERE,
    GOES_ON_UNTIL,
    HELD,
    PLACE,
    WHOM,
)
from sheetsync.words.status.words.complements import COMPLETES, LISTED
from sheetsync.words.status.words.verbs import HARMLESS

# What forms of a noun share: «этаже» and «этажа».
_STEM = slice(4)


def leaves_open(case: Case) -> bool:
    """Whether a clause is of something else than what was done: «шторы в стирке»."""
    deeds = case.saying(*DEEDS)
    idle = case.saying(Sign.NOTHING) if deeds or case.saying(Sign.DAYS) else ()
    listing = any(f"{deed.words}:" in case.words for deed in deeds)
    if any(not _completes(said, listing) for said in idle if not is_elsewhere(case, said)):
        return True
    return any(_lasts(case, deed) or ELSEWHERE.search(deed.words) for deed in deeds)


def _completes(said: Statement, listing: bool) -> bool:
    told = (said.words, HARMLESS.sub(" ", said.words).strip(" .,!-"))
    if not any(map(str.isalpha, told[1])) or any(map(COMPLETES.match, told)):
        return True
    return listing and LISTED.fullmatch(said.words) is not None


def _lasts(case: Case, deed: Statement) -> bool:
    """«Выставка открыта до 15 июня»."""
    until = (day for day in deed.days if day.before in ("до", "по"))
    return bool(GOES_ON_UNTIL.search(deed.words)) and any(day.last > case.today for day in until)


def is_bounded(case: Case, measure: str) -> bool:
    """Whether a deed is of a share that the measure's words do not name: «отсыпали до моста»."""
    said = case.saying(*DEEDS)
    told = (*said, *case.saying(Sign.NOTHING))
    if any(WHOM.search(s.words) for s in told) and not ALL_WHOM.search(case.words):
        return True
    return any(_is_of_a_share(deed, fold(measure)) for deed in said)


def _is_of_a_share(deed: Statement, measure: str) -> bool:
    if HELD.search(deed.words):
        return False
    # «Журналы заполнены по 15 мая», but not «с 1 по 15 мая».
    if len(deed.days) == 1 and deed.days[0].before == "по" and deed.days[0].grain is Grain.DAY:
        return True
    words = deed.words
    for day in sorted(deed.days, key=lambda day: -day.start):
        words = words[: day.start] + words[day.end :]
    found = PLACE.search(words)
    named = next((name for name in found.groups() if name), "") if found else ""
    return bool(named) and named[_STEM] not in measure
