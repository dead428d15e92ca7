"""The answer to a status, with an offer of words where it was not understood or names nothing.

What no list of verbs has is told by the measure's own: «Заблокировать», «заблокирован».
"""

from dataclasses import replace

from sheetsync.model import Meaning, Progress
from sheetsync.model.language import Words, all_quoted, gettext_lazy
from sheetsync.words.cleaning import fold
from sheetsync.words.occurrence_names import occurrence_words
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case, doubt, unclear
from sheetsync.words.status.dates import without_days
from sheetsync.words.status.measure_words import MeasureWords
from sheetsync.words.status.readings.another_kind import is_of_another_kind
from sheetsync.words.status.readings.another_one import (
    is_of_another,
    is_of_one_place,
    is_one_of_many,
    is_own_part,
)
from sheetsync.words.status.readings.complements import is_bounded
from sheetsync.words.status.readings.counts import counts_unnamed, falls_short, meets_goal
from sheetsync.words.status.readings.in_order import read_case
from sheetsync.words.status.readings.measure_deed import deed_noun, kinds_of
from sheetsync.words.status.readings.one_of_several import names_one_of_several
from sheetsync.words.status.readings.own_deed import (
    MAY_BE_OWN,
    is_all_of,
    is_made,
    is_of_one_year,
    is_of_what_was_got,
    is_own_deed,
    is_participle_of,
    is_result,
)
from sheetsync.words.status.readings.own_move import is_own_move
from sheetsync.words.status.readings.parts import parts_of
from sheetsync.words.status.readings.preparing import only_prepares
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.harmless import HARMLESS
from sheetsync.words.status.words.manner import WHOLLY
from sheetsync.words.status.words.nouns import EVENT
from sheetsync.words.status.words.stages import FACT, PREPARATION
from sheetsync.words.status.words.verbs import INFINITIVE
from sheetsync.words.wordings import with_offer

_TO_DO = pattern(rf"\b{INFINITIVE}")
_AWAITED = pattern(
    r"(?:жд[её]м|ожида\w+|awaiting|waiting for) (?:результат|решени|ответ|заключ|итог|рассмотр"
    r"|result|decision|outcome|reply)|ответа (?:пока )?нет"
)
# «Направлен на согласование», «передан в работу»
_TO_BE_SEEN = pattern(
    r"\b(?:на|к|в) (?:[а-я]+(?:ую|ое|ой) )?(?:соглас|подпис|утвержд|рассмотр|провер|экспертиз"
    r"|доработ|исполнен|оплат|печат|обработ|контрол|работ|изготов|ремонт|визу)"
    r"|\bfor (?:review|approval|sign|comment|print)"
)
_DRAFT = pattern(r"\b(?:проект|черновик|макет|draft)")
_SURNAME = pattern(r"[а-я]{2,}(?:[ое]ва?|[иы]на?|ко|ский|ская)")
_WAS = pattern(r"(?:уже )?был[аои]?")
_IS_HELD = pattern(
    rf"\W*(?:(?:подготовк[аи]|организаци[яи]|подготовить) и )?(?:прове(?:сти|дени)|{EVENT})"
)
_MOST_NAMED = 4
_STEM = 4  # letters by which a word of the measure is known again
_ADVICE = gettext_lazy("Enter “done” and the date, “in progress” or “postponed to …”.")


def verdict(case: Case, measure: MeasureWords) -> Progress:
    """What a status comes to, and how to write it where that is a doubt."""
    found, told = read_case(case), case
    if measure.text and found.meaning in _MAY_BE_DONE:
        told = _with_own_deed(case, found.meaning, fold(measure.text))
        found = found if told is case else read_case(told)
    if found.meaning is Meaning.DONE and counts_unnamed(case, measure.text):
        return unclear(case, "progress-unclear")
    if found.meaning is Meaning.DONE and _is_a_share(told, measure):
        return _partly(case, found)
    if found.meaning is Meaning.IN_WORK and _is_of_what_was_got(case, measure.text):
        return unclear(case, "progress-preparation")
    if found.meaning in (Meaning.DONE, Meaning.DONE_PART) and not _is_all(case, measure):
        return unclear(case, "progress-preparation")
    if found.meaning is Meaning.DONE and _is_of_others(told, measure.text):
        return _partly(case, found)
    return _with_offers(_with_lost_words(case, found))


def _is_of_what_was_got(case: Case, measure: str) -> bool:
    got = (said for said in case.saying(Sign.IN_WORK) if said.rule == PREPARATION.name)
    return bool(measure) and any(is_of_what_was_got(said, fold(measure)) for said in got)


def _is_of_others(case: Case, measure: str) -> bool:
    """Whether what was done is of one of several things, or of another than the measure's."""
    of_one = names_one_of_several(case, measure) or is_one_of_many(case, measure)
    return of_one or is_of_another(case, measure) or is_of_another_kind(case, measure)


def _partly(case: Case, done: Progress) -> Progress:
    return replace(done, meaning=Meaning.PARTIAL, doubts=(doubt(case, "progress-partial"),))


def _is_all(case: Case, measure: MeasureWords) -> bool:
    return is_own_deed(case, measure.text) if measure.text else not only_prepares(case)


def _is_a_share(case: Case, measure: MeasureWords) -> bool:
    text = measure.text
    return (
        is_of_one_year(case)
        or is_of_one_place(case.words, text)
        or is_bounded(case, text)
        or falls_short(case, text)
    )


def _with_own_deed(case: Case, meaning: Meaning, measure: str) -> Case:
    """The case where what it says is, for a folded measure, that it was done."""
    is_own = _MAY_BE_DONE[meaning]
    statements = tuple(
        replace(said, sign=FACT.sign, rule=FACT.name) if is_own(said, measure) else said
        for said in case.statements
    )
    if any(_is_sent(said, measure) for said in statements):
        # «Подали, ждём результатов» of «Подать заявку»: what is waited for is another thing.
        statements = tuple(said for said in statements if not _AWAITED.match(said.words))
    return case if statements == case.statements else replace(case, statements=statements)


def _is_sent(said: Statement, measure: str) -> bool:
    """Whether a deed hands over, and a folded measure is to do just that."""
    sent = {kind.name for kind in kinds_of(measure)} == {"hand"}
    return sent and said.sign in DEEDS and is_all_of(said, measure)


def _is_own_deed(said: Statement, measure: str) -> bool:
    """Whether its participle is that of the one thing that a folded measure is to do."""
    if is_made(said, measure) or is_result(said, measure):
        return True
    if _WAS.fullmatch(without_days(said.words, said.days).strip(" .")) and said.days:
        return _IS_HELD.match(measure) is not None
    # «Принято 64 заявки» leads to much, and is all of «Приём заявок».
    told = any(is_deed(word) or word.endswith("ed") for word in said.words.split())
    told = told and not (_DRAFT.search(said.words) or _TO_BE_SEEN.search(said.words))
    if said.rule == PREPARATION.name and told and is_all_of(said, measure):
        return True
    english = measure.split()[:1] if measure.isascii() else []
    verbs = [found[0] for found in _TO_DO.finditer(measure)] or english or [deed_noun(measure)]
    verb = verbs[0] if len(verbs) == 1 else ""
    return bool(verb) and _may_be_own(said, measure) and is_participle_of(verb, said.words)


def _is_own_share(said: Statement, measure: str) -> bool:
    """Whether a part of the work is all that a folded measure asks for."""
    return meets_goal(said, measure) or is_own_part(said, measure)


# By what a mark comes to without its measure, what may be the measure's own deed.
_MAY_BE_DONE = {
    **dict.fromkeys((Meaning.UNCLEAR, Meaning.IN_WORK, Meaning.PLANNED), _is_own_deed),
    **dict.fromkeys((Meaning.POSTPONED, Meaning.CANCELLED), is_own_move),
    Meaning.PARTIAL: _is_own_share,
}


def _may_be_own(said: Statement, measure: str) -> bool:
    """Of the folded measure; work on another thing is none of it: «подготовлен черновик»."""
    if said.sign is Sign.NOTHING and not measure.isascii():
        return True
    told = HARMLESS.sub(" ", without_days(said.words, said.days)).split()
    # «Назначены» of «Назначить ответственных» is no plan, but for a day to come.
    appointed = said.sign is Sign.PLANNED and not said.days
    if appointed and not any(map(_SURNAME.fullmatch, measure.split())):
        told = [word for word in told if not _SURNAME.fullmatch(word)]
    return (appointed or said.sign in MAY_BE_OWN) and all(
        word[:_STEM] in measure or word.isdecimal() or word in WHOLLY or is_deed(word)
        for word in told
    )


def _with_offers(progress: Progress) -> Progress:
    """What is not understood comes with the command that settles it."""
    advised = tuple(
        replace(each, advice=with_offer(_ADVICE, progress.text, status=True))
        if each.code == "progress-unclear" and not each.advice
        else each
        for each in progress.doubts
    )
    return replace(progress, doubts=advised) if advised != progress.doubts else progress


def _with_lost_words(case: Case, progress: Progress) -> Progress:
    """The answer with a doubt where words of the cell name no part of the measure, or say nothing.

    The doubt says in which words they would have counted.
    """
    if progress.doubts:
        return progress
    labels = [part.label for part in parts_of(case.deadline, case.milestones) if part.label]
    lost = _lost(progress, labels)
    if lost:
        found = doubt(case, "progress-no-effect", hint=lost, advice=_advice(labels))
        return replace(progress, doubts=(found,))
    if progress.meaning is Meaning.PARTIAL and labels and not progress.parts:
        # «Частично» leaves all of them open: which are done is not said.
        return replace(progress, doubts=(doubt(case, "progress-partial"),))
    if progress.meaning is Meaning.UNCLEAR:
        advice = _advice(labels)
        return replace(progress, doubts=(doubt(case, "progress-unclear", advice=advice),))
    return progress


def _lost(progress: Progress, labels: list[str]) -> str:
    """The names in a status that are nobody's; "" where each is a part's and says something."""
    known = {label.casefold() for label in labels}
    if not known:
        return ""
    lost = [
        part.label
        for part in progress.parts
        if part.label.casefold() not in known or part.meaning is Meaning.UNCLEAR
    ]
    # Text, not a message: by it a remark is known again.
    return ", ".join(f"“{one}”" if one.isascii() else f"«{one}»" for one in dict.fromkeys(lost))


def _advice(labels: list[str]) -> Words:
    if not labels:
        return ""
    named = all_quoted(", ", map(occurrence_words, labels[:_MOST_NAMED]))
    return gettext_lazy(
        "Enter, for example, “{first} – done”; the measure's dates: {listed}.",
        first=occurrence_words(labels[0]),
        listed=gettext_lazy("{listed} and others", listed=named)
        if len(labels) > _MOST_NAMED
        else named,
    )
