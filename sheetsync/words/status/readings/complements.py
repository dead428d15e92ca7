"""Whether every clause of a cell with a deed is a deed itself, or completes one, and unbounded."""

import re
from dataclasses import replace
from itertools import takewhile

from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case
from sheetsync.words.status.dates import LASTING, Grain, without_days
from sheetsync.words.status.readings.others import is_by_others
from sheetsync.words.status.readings.unfinished import is_elsewhere
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement
from sheetsync.words.status.words.bounds import (
    ALL_WHOM,
    BY_NEIGHBOURS,
    GOES_ON_UNTIL,
    HELD,
    PLACE,
    WHOM,
)
from sheetsync.words.status.words.complements import COMPLETES, IN_BRACKETS, ITEM, LISTED, NEWS
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.harmless import HARMLESS
from sheetsync.words.status.words.shares import is_part_of
from sheetsync.words.status.words.unfinished import REPORT, SENT

_OF_SEVERAL = pattern(r"[а-я]+(?:[нт]ы|ли)\b")  # «закуплены», «привезли»
_NO_ITEM = pattern(
    r"[ае]ни[ея]\b|[ая]ци[яи]\b|\b(?:закупк|установк|посадк|полив|обзвон|рассылк|отделк|кровл|покраск"
    r"|побелк|уборк|сборк|доставк|отбор|прием|монтаж|ремонт|провер|подготовк|протеч|плесен|брак|скол"
    r"|неисправн|утечк|долг|хвост|трещин|поломк|дефект|недостат|замечан|жалоб)"
)
# What forms of a noun share: «этаже» and «этажа».
_STEM = slice(4)


def leaves_open(case: Case) -> bool:
    """Whether a clause is of something else than what was done: «шторы в стирке»."""
    deeds = case.saying(*DEEDS)
    idle = case.saying(Sign.NOTHING) if deeds or case.saying(Sign.DAYS) else ()
    # «12.04 – Сомов», but «12.04 – рано»
    behind = (s for s in case.saying(Sign.DAYS) if s.label and _stands_behind(case, s))
    idle += tuple(replace(s, words=s.label) for s in behind)
    listing = any(f"{deed.words}:" in case.words for deed in deeds)
    listed = _listed(case)
    beside = [said for said in idle if not (said in listed or is_elsewhere(case, said))]
    if any(day.first > case.today for s in case.saying(Sign.DAYS) for day in s.days):
        return True  # «да (12.04), в июле»
    if not deeds and not case.evidence and any(NEWS.search(said.words) for said in beside):
        return True  # «12.04, забыто»
    if any(not _completes(said, listing) or _is_of_the_past(case, said) for said in beside):
        return True
    if is_by_others(case) or any(BY_NEIGHBOURS.search(s.words) for s in (*deeds, *beside)):
        return True
    return any(_lasts(case, deed) or _has_more_in_brackets(deed) for deed in deeds)


def _stands_behind(case: Case, day: Statement) -> bool:
    return case.words.rfind(day.label) > case.words.find(day.words)


def _listed(case: Case) -> tuple[Statement, ...]:
    """«Закуплены столы, стулья и шкафы»: what a verb in front is told of; one alone may be else."""
    first, *rest = case.statements or (None,)
    if first is None or first.sign not in DEEDS:
        return ()
    led = is_deed(first.words.split()[0]) and _OF_SEVERAL.match(first.words)
    if not led or SENT.search(first.words):
        return ()
    items = tuple(takewhile(lambda said: said.sign is Sign.NOTHING and _is_item(said), rest))
    told = case.words.replace(")", "")
    if ", ".join(said.words for said in (first, *items)) not in told:
        return ()
    several = len(items) > 1 or any(re.search(r"\bи\b|\(", item.words) for item in items)
    return items if several else ()


def _is_item(said: Statement) -> bool:
    """Not what is to be done next, «посадка и полив», nor what was found, «брак и сколы»."""
    if said.days or said.label or _NO_ITEM.search(said.words):
        return False
    return ITEM.fullmatch(said.words) is not None


def _is_of_the_past(case: Case, said: Statement) -> bool:
    """«План 2025 года» beside a deed of this one; a report may well be on that year."""
    past = bool(said.days) and all(day.last < case.begins for day in said.days)
    return past and not REPORT.search(case.words)


def _has_more_in_brackets(deed: Statement) -> bool:
    """As in «проверены (2 в ремонте)», where no clause of its own begins."""
    inside = IN_BRACKETS.findall(deed.words)
    return any(COMPLETES.match(said) is None for said in inside)


def _completes(said: Statement, listing: bool) -> bool:
    if is_part_of(said.words):  # «выполнено, 9/10»
        return False
    told = (said.words, HARMLESS.sub(" ", said.words).strip(" .,!-"))
    if not any(map(str.isalpha, told[1])) or any(map(COMPLETES.match, told)):
        return True
    return listing and LISTED.fullmatch(said.words) is not None


def _lasts(case: Case, deed: Statement) -> bool:
    """«Выставка открыта до 15 июня»."""
    until = (day for day in deed.days if day.before in LASTING)
    return bool(GOES_ON_UNTIL.search(deed.words)) and any(day.last > case.today for day in until)


def is_bounded(case: Case, measure: str) -> bool:
    """Whether a deed is of a share that the measure's words do not name: «отсыпали до моста»."""
    said = case.saying(*DEEDS)
    told = (*said, *case.saying(Sign.NOTHING))
    if any(WHOM.search(s.in_full) for s in told) and not ALL_WHOM.search(case.words):
        return True
    held = any(HELD.search(deed.words) for deed in said)
    return not held and any(_is_of_a_share(each, fold(measure)) for each in told)


def _is_of_a_share(deed: Statement, measure: str) -> bool:
    # «Журналы заполнены по 15 мая», but not «с 1 по 15 мая».
    if len(deed.days) == 1 and deed.days[0].before == "по" and deed.days[0].grain is Grain.DAY:
        return True
    found = PLACE.search(f"{deed.label} {without_days(deed.words, deed.days)}")
    named = next((name for name in found.groups() if name), "") if found else ""
    return bool(named) and named[_STEM] not in measure
