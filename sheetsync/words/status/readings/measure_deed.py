"""What a measure is to do, by its own words: the kinds of its deed, and what governs it."""

from functools import lru_cache

from sheetsync.words.pattern import pattern
from sheetsync.words.status.roots import is_same_noun
from sheetsync.words.status.words.nouns import EVENT
from sheetsync.words.status.words.own_deeds import KINDS, DeedKind
from sheetsync.words.status.words.verbs import INFINITIVE

WORD = pattern(r"[^\W\d_]{2,}")
_OPENS = pattern(
    r"\b(?:(?:организ\w+|обеспеч\w+|прове[дс]\w+|вести) работ[ауы] по|провести"
    r"|проведени[ея]|организ\w+|обеспеч\w+|осуществ\w+|выполн\w+"
    r"|прин(?:ять|имать) (?:участие|меры)|hold|carry|organi[sz]e|conduct)\b"
)
# «Реализация плана» is no plan.
_CARRIES_OUT = pattern(
    r"\W*(?:реализ|выполн|исполн|осуществ)[а-я]+ (?:[а-я]+(?:ых|ого|ой) )?"
    r"(?:план|программ|мероприят|предписан|договор|бюджет|решени|поруч)"
)
AN_ADJECTIVE = pattern(r"(?:ый|ий|ой|ая|яя|ое|ую|юю|ые|ых|их|[ое]го|(?<![нт])ие|(?<!н)ее)$")
# «Вывезти списанную мебель»: it is not to be written off.
_OF_DONE_THINGS = pattern(r"\b[а-я]+нн(?:ы[йехм]|ую|о[йем]|ого|ая)\b")
_TITLE = pattern(r"[«\"][^»\"]*[»\"]")
IN_TITLE_OR_BRACKETS = pattern(r"[«\"][^»\"]*[»\"]|\([^)]*\)")
# «Подготовить отчёт и направить его»: unlike «поручить отделу подготовить», the last counts.
_TO_DO = pattern(rf"(?:^\W*|[,;] |\bи )(?P<verb>{INFINITIVE})")
_NAMES_IT = 2  # words, among which a measure says what is to be done
_PREPOSITION = pattern(r"\b(?:в|во|на|с|со|у|по|для|к|ко|из|от|до|за|при|через|об?|среди)\b|[,:;(]")
# «Подготовка и проведение слёта» is done by what ends it.
_VERBAL = r"(?:[а-я]+(?:ка|[нт]ие|ия|мена|нт|ж|отр|воз|дача)|защита|пошив|розыгрыш|выпуск|запуск)\b"
_DEED_NOUN = pattern(_VERBAL)
_ALL_BUT_LAST = pattern(rf"^\W*(?:{_VERBAL}(?:,| и) )+(?={_VERBAL})")
# What is bought or written names no deed: «Канцтовары для профактива».
_NAMES_A_DEED = pattern(
    rf"\b(?:{INFINITIVE}|{EVENT}|провед|проводи)"
    r"|^\W*(?:[а-я-]+(?:ая|ое|ый|ий) )*[а-я]+(?:ци[яию]|[нт]и[еяю]|к[аиу]|ств[оа]|ж|от[аыу])\b"
)
_ADJECTIVE = r"(?:[а-я-]+(?:ый|ий|ой|ая|яя|ое|ее|ую|юю|ого|его|ом|ем|ым|им|ых|их|ей) )?"
WITH_PREPOSITION = (
    r"\b(?:в|во|на|с|со|у|по|для|к|ко|из|от|до|за|при|через|под|без|об?|перед|после|вместо"
    rf"|согласно|at|in|on|with|for|from|to|by|of) (?:все[хмй] |всю )?{_ADJECTIVE}(?:№ ?)?[^\W\d_]+"
)
PREPOSED = pattern(WITH_PREPOSITION)


@lru_cache(maxsize=1024)
def kinds_of(measure: str) -> tuple[DeedKind, ...]:
    """The kinds of a measure's last deed, where it has several."""
    if measure.isascii():
        words = WORD.findall(governing(measure))
        return tuple({kind: None for word in words for kind in _kinds_called(word)})
    deed = _OPENS.sub(" ", _TITLE.sub(" ", last_deed(measure)))
    words = nouns_and_verbs(_PREPOSITION.split(deed, maxsplit=1)[0])
    by_deed = next((kinds for kinds in map(kinds_said, words[:_NAMES_IT]) if kinds), ())
    return by_deed or (_kinds_called(words[0]) if words else ())


@lru_cache(maxsize=1024)
def governing(measure: str) -> str:
    """The last deed of a measure and its things, without what they are for."""
    deed = _OPENS.sub(" ", _TITLE.sub(" ", last_deed(measure)))
    return _OF_DONE_THINGS.sub(" ", PREPOSED.sub(" ", deed))


def nouns_and_verbs(words: str) -> list[str]:
    """The words that qualify no other."""
    return [word for word in WORD.findall(words) if not AN_ADJECTIVE.search(word)]


def leading_deed(measure: str) -> str:
    """What a folded measure's last deed begins with, its verb or noun; "" where it has none."""
    return next(iter(nouns_and_verbs(governing(measure))), "")


def deed_noun(measure: str) -> str:
    """The noun of a folded measure's only deed, «разработка»; "" where it has none or several."""
    first, *others = [*nouns_and_verbs(governing(measure)), ""]
    alone = _DEED_NOUN.fullmatch(first) and not any(map(_DEED_NOUN.fullmatch, others))
    return first if alone else ""


def last_deed(measure: str) -> str:
    """What a measure of several deeds ends with; "" where it carries out a plan."""
    if _CARRIES_OUT.match(measure):
        return ""
    bare = _TITLE.sub(lambda title: " " * len(title[0]), measure)
    *_, last = 0, *(found.start("verb") for found in _TO_DO.finditer(bare))
    first = _ALL_BUT_LAST.match(bare)
    return measure[last or (first.end() if first else 0) :]


def names_a_deed(measure: str) -> bool:
    """Whether it says what is to be done, not only what is to be there: «Канцтовары»."""
    return bool(_NAMES_A_DEED.search(measure) or _CARRIES_OUT.match(measure))


def is_headed_by(measure: str, thing: str) -> bool:
    """Whether the first noun of a measure is the thing: of «Раздача памяток» it is another."""
    words = WORD.findall(_OPENS.sub(" ", measure))
    head = next((word for word in words if not AN_ADJECTIVE.search(word)), "")
    return is_same_noun(thing, head)


@lru_cache(maxsize=4096)
def kinds_said(word: str) -> tuple[DeedKind, ...]:
    """The kinds of a verb or of a noun of a deed: «закуплен», «закупка»."""
    return tuple(kind for kind in KINDS if kind.words.match(word))


@lru_cache(maxsize=4096)
def _kinds_called(word: str) -> tuple[DeedKind, ...]:
    """The kinds of a measure by a word of it, which may be a mere thing: «отчёт за год»."""
    return tuple(kind for kind in KINDS if kind.words.match(word) or kind.things.match(word))
