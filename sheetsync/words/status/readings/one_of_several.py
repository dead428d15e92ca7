"""Whether a mark names one of a measure's several things, or another: «спортзал» of two rooms."""

from collections.abc import Sequence
from functools import lru_cache

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case
from sheetsync.words.status.dates import without_days
from sheetsync.words.status.readings.measure_deed import (
    AN_ADJECTIVE,
    IN_TITLE_OR_BRACKETS,
    WORD,
    kinds_said,
)
from sheetsync.words.status.roots import have_one_root, is_same_noun
from sheetsync.words.status.rules import Sign
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.nouns import EVENT
from sheetsync.words.status.words.verbs import INFINITIVE

_AND = pattern(r" (?:и|and) ")
_SPLITS = pattern(r"[.;:]|\b(?:а также|на основании|в соответствии|в целях|согласно)\b")
_PREPOSITION = pattern(r"(?:во?|на|со?|для|по|у|к|об?|из|от|in|on|for|to|with)$")
_TOKEN = pattern(r"[^\W_]+(?:-[^\W_]+)*")
_IS_HELD = pattern(rf"\b{EVENT}|\b(?:день|дня|дню)\b")
# «Отдел культуры и спорта» is one, and so is «комиссия по делам … и защите их прав».
_NAMES_A_BODY = pattern(
    r"(?:отдел|управлен|министерств|департамент|комитет|комисси|совет|служб|дом|центр|день|дня|дню"
    r"|федераци|фонд|инспекци|агентств|союз|институт|академи|школ|парк|театр|музе|закон|кодекс"
    r"|клуб|кружк)"
)
_VERBAL = pattern(
    r"(?:ка|[нт]ие|[нт]ия|ция|ции|мена|ж|отр|воз|дача|бор|учет|прием|ринг|ализ|нтроль|аудит|обзор"
    r"|опрос|обход|выпуск|запуск|поиск|расчет|закуп|вывод|перевод|подъем|надзор|выезд|уход|устройство"
    r"|строительство)$"
)
_TO_DO = pattern(INFINITIVE)
_COUNTED = pattern(r"\b(\d{1,2})(?:-?[а-я]{1,2})? [а-я]{3,}")
_TOGETHER = pattern(r"\b(?:оба|обе|обоих|обеих|тоже|также|both|too)\b")
_JOINS = pattern(r",| и | and ")
_ARTICLES = frozenset({"the", "a", "an", "all", "both", "every"})
_OF_DEEDS = pattern(r"(?:[ае]ний|[яи]тий)$")  # «зданий и сооружений»
_SHORTEST = 4  # letters of a noun that stands in a longer one: «зал» and «спортзал»


@frozen_positional
class _Several:
    """Things that a measure names beside each other, or `deeds`; `led` are those of an event, too.

    As in "на сайте и в соцсетях", "весенний и осенний субботники".
    """

    items: tuple[str, ...]
    led: bool = False
    deeds: bool = False


def names_one_of_several(case: Case, measure: str) -> bool:
    """Whether what a mark says was done is of one of the things that the measure joins by «и».

    «Учебники приобретены» of «Приобрести учебники и рабочие тетради».
    """
    deeds = case.saying(Sign.FACT, Sign.CLOSED)
    if not deeds or _TOGETHER.search(case.words) or sum(map(is_deed, WORD.findall(case.words))) > 1:
        return False  # «убраны, покрашены» are several
    words = _TOKEN.findall(" ".join(without_days(said.in_full, said.days) for said in deeds))
    listed = len(_JOINS.findall(" ".join(said.in_full for said in deeds))) + 1
    held = any(_IS_HELD.search(deed.words) for deed in deeds)
    for several in _several(fold(measure)):
        if listed >= len(several.items) or (held and not several.led):
            continue  # «День семьи, любви и верности» is one, by whichever of its words
        # «1 полугодие» is no day, but is read as one.
        counted = several.items[0].isdecimal()
        told = _COUNTED.findall(case.words) if counted else words
        beside = told if counted else _TOKEN.findall(case.words)
        if several.deeds:  # «инструктаж» is the thing of «Подготовка и проведение инструктажа»
            told = [word for word in told if not _is_thing_of(word, several, measure)]
        named = [item for item in several.items if _is_named(item, told, several)]
        left = [item for item in several.items if not _is_named(item, beside, several)]
        # «Подготовка и проведение» is done by what ends it.
        if named and left and not (several.deeds and several.items[-1] in named):
            return True
    return False


def _is_thing_of(word: str, several: _Several, measure: str) -> bool:
    things = (one for one in _TOKEN.findall(fold(measure)) if one not in several.items)
    return not is_deed(word) and any(is_same_noun(word, thing) for thing in things)


def _is_named(item: str, words: Sequence[str], several: _Several) -> bool:
    if item.isdecimal():
        return item in words
    said = [word for word in words if not word.isdecimal()]
    if several.deeds:
        return any(
            have_one_root(word, item)
            or any(done.finishes(kind) for done in kinds_said(word) for kind in kinds_said(item))
            for word in said
        )
    inside = item[:-1] if len(item) >= _SHORTEST else item
    return any(is_same_noun(word, item) or inside in word for word in said)


@lru_cache(maxsize=1024)
def _several(measure: str) -> tuple[_Several, ...]:
    """The things of a folded measure that «и» joins, each group by itself."""
    clauses = _SPLITS.split(IN_TITLE_OR_BRACKETS.sub(" ", measure))
    joins = [(clause, join) for clause in clauses for join in _AND.finditer(clause)]
    found = [_joined(clause[: join.start()], clause[join.end() :]) for clause, join in joins]
    lists = [] if joins else [_listed(clause) for clause in clauses]
    return tuple(filter(None, (*found, *lists)))


def _listed(clause: str) -> _Several | None:
    """As in "закупка ручек, тетрадей, красок"."""
    first, *others = [_tokens(part) for part in clause.split(", ")]
    if not first or not others or any(len(words) != 1 or is_deed(words[0]) for words in others):
        return None
    items = (first[-1], *(words[0] for words in others))
    nouns = not any(
        item.isdecimal() or AN_ADJECTIVE.search(item) or _is_a_deed(item) for item in items
    )
    return _Several(items) if nouns else None


def _tokens(words: str) -> list[str]:
    return [word for word in _TOKEN.findall(words) if word not in _ARTICLES]


def _joined(before: str, after: str) -> _Several | None:
    *listed, left = [_tokens(part) for part in before.split(", ")]
    right = _tokens(after)
    led = bool(right and _PREPOSITION.match(right[0]))
    right = right[led:]
    at = next((n for n in reversed(range(len(left) - 1)) if _PREPOSITION.match(left[n])), None)
    inside = left[:-1] if at is None or at + 2 < len(left) else left[:at]
    if not left or not right or any(map(_NAMES_A_BODY.match, inside)):
        return None
    first = left[-1]
    if first.isdecimal():
        return _Several((first, right[0]), led=True) if right[0].isdecimal() else None
    # «Весенний и осенний субботники», but «душевые и раздевалки» are two things.
    if AN_ADJECTIVE.search(first) and AN_ADJECTIVE.search(right[0]) and right[1:]:
        return _Several((first, right[0]), led=True)
    if left == [first] and any(map(kinds_said, (first, right[0]))):
        return _Several((first, right[0]), deeds=True)
    if _is_a_deed(right[0]):
        # Of «подготовка отчёта и сдача его» the deeds are joined.
        deeds = [next(filter(_is_a_deed, words), "") for words in (*listed, left)]
        return _Several((*filter(None, deeds), right[0]), deeds=True) if all(deeds) else None
    if before.isascii() and len(left) == 1:
        return _Several((first, right[0]), deeds=True)
    one = first if at is None else _thing(left[at + 1 :])
    others = (words[-1] for words in listed if words)
    return _Several((*others, one, _thing(right)), led=led or at is not None)


def _thing(words: Sequence[str]) -> str:
    """Their first noun: of «охране труда» it is not the last one."""
    nouns = (w for w in words if _OF_DEEDS.search(w) or not AN_ADJECTIVE.search(w))
    return next(nouns, words[0])


def _is_a_deed(word: str) -> bool:
    return bool(_VERBAL.search(word) or _TO_DO.fullmatch(word))
