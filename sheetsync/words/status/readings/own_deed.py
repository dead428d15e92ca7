"""Whether a deed is all of a measure, as the measure's own words tell.

Staff name each step in words of their own, and no list has them all: «стены зашпаклеваны» of
«Покрасить стены». So a deed counts only where its verb is the measure's, or of a kind that comes
after it, and where its thing, if it names one, is the measure's as well.
"""

from functools import lru_cache

from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case
from sheetsync.words.status.dates import without_days
from sheetsync.words.status.readings.measure_deed import (
    WORD,
    governing,
    kinds_of,
    kinds_said,
    last_deed,
    leading_deed,
    names_a_deed,
    nouns_and_verbs,
)
from sheetsync.words.status.readings.things import (
    IS_SOMEBODY,
    is_headed,
    is_its,
    is_its_deed,
    is_of_it,
    is_within_another,
    things_in,
    verbs_in,
)
from sheetsync.words.status.roots import have_one_root
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement, sign_of
from sheetsync.words.status.words.bounds import PLACE
from sheetsync.words.status.words.counts import has_counts
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.nouns import EVENT, NUMBERED_PLACE
from sheetsync.words.status.words.own_deeds import (
    COMPLETED,
    HELD,
    IN_USE,
    LAID_BY,
    MAKES,
    OF_THINGS,
    ON_PAPER,
    PAPERS,
    RESULTS,
    SAID_OF,
    SETS_UP,
    TAKEN,
)
from sheetsync.words.status.words.verbs import INFINITIVE

_DONE = pattern(COMPLETED)
_IS_MADE = pattern(r"сдела")
_PAST = pattern(r"(?P<stem>[а-я]+)л[аи]?")
_TO_DO = pattern(rf"\W*(?P<verb>{INFINITIVE})")
_A_PERIOD = pattern(r"\b(?:месяц|год|квартал|период|смен[ау])\b")
_OF_THINGS = pattern(r"\b(?:закры[тл]|сдела|готов)")
_IS_REPLACED = pattern(r"\b(?:замен|смен|помен)")  # of «насос работает» it may be the old one
_ALL_OVER = pattern(
    r"\bработы (?:[а-я]+ )?(?:принят|сдан)ы\b(?! (?:в|на|по)\b)"
    r"|\b(?:контракт|договор|обязательств)[а-я]* (?:полностью )?(?:ис|вы)полнен[аоы]?\b"
)
_IS_PAPER = pattern(
    r"\b(?:отчет|сведени|деклар|справк|ведомост|табел|расчет|форм|документ|заявк|реестр|информаци)"
)
_IS_HELD = pattern(rf"\b{EVENT}")
_GOT = pattern(r"\b(?:лиценз|разреш|сертификат|аккредит|субсиди|грант|патент).*\bполуч(?:ен|ил)")
_IS_VERBAL = pattern(r"(?:ка|ция|[нт]ие|ж)$")  # «опрессовка», «монтаж»
_READY = pattern(r"(?:[а-я-]+ )?[а-я]{4,} (?:(?:уже|полностью) )?готов[аоы]?(?: [\d.]+)?")
# A question of an agenda, «О подготовке к паводку», «Отчёт о работе», is only considered.
_IS_A_QUESTION = pattern(r"\W*(?:(?:отчет|информаци|доклад|сообщени)[а-яё]* )?о(?:б|бо)? ")
_CONSIDERED = pattern(r"(?:рассмотре[нл]|заслуша[нл]|обсу(?:жден|дил))[аои]?$")
_PARTICIPLE = pattern(r"\b[а-я]{2,}(?:[аяе]н|[иуяы]т)[аоы]?\b|\b[а-я]{4,}ли\b|\b[a-z]{3,}ed\b")
MAY_BE_OWN = (Sign.NOTHING, Sign.IN_WORK, Sign.UNSURE)
"""What a participle may say elsewhere, that of the measure's own verb: «Заказать», «заказано»."""


def is_own_deed(case: Case, measure: str) -> bool:
    """Whether one of the deeds that a status tells of is all of the measure."""
    deeds, own = case.saying(*DEEDS), fold(measure)
    return not deeds or any(is_all_of(said, own) for said in deeds)


def is_of_one_year(case: Case) -> bool:
    """«Обучено 3 человека» in the first of several years, all of which a measure takes."""
    starts, due, deeds = case.deadline.starts, case.deadline.due, case.saying(*DEEDS)
    if starts is None or due is None or not deeds or due.year < starts.year + 2:
        return False
    return case.today.year < due.year and all(deed.sign is Sign.FACT for deed in deeds)


def is_made(said: Statement, measure: str) -> bool:
    """Whether it says of what a folded measure makes that it is ready: «смета готова»."""
    ready = _READY.fullmatch(said.words.strip(" ."))
    if ready is None or _IS_HELD.search(said.words):
        return False
    if not is_of_it(said.words, things_in(said.words), verbs_in(said.words), measure):
        return False
    return any(kind.words.match("готов") for kind in kinds_of(measure))


def is_result(said: Statement, measure: str) -> bool:
    """Whether it says that the end of a folded measure is there: «линия работает с 18 мая»."""
    words = without_days(said.words, said.days).strip(" .")
    if any(paper.fullmatch(words) and of.search(measure) for paper, of in RESULTS.items()):
        return True
    used = IN_USE.fullmatch(said.words.strip(" ."))
    if used is None or _IS_HELD.search(said.words) or IS_SOMEBODY.search(used["thing"]):
        return False
    begins = any(kind.name in SETS_UP for kind in kinds_of(measure))
    return begins and not _IS_REPLACED.search(measure) and is_its(used["thing"], measure)


def is_participle_of(verb: str, words: str) -> bool:
    """Whether a participle among the words is of the verb: «заблокирован» of «заблокировать»."""
    return any(
        have_one_root(verb, word) and not _is_unfinished(word, verb)
        for word in _PARTICIPLE.findall(words)
    )


@lru_cache(maxsize=4096)  # a plan says the same day after day
def hangs_on_measure(status: str) -> bool:
    """A quick look, whether what a status means may hang on its measure's words."""
    words = fold(status)
    counts = has_counts(words) or PLACE.search(words) or NUMBERED_PLACE.search(words)
    specific = any(not HELD.match(verb) for verb in verbs_in(words))
    return bool(things_in(words)) or specific or bool(counts) or _is_new(words)


def _is_new(words: str) -> bool:
    """A participle that no rule takes for a deed: it may be that of the measure's own verb."""
    return any(sign_of(word)[0] in MAY_BE_OWN for word in _PARTICIPLE.findall(words))


def is_all_of(said: Statement, measure: str) -> bool:
    """Whether the one deed is all of a folded measure."""
    words = said.in_full
    if _ALL_OVER.search(words):
        return True
    undated = f"{said.label} {without_days(said.words, said.days)}"
    things, verbs = things_in(undated), verbs_in(words)
    if any(_is_unfinished(word, measure) for word in WORD.findall(words) if not is_deed(word)):
        return False
    of_it = is_of_it(words, things, verbs, measure)
    if said.sign is Sign.CLOSED:
        return of_it and _closes(words, things, measure)
    if is_result(said, measure) or (verbs and _is_by_paper(words, measure)):
        return True
    own = any(have_one_root(verb, leading_deed(measure)) for verb in verbs)
    if not of_it or (LAID_BY.search(words) and not (own or _IS_PAPER.search(words))):
        return False  # «принят в сервис», unlike «отчёт сдан в Росстат»
    if not verbs:
        return bool(kinds_of(measure)) or not things or is_headed(things, measure)
    return any(_finishes(verb, things, measure) for verb in verbs)


def is_of_what_was_got(said: Statement, measure: str) -> bool:
    """«Лицензия получена» of «Продление лицензии»: all of it or the old one, nobody knows."""
    things = things_in(said.in_full) if _GOT.search(said.in_full) else []
    return bool(things) and is_its(things[0], measure)


def _is_unfinished(verb: str, measure: str) -> bool:
    """«Красили», where the measure is «покрасить»; «ремонтировали» of «отремонтировать»."""
    past, to_do = _PAST.fullmatch(verb), _TO_DO.match(measure)
    stem = past["stem"] if past else ""
    if to_do is None or not stem:
        return False
    return to_do["verb"].endswith(f"{stem}ть") and not to_do["verb"].startswith(stem)


def _closes(words: str, things: list[str], measure: str) -> bool:
    """Whether it is the measure that is closed or made, not a thing: «мост закрыт»."""
    verb = _OF_THINGS.search(words)
    if verb and have_one_root(verb[0], leading_deed(measure)):
        return True  # «навигация закрыта» of «Закрытие навигации»
    if verb and verb[0].startswith("закр") and _A_PERIOD.search(words):
        return False  # «месяц закрыт» is of the books
    if verb is None or not things or any(is_its_deed(thing, measure) for thing in things):
        return True
    names = {kind.name for kind in kinds_of(measure)}
    return not verb[0].startswith("закр") and (not names or bool(names & MAKES))


def _is_by_paper(words: str, measure: str) -> bool:
    return any(
        paper.match(thing) and of.search(governing(measure)) and not paper.search(measure)
        for paper, of in PAPERS.items()
        for thing in WORD.findall(words)
    )


def _is_said_of(verb: str, measure: str) -> bool:
    """Whether the verb closes what just this measure is: «открыта» a «выставка»."""
    if _CONSIDERED.match(verb) and _IS_A_QUESTION.match(measure):
        return True
    leading = leading_deed(measure)
    return any(its.match(verb) and of.match(leading) for its, of in SAID_OF.items())


def _finishes(verb: str, things: list[str], measure: str) -> bool:
    """Whether the verb of a mark, said of the measure's own things, is or follows its deed."""
    kinds = kinds_of(measure)
    names = {kind.name for kind in kinds}
    said = kinds_said(verb)
    headed = not things or is_headed(things, measure)
    held = HELD.match(verb)
    own = not held and any(
        have_one_root(verb, word) for word in nouns_and_verbs(governing(measure))
    )
    if own or _is_said_of(verb, measure):
        return True
    if (held or _DONE.match(verb)) and is_within_another(things, measure):
        return False
    if _DONE.match(verb):
        if not things or any(is_its_deed(thing, measure) for thing in things):
            return True
        return headed or bool(names & MAKES) or (bool(names) and not _IS_MADE.match(verb))
    of_deed = any(_IS_VERBAL.search(one) and is_its_deed(one, measure) for one in things)
    if TAKEN.match(verb) and of_deed and not _IS_HELD.search(measure):
        return True
    if held:
        # «Проверка проведена» of «Провести проверку и устранить нарушения» is its first half.
        last = last_deed(measure)
        if things and last not in ("", measure) and not any(is_its(one, last) for one in things):
            return False
        return of_deed or not names or not names <= ON_PAPER
    if kinds:
        return any(done.finishes(kind) for done in said for kind in kinds)
    return headed and not names_a_deed(measure) and any(kind.name in OF_THINGS for kind in said)
