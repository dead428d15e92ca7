"""Whether a mark counts fewer than its measure names: «поверено 15» of «термометры (20 шт.)»."""

from dataclasses import replace

from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case
from sheetsync.words.status.dates import without_days
from sheetsync.words.status.readings.preparing import is_same_noun
from sheetsync.words.status.rules import DEEDS, Sign
from sheetsync.words.status.words.bounds import HELD
from sheetsync.words.status.words.counts import Count, counts_in
from sheetsync.words.status.words.deeds import is_deed

# What is done with people, so that «12 чел.» counts what the measure does.
_OF_PEOPLE = pattern(
    r"\b(?:обуч|переобуч|подготов|переподготов|квалификац|аттест|вакцин|привит|привив|оздоров"
    r"|трудоустр|награ|поздрав|медосмотр|осмотр|диспансер|охва|направ|отправ|принять|прием|набор"
    r"|train|recruit|hire|appoint|vaccinat|elect|enrol)"
)
_ONLY_A_COUNT = pattern(r"\W*\d+ [а-яa-z.-]+(?: [а-я.-]+)?\W*")
_ONLY_A_NUMBER = pattern(r"\d+\W*")
_ONE_OF_THEM = pattern(
    r"(?:(?:уже|пока|только) )*(?:один|одна|одно|одну|двое|трое|one|two)(?: of them)? [\w-]+[ .]*"
)
# «Провести во всех школах»: of three of them it is told that they are not all.
_OF_ALL = pattern(
    r"\b(?:все(?:х|м|ми)?|кажд[а-я]+|all|every|each) (?:[а-я]+ых |\d+ )?([^\W\d_]{3,})"
)
# «Обучены 2 группы» counts no people; «победили 3 школы» not what was to be done.
_MANY_EACH = pattern(r"групп|класс|отряд|команд|смен|бригад|отдел|team|group")
_OUTCOME = pattern(r"\b(?:победи|призер|занял|выигра|наград|награж|отмеч|won\b)")
_ALL = pattern(r"\b(?:вс[ея]х?|all)\b")


def falls_short(case: Case, measure: str) -> bool:
    """Whether the deeds count fewer of a thing than the measure's words do."""
    own = fold(measure)
    whole = [count for count in counts_in(own, of_each=True) if count.number > 1]
    of_all = _OF_ALL.findall(own)
    if not (whole or of_all) or _ALL.search(case.words):
        return False
    done = [count for words in _counting(case, own) for count in _counted(words)]
    if not _OF_PEOPLE.search(own):
        done = [count for count in done if not count.people]
    if any(count.named and is_same_noun(count.things[0], one) for count in done for one in of_all):
        return True
    return any(0 < _done_of(each, done, whole) < each.number for each in whole)


def counts_unnamed(case: Case, measure: str) -> bool:
    """«Один назначен», where nobody knows of how many: the measure's words name no number."""
    alone = any(_ONE_OF_THEM.fullmatch(said.words) for said in case.saying(*DEEDS))
    return alone and not any(count.number > 1 for count in counts_in(fold(measure)))


def _counting(case: Case, measure: str) -> list[str]:
    """The words of deeds, and of counts beside them; of an event these are how many came to it."""
    deeds = [without_days(deed.words, deed.days) for deed in case.saying(*DEEDS)]
    if not _OUTCOME.search(measure):
        deeds = [words for words in deeds if not _OUTCOME.search(words)]
    beside = [said.words for said in case.saying(Sign.NOTHING)]
    numbers = [words for words in beside if _ONLY_A_NUMBER.fullmatch(words)]
    if len(deeds) == 1 and len(numbers) == 1:  # «заменено стояков – 2»
        return [f"{deeds[0]}: {numbers[0]}"]
    if any(map(HELD.search, deeds)):
        return deeds
    return [*deeds, *(words for words in beside if _ONLY_A_COUNT.fullmatch(words))]


def _counted(words: str) -> list[Count]:
    """«Один назначен» counts what is not named, «обучено 3 учителя» people, however called."""
    return [
        replace(each, things=(), named=False)
        if each.named and _is_verb(each.things[0])
        else replace(each, named=each.named and not _counts_people(words, each))
        for each in counts_in(words)
    ]


def _counts_people(words: str, count: Count) -> bool:
    return bool(_OF_PEOPLE.search(words)) and not _MANY_EACH.match(count.things[0])


def _is_verb(word: str) -> bool:
    return is_deed(word) or word.endswith("ed")


def _done_of(whole: Count, done: list[Count], wholes: list[Count]) -> float:
    """How many of it; what names nothing is of the only thing, or the fewest, that is counted."""
    same = [count for count in done if _is_of(count, whole)]
    if not same and whole is min(wholes, key=lambda count: count.number):
        same = [count for count in done if not count.named]
    return sum(count.number for count in same)


def _is_of(count: Count, whole: Count) -> bool:
    return any(is_same_noun(one, other) for one in count.things for other in whole.things)
