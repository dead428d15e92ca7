"""How many a mark counts: fewer than its measure names, «поверено 15», or of its deadlines."""

from dataclasses import replace

from sheetsync.model import Meaning, PartProgress, Progress
from sheetsync.words.cleaning import fold
from sheetsync.words.pattern import pattern
from sheetsync.words.status.case import Case, answer
from sheetsync.words.status.dates import without_days
from sheetsync.words.status.readings.parts import parts_of
from sheetsync.words.status.roots import is_same_noun
from sheetsync.words.status.rules import DEEDS, SHARE, Sign
from sheetsync.words.status.statements import Statement
from sheetsync.words.status.words.amounts import Amount, amounts_in
from sheetsync.words.status.words.bounds import HELD
from sheetsync.words.status.words.counts import NUMBER, Count, counts_in, number_of
from sheetsync.words.status.words.deeds import is_deed
from sheetsync.words.status.words.shares import per_cents_in

# What is done with people, so that «12 чел.» counts what the measure does.
_OF_PEOPLE = pattern(
    r"\b(?:обуч|переобуч|подготов|переподготов|квалификац|аттест|вакцин|привит|привив|оздоров"
    r"|трудоустр|награ|поздрав|медосмотр|осмотр|диспансер|охва|направ|отправ|принять|прием|набор"
    r"|train|recruit|hire|appoint|vaccinat|elect|enrol)"
)
_SO_MANY = pattern(
    r"\W*(?P<before>(?:[^\W\d_]+ ){0,2})(?P<done>\d{1,2}) (?:из|of) (?P<whole>\d{1,2})"
    r"(?P<after>(?: [^\W\d_]+)?)\W*"
)
_FIRST_OF_THEM = pattern(
    rf"(?:the )?(?:first|первые) (?P<done>{NUMBER}) (?:held|done|completed|sent|issued|met|ran"
    r"|провед[её]н[ыо]|провели|прошли|состоялись|сдан[ыо]|сдали|выполнен[ыо])\W*"
)
_ONLY_A_COUNT = pattern(r"\W*\d+ [а-яa-z.-]+(?: [а-я.-]+)?\W*")
_ONLY_A_NUMBER = pattern(r"\d+\W*")
_ONE_OF_THEM = pattern(
    r"(?:(?:уже|пока|только) )*(?:один|одна|одно|одну|двое|трое|one|two)(?: of them)? [\w-]+[ .]*"
)
_OUTCOME = pattern(r"\b(?:победи|призер|занял|выигра|наград|награж|отмеч|won\b)")
_AT_MOST = pattern(
    r"\b(?:не (?:более|выше|больше)|(?:сни[зж]|сокра[тщ]|уменьш)\w+ .*\bдо|at most|no more"
    r"|reduce .*to)\b"
)
_DOWN_TO = pattern(
    r"\b(?:сни[зж]|сокра[тщ]|уменьш|reduce|cut\b).*?\b(?:до|to) "
    r"(?P<limit>\d+(?:[.,]\d+)?(?: \w+\.?)?)"
)
_ALL = pattern(r"\b(?:вс[ея]х?|all)\b")
_SEVERAL_CLAUSES = pattern(r"[,;](?!\d| \d\d?\.\d)|[.!?] *[а-яa-z]")


def count_of_deadlines(case: Case) -> Progress | None:
    """«3 из 4» of a measure with four deadlines: the first three are done."""
    first = _FIRST_OF_THEM.fullmatch(case.words)
    if first:
        return _first_done(case, int(number_of(first["done"])))
    said = _SO_MANY.fullmatch(case.words)
    beside = said and [word for word in (said["before"] + said["after"]).split() if word]
    if said is None or not all(map(_is_verb, beside or ())):
        return None
    whole = len(parts_of(case.deadline, case.milestones))
    return _first_done(case, int(said["done"])) if int(said["whole"]) == whole else None


def _first_done(case: Case, done: int) -> Progress | None:
    parts = sorted(parts_of(case.deadline, case.milestones), key=lambda part: part.due)
    if not 0 < done < len(parts):
        return None
    first = (PartProgress(label=one.label, meaning=Meaning.DONE) for one in parts[:done])
    return replace(answer(case, Meaning.DONE_PART, case.statements), parts=tuple(first))


def falls_short(case: Case, measure: str) -> bool:
    """Whether the only count of a mark in one clause is less than its measure's only one.

    Both are of one thing, or the mark's of none, «один назначен», «обучено 12 чел.».
    """
    own = fold(measure)
    limit, reached = _DOWN_TO.search(own), _DOWN_TO.search(case.words)
    if limit and reached:  # «сокращены до 9 дней» of «Сократить сроки до 5 дней»
        return _much(reached["limit"]) > _much(limit["limit"])
    if _is_less(case, own):
        return True
    wholes = list(counts_in(own, of_each=True))
    deeds = case.saying(*DEEDS)
    if len(wholes) != 1 or len(deeds) != 1 or _ALL.search(case.words):
        return False
    words = _counting(case, own)
    done = [_unless_verb(count) for count in counts_in(words)]
    if len(done) != 1 or (done[0].people and not _OF_PEOPLE.search(own)):
        return False
    same = not done[0].named or _is_of(done[0], wholes[0])
    return same and 0 < done[0].number < wholes[0].number


def _is_less(case: Case, measure: str) -> bool:
    """«Закуплено 900 кг» of «Закупить 5 тонн угля», «собрано 300» of «Собрать тысячу»."""
    said = ", ".join(without_days(deed.words, deed.days) for deed in case.saying(*DEEDS))
    wholes, done = [*amounts_in(measure)], [*amounts_in(said)]
    if not (wholes or done) or _AT_MOST.search(measure):
        return False
    wholes = wholes or [Amount(one.number, "") for one in counts_in(measure)]
    done = done or [Amount(one.number, "") for one in counts_in(said) if not one.named]
    if len(wholes) != 1 or len(done) != 1:
        return False
    alike = done[0].of == wholes[0].of or not (done[0].of and wholes[0].of)
    return alike and done[0].much < wholes[0].much


def _much(limit: str) -> float:
    return next((one.much for one in amounts_in(limit)), 0) or number_of(limit.split()[0])


def meets_goal(said: Statement, measure: str) -> bool:
    """«Привито 78 %» of «Вакцинация не менее 75 % работников», of a folded measure."""
    goal, done = per_cents_in(measure), per_cents_in(said.words)
    if said.rule != SHARE.name or len(goal) != 1 or len(done) != 1:
        return False
    return done[0] >= goal[0] and not _AT_MOST.search(measure)


def counts_unnamed(case: Case, measure: str) -> bool:
    """«Один назначен», where nobody knows of what measure."""
    alone = any(_ONE_OF_THEM.fullmatch(said.words) for said in case.saying(*DEEDS))
    return alone and not measure.strip()


def _counting(case: Case, measure: str) -> str:
    """The words of the deed and a count beside it; "" of several clauses, or of who won."""
    (deed,) = case.saying(*DEEDS)
    words = without_days(deed.words, deed.days)
    won = _OUTCOME.search(words) and not _OUTCOME.search(measure)
    beside = [said.words for said in case.saying(Sign.NOTHING)]
    if won or len(beside) > 1 or _SEVERAL_CLAUSES.search(case.words):
        return ""
    if not beside:
        return words
    if _ONLY_A_NUMBER.fullmatch(beside[0]):  # «заменено стояков – 2»
        return f"{words}: {beside[0]}"
    counts = _ONLY_A_COUNT.fullmatch(beside[0]) and not HELD.search(words)
    return f"{words} {beside[0]}" if counts else words


def _unless_verb(count: Count) -> Count:
    """«Один назначен» counts what is not named."""
    if count.named and _is_verb(count.things[0]):
        return replace(count, things=(), named=False)
    return count


def _is_verb(word: str) -> bool:
    return is_deed(word) or word.endswith("ed")


def _is_of(count: Count, whole: Count) -> bool:
    return any(is_same_noun(one, other) for one in count.things for other in whole.things)
