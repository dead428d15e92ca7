"""Whether a deed is all of a measure, as the measure's own words tell.

Staff name each step in words of their own, and no list has them all: «стены зашпаклеваны» of
«Покрасить стены». So a deed counts only where its verb is the measure's, or of a kind that comes
after it, and where its thing, if it names one, is the measure's as well.
"""

from functools import lru_cache

from sheetsync.words.cleaning import common_start, fold, word_set
from sheetsync.words.lexicon.calendar import MONTH_STEM
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.statements import Statement, sign_of
from sheetsync.words.status.words.bounds import PLACE
from sheetsync.words.status.words.counts import has_counts
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.nouns import EVENT, NUMBERED_PLACE
from sheetsync.words.status.words.own_deeds import KINDS, ON_PAPER, PAPERS, DeedKind
from sheetsync.words.status.words.verbs import INFINITIVE

_WORD = pattern(r"[^\W\d_]{2,}")
# What is said of anything that is held, and of anything that is done.
_HELD = pattern(r"провед|провел|состоя|прош[ле]|организов|отмеч|отмети|участв|held|ran\b|took")
_TOOK_PART = pattern(r"\bприн[яи]\w+ участие\b")
_COMPLETED = r"сдела|выпол|исполн|осуществ|произв|заверш|законч|окончен|реализ|done|completed"
_DONE = pattern(_COMPLETED)
_OPENS = pattern(
    r"\b(?:провести|проведени[ея]|организ\w+|обеспеч\w+|осуществ\w+|выполн\w+"
    r"|прин(?:ять|имать) (?:участие|меры)|hold|carry|organi[sz]e|conduct)\b"
)
# «Реализация плана» is no plan.
_CARRIES_OUT = pattern(
    r"\W*(?:реализ|выполн|исполн|осуществ)[а-я]+ (?:[а-я]+(?:ых|ого|ой) )?"
    r"(?:план|программ|мероприят|предписан|договор|бюджет|решени|поруч)"
)
_MAY_BE_DONE = pattern(rf"\b(?:{_COMPLETED}|готов)")
_IS_HELD = pattern(rf"\b{EVENT}")
_READY = pattern(r"(?:[а-я-]+ )?[а-я]{4,} (?:(?:уже|полностью) )?готов[аоы]?(?: [\d.]+)?")
_PARTICIPLE = pattern(r"\b[а-я]{3,}(?:[аяе]н|[иуя]т)[аоы]?\b")
MAY_BE_OWN = (Sign.NOTHING, Sign.IN_WORK, Sign.UNSURE)
"""What a participle may say elsewhere, that of the measure's own verb: «Заказать», «заказано»."""
_TITLE = pattern(r"[«\"][^»\"]*[»\"]")
# «Подготовить отчёт и направить его»: unlike «поручить отделу подготовить», the last counts.
_TO_DO = pattern(rf"(?:^\W*|[,;] |\bи )(?P<verb>{INFINITIVE})")
_NAMES_IT = 3  # words, among which a measure says what is to be done
_PREPOSITION = pattern(r"\b(?:в|во|на|с|со|у|по|для|к|ко|из|от|до|за|при|через|об?|среди)\b|[,:;(]")
# «Подготовка и проведение слёта» is done by what ends it.
_FIRST_OF_TWO = pattern(r"^\W*[а-я]+(?:ка|ние|ия) и (?=[а-я]+(?:ка|ние|ия)\b)")
# What is bought or written names no deed: «Канцтовары для профактива».
_NAMES_A_DEED = pattern(
    rf"\b(?:{INFINITIVE}|{EVENT}|провед|проводи)"
    r"|^\W*(?:[а-я-]+(?:ая|ое|ый|ий) )*[а-я]+(?:ци[яию]|[нт]и[еяю]|к[аиу]|ств[оа]|ж|от[аыу])\b"
)
_ADJECTIVE = r"(?:[а-я-]+(?:ый|ий|ой|ая|яя|ое|ее|ую|юю|ого|его|ом|ем|ым|им|ых|их|ей) )?"
_WITH_PREPOSITION = (
    r"\b(?:в|во|на|с|со|у|по|для|к|ко|из|от|до|за|при|через|под|без|об?|перед|после|вместо|at|in"
    rf"|on|with|for|from|to|by|of) {_ADJECTIVE}(?:№ ?)?[^\W\d_]+"
)
_PREPOSED = pattern(_WITH_PREPOSITION)
# Where, with whom, what for; how many; whoever did it.
_ASIDES = pattern(
    _WITH_PREPOSITION
    + r"|(?<![\d.])\b\d+(?:,\d+)? (?:[а-я]{1,6}\.|[^\W\d_]+)(?: [а-я]+(?:а|я|ы|и|ов|ев|ей)\b)?"
    r"|\b[а-я]{3,}(?:ом|ем|ым|ами|ями)\b|\b[ivx]+\b"
    r"|\b[а-я-]+ (?=[а-я]+ла?\b)"
)
_AN_ADJECTIVE = pattern(r"(?:ый|ий|ой|ая|яя|ое|ую|юю|ые|(?<![нт])ие|(?<!н)ее)$")
_BY_SOMEBODY = pattern(r"л[аио]?(?:с[ья])?$")
_ALL_OF_IT = pattern(
    r"\b(?:вс(?:е[хмй]?|ем|я|ю)|полностью|целиком|везде|каждо\w+|all|every\w*|fully)\b"
)
_NO_THING = word_set(
    """
    уже нами срок был была было были также тоже год года том числе что как это лично вчера сегодня
    да ок есть закрыто закрыт закрыта успешно досрочно своевременно мероприятие мероприятия занятие
    занятия работа работы пункт задача задание поручение акт акты протокол человек чел один одна
    одно два две оба обе done yes ok the is was were has been have and now one two
    """
)
_NAMES_NO_THING = pattern(rf"{_COMPLETED}|готов|{MONTH_STEM}|квартал|полугод|месяц")
_SOUNDS = str.maketrans("шщчжзбг", "сттддпк")  # «посадить», «посажен»
_PREFIX = pattern(
    r"(?:пере|пред|про|при|под|пре|рас|раз|вос|воз|из|ис|за|на|по|до|от|об|вы|со|вз|с|у|о|в)"
    r"(?=[а-я]{3})"
)


def is_own_deed(case: Case, measure: str) -> bool:
    """Whether one of the deeds that a status tells of is all of the measure."""
    deeds, own = case.saying(*DEEDS), fold(measure)
    return not deeds or any(_is_own(said, own) for said in deeds)


def is_of_one_year(case: Case) -> bool:
    """«Обучено 3 человека» in the first of several years, all of which a measure takes."""
    starts, due, deeds = case.deadline.starts, case.deadline.due, case.saying(*DEEDS)
    if starts is None or due is None or not deeds or due.year < starts.year + 2:
        return False
    return case.today.year < due.year and all(deed.sign is Sign.FACT for deed in deeds)


def is_made(said: Statement, measure: str) -> bool:
    """Whether it says of what a folded measure makes that it is ready: «смета готова»."""
    ready = _READY.fullmatch(said.words.strip(" ."))
    if ready is None or _IS_HELD.search(said.words) or not _is_of_it(said.words, measure):
        return False
    return any(kind.words.match("готов") for kind in _kinds_of(measure))


@lru_cache(maxsize=4096)  # a plan says the same day after day
def hangs_on_measure(status: str) -> bool:
    """A quick look, whether what a status means may hang on its measure's words."""
    words = fold(status)
    verbs = _verbs(words)
    names = bool(_things(words)) and (bool(verbs) or _MAY_BE_DONE.search(words) is not None)
    counts = has_counts(words) or PLACE.search(words) or NUMBERED_PLACE.search(words)
    return names or any(not _HELD.match(verb) for verb in verbs) or bool(counts) or _is_new(words)


def _is_new(words: str) -> bool:
    """A participle that no rule takes for a deed: it may be that of the measure's own verb."""
    return any(sign_of(word)[0] in MAY_BE_OWN for word in _PARTICIPLE.findall(words))


def _is_own(said: Statement, measure: str) -> bool:
    if said.sign is Sign.CLOSED:
        return _is_of_it(said.in_full, measure)
    verbs = _verbs(said.in_full)
    if not verbs:
        return True  # told by more than a verb: «слёт был 14.05»
    if _is_by_paper(said.in_full, measure):
        return True
    if not _is_of_it(said.in_full, measure):
        return False
    kinds = _kinds_of(measure)
    return any(_finishes(verb, measure, kinds) for verb in verbs)


def _verbs(words: str) -> list[str]:
    words = _TOOK_PART.sub("участвовал", words)
    return [word for word in _WORD.findall(words) if is_deed(word) or _is_english(word)]


def _is_english(word: str) -> bool:
    return word.isascii() and (
        word.endswith("ed") or word in ("sent", "held", "bought", "built", "done")
    )


def _is_of_it(words: str, measure: str) -> bool:
    """Whether the things of a mark are the measure's, or it has none, or says that it is all."""
    things = _things(words)
    if not things or _ALL_OF_IT.search(words):
        return True
    # Who did it may stand first; of «повестка собрания утверждена» the first thing is the one.
    by_somebody = any(_BY_SOMEBODY.search(verb) for verb in _verbs(words))
    first = next((thing for thing in things if not _AN_ADJECTIVE.search(thing)), things[0])
    return any(_is_its(thing, measure) for thing in (things if by_somebody else (first,)))


def _is_its(thing: str, measure: str) -> bool:
    own = _WORD.findall(measure)
    return (
        any(is_same_noun(thing, word) for word in own if not word.endswith(("ть", "ти")))
        or any(_have_one_root(thing, word) for word in own)
        or any(done.finishes(kind) for done in _kinds(thing) for kind in _kinds_of(measure))
        or (len(thing) > 2 and thing in "".join(word[0] for word in own))  # «СОУТ»
    )


def _is_by_paper(words: str, measure: str) -> bool:
    return any(
        paper.match(thing) and of.search(_governing(measure))
        for paper, of in PAPERS.items()
        for thing in _WORD.findall(words)
    )


def _things(words: str) -> list[str]:
    return [
        word
        for word in _WORD.findall(_ASIDES.sub(" ", _TOOK_PART.sub(" ", words)))
        if word not in _NO_THING
        and not is_deed(word)
        and not _is_english(word)
        and not _NAMES_NO_THING.match(word)
    ]


def _finishes(verb: str, measure: str, kinds: tuple[DeedKind, ...]) -> bool:
    if _DONE.match(verb):
        return True
    if _HELD.match(verb):
        return not kinds or any(kind.name not in ON_PAPER for kind in kinds)
    if any(_have_one_root(verb, word) for word in _WORD.findall(_governing(measure))):
        return True
    if not kinds:
        names_one = _NAMES_A_DEED.search(measure) or _CARRIES_OUT.match(measure)
        return bool(_kinds(verb)) and not names_one
    return any(done.finishes(kind) for done in _kinds(verb) for kind in kinds)


@lru_cache(maxsize=1024)
def _kinds_of(measure: str) -> tuple[DeedKind, ...]:
    """The kinds of a measure's last deed, where it has several."""
    if measure.isascii():
        words = _WORD.findall(_governing(measure))
        return tuple({kind: None for word in words for kind in _kinds_called(word)})
    head = _PREPOSITION.split(_deed(measure), maxsplit=1)[0]
    words = _WORD.findall(_OPENS.sub(" ", head))[:_NAMES_IT]
    return next((kinds for kinds in map(_kinds_called, words) if kinds), ())


@lru_cache(maxsize=1024)
def _governing(measure: str) -> str:
    """The last deed of a measure and its things, without what they are for."""
    return _PREPOSED.sub(" ", _OPENS.sub(" ", _deed(measure)))


def _deed(measure: str) -> str:
    if _CARRIES_OUT.match(measure):
        return ""
    bare = _TITLE.sub(" ", measure)
    *_, last = 0, *(found.start("verb") for found in _TO_DO.finditer(bare))
    return bare[last:] if last else _FIRST_OF_TWO.sub("", bare)


@lru_cache(maxsize=4096)
def _kinds(word: str) -> tuple[DeedKind, ...]:
    return tuple(kind for kind in KINDS if kind.words.match(word))


@lru_cache(maxsize=4096)
def _kinds_called(word: str) -> tuple[DeedKind, ...]:
    """The kinds of a measure by a word of it, which may be a mere thing: «отчёт за год»."""
    return tuple(kind for kind in KINDS if kind.words.match(word) or kind.things.match(word))


def _have_one_root(one: str, other: str) -> bool:
    """As far as their beginnings tell: «куплен», «закупка»."""
    a, b = _root(one), _root(other)
    bare = common_start(a, b) >= (3 if min(len(a), len(b)) <= 5 else 4)
    one, other = (each.removeprefix("пере").translate(_SOUNDS) for each in (one, other))
    return bare or common_start(one, other) >= 5


@lru_cache(maxsize=4096)
def _root(word: str) -> str:
    bare = word.removesuffix("ся").removesuffix("сь").removeprefix("пере")
    return _PREFIX.sub("", bare, count=1).translate(_SOUNDS)


def is_same_noun(one: str, other: str) -> bool:
    """Whether two words are forms of one noun, as far as their beginnings tell."""
    return common_start(one, other) >= max(_needed(min(len(one), len(other))), 1)


def _needed(letters: int) -> int:
    """How many letters two forms of a noun share, of which the shorter has so many."""
    return letters if letters < 4 else max(letters - 3, 4) if letters > 4 else 3
