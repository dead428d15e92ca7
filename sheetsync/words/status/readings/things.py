"""What a mark's deed was done to, and whether that is the measure's: «мебель», «спортзал»."""

from itertools import islice, pairwise

from sheetsync.words.lexicon.calendar import MONTH_STEM
from sheetsync.words.lexicon.posts import POSTS
from sheetsync.words.pattern import pattern
from sheetsync.words.status.readings.measure_deed import (
    AN_ADJECTIVE,
    PREPOSED,
    WITH_PREPOSITION,
    WORD,
    governing,
    is_headed_by,
    kinds_of,
    kinds_said,
    leading_deed,
    nouns_and_verbs,
)
from sheetsync.words.status.roots import have_one_root, is_same_noun
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.manner import is_adverb
from sheetsync.words.status.words.own_deeds import ALIKE, COMPLETED, NO_THING

# What ends with the thing itself.
_LEADS_TO = pattern(r"подготов|работ|мероприят|комплекс|цикл|серия|организ|обеспеч|участ")
_ANY_MAY_BE = frozenset(("new", "full", "whole", "entire", "final"))
_NOT_JOINED = pattern(r"(?<!,)(?<!\bи) \b([^\W\d_]{3,})")
_APPROVED = pattern(r"\bутв\b\.?")
_TOOK_PART = pattern(r"\bприн[яи]\w+ участие\b")
_IS_NOUN = pattern(r"\w*сет[ьи]$|(?!\w*(?:[аяиеуы]ть|(?:й|е|ес)ти)$)\w{3,}$")
IS_SOMEBODY = pattern(r"(?:[чщ]ик|тел[ьяи]|ник)[а-я]{0,2}$")  # «разработчики»
# Checks all, and none of them another: «опрос» closes no «медосмотр».
_IS_ONE_OF_A_KIND = pattern(
    r"медосмотр|опрос|анкетир|инвентар|ревизи|мониторинг|диспансер|аудит|тестир|поход|экскурси"
)
_LONG = 6  # letters of a word that is known again by all but its last
_PREFIXED = 4  # letters that a longer word has at least before it
# Where, with whom, what for; how many; whoever did it.
_ASIDES = pattern(
    WITH_PREPOSITION
    + r"|(?<![\d.])\b\d+(?:,\d+)? (?:[а-я]{1,6}\.|[^\W\d_]+)(?: [а-я]+(?:а|я|ы|и|ов|ев|ей)\b)?"
    r"|\bсилами (?:[а-я]+(?:ых|его|ого|ей|ой) )?[а-я]+"
    r"|\b[а-я]{3,}(?:ом|ем|ым|ами|ями)\b(?: [а-я]{2,4}\b)?"
    r"|\b[ivx]+\b"
)
# In the nominative: «слесарь», «Иванова».
_IS_DOER = pattern(
    rf"(?:{POSTS}|слесар|сантехник|электрик|плотник|столяр|дворник|механик)\w*(?<![уюыием])$"
    r"|[а-я]{3,}(?:[ое]ва?|[иы]на?|ко|ский|ская)$"
)
# Unlike «прошли», which is said of what is held.
_BY_SOMEBODY = pattern(r"(?!прош|перее[хз])[а-я]+л[аои]?$")
_ALL_OF_IT = pattern(r"\b(?:вс(?:е[хмй]?|ем|я|ю)|везде|каждо\w+|all|every\w*)\b")
# «Подписали с ООО «Ромашка»», «прошёл на «ура»».
_NAMES = pattern(r"\b(?:ооо|[опз]?ао|ип|на|с|в) [«\"][^»\"]*[»\"]")
_NAMES_NO_THING = pattern(
    rf"{COMPLETED}|готов|{MONTH_STEM}|квартал|полугод|месяц|(?:кв|пг|вып|вып-но|исп|исполн|утв)$"
)


def verbs_in(words: str) -> list[str]:
    """The finished deeds that folded words tell of."""
    words = _APPROVED.sub("утвержден", _TOOK_PART.sub("участвовал", words))
    return [word for word in WORD.findall(words) if is_deed(word) or _is_english(word)]


def _is_english(word: str) -> bool:
    return word.isascii() and (
        word.endswith("ed") or word in ("sent", "held", "took", "bought", "built", "done")
    )


def is_of_it(words: str, things: list[str], verbs: list[str], measure: str) -> bool:
    """Whether the things of a mark are the measure's, or it has none, or says that it is all."""
    if not things or _ALL_OF_IT.search(PREPOSED.sub(" ", words)):
        return True
    verb = next((verb for verb in verbs if _BY_SOMEBODY.match(verb)), "")
    if verb:
        # «Завуч проверила», «починил слесарь», unlike «проверила журналы».
        before = words.find(things[0]) < words.find(verb)
        subject = len(things) == 1 and (before or _IS_DOER.match(things[0]) is not None)
        alone = subject and not verb.endswith("ли")
        return alone or any(is_its(thing, measure) for thing in things)
    return all(is_its(thing, measure) for thing in _done_to(words, things, verbs))


def _done_to(words: str, things: list[str], verbs: list[str]) -> tuple[str, ...]:
    """«Повестка» of «повестка собрания утверждена», "bus" and "engine" of "bus engine repaired"."""
    if words.isascii() and verbs:
        before = [one for one in things if words.find(one) < words.find(verbs[0])] or things[:1]
        called = [one for one in before if one not in _ANY_MAY_BE] or before
        return called[0], called[-1]
    return (next((thing for thing in things if not AN_ADJECTIVE.search(thing)), things[0]),)


def is_within_another(things: list[str], measure: str) -> bool:
    """Whether the measure does something else with what a mark says was held.

    «Смотр проведён» of «Подвести итоги смотра», unlike «Подготовка к смотру».
    """
    named = (word for word in nouns_and_verbs(governing(measure)) if not word.startswith("все"))
    own = [*islice(named, 2)]
    if not things or len(own) < 2 or _LEADS_TO.match(own[0]):
        return False
    held = things[0]
    if any(is_same_noun(held, one) or have_one_root(held, one) for one in own):
        return False
    return any(is_same_noun(held, word) for word in _NOT_JOINED.findall(measure))


def is_its(thing: str, measure: str) -> bool:
    """Whether a folded measure names the thing, in any form, or its deed."""
    own = WORD.findall(measure)
    return (
        any(is_same_noun(thing, word) for word in own if _IS_NOUN.match(word))
        or any(group.match(thing) and group.match(word) for group in ALIKE for word in own)
        or any(_is_within(thing, word) for word in own)
        or is_its_deed(thing, measure)
        or _is_short_for(thing, own)
    )


def _is_within(thing: str, word: str) -> bool:
    """«Зал» of «спортзала», «техника» of «сельхозтехники»."""
    at = word.find(thing[:-1] if len(thing) >= _LONG else thing, _PREFIXED)
    return at >= 0 and len(word) - at <= len(thing) + 2


def _is_short_for(thing: str, words: list[str]) -> bool:
    """«СОУТ», «СОПы» of «специальная оценка …», «стандартные операционные процедуры»."""
    # «Педсовет» of «педагогический совет».
    joined = any(
        thing.startswith(one[:3]) and is_same_noun(thing[at:], other)
        for one, other in pairwise(words)
        for at in range(3, len(thing) - 3)
        if one.startswith(thing[:at])
    )
    initials = "".join(word[0] for word in words)
    return joined or any(
        len(short) > 2 and short in initials for short in (thing, thing.rstrip("аыи"))
    )


def is_its_deed(thing: str, measure: str) -> bool:
    """Whether the thing is the deed itself, as a noun: «ремонт завершён»."""
    named = IS_SOMEBODY.search(thing) or _IS_ONE_OF_A_KIND.match(thing)
    kinds = () if named else kinds_of(measure)
    if any(done.finishes(kind) for done in kinds_said(thing) for kind in kinds):
        return True
    return have_one_root(thing, leading_deed(measure))


def things_in(words: str) -> list[str]:
    """The words that name what a deed was done to, in their order."""
    return [
        word
        for word in WORD.findall(_ASIDES.sub(" ", _TOOK_PART.sub(" ", _NAMES.sub(" ", words))))
        if word not in NO_THING
        and not is_deed(word)
        and not _is_english(word)
        and not is_adverb(word)
        and not _NAMES_NO_THING.match(word)
    ]


def is_headed(things: list[str], measure: str) -> bool:
    """Whether one of them is the first thing that a folded measure names."""
    return any(is_headed_by(measure, thing) for thing in things)
