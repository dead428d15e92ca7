"""What waits for somebody's plan or request, for a need, or for a date that stands elsewhere."""

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.grammar.cursor import Cursor
from sheetsync.words.grammar.dictionary import tells_past
from sheetsync.words.grammar.lexemes import Lexeme, slip_of
from sheetsync.words.grammar.repeats import after_each
from sheetsync.words.grammar.runs import read_run
from sheetsync.words.lexicon.kinds import Kind, Wait
from sheetsync.words.lexicon.waiting import ADJECTIVE_ENDINGS, WAITED_FOR


@frozen_positional
class Waiting:
    """An outside word is awaited; `what` says whose or which, in the words of the cell."""

    wait: Wait | None  # None: no word is named, "срок уточняется"
    what: str = ""

    @property
    def conditional(self) -> bool:
        """Said in brackets, it takes what stands beside it along: "(при необходимости – …)"."""
        return self.wait is Wait.NEED


# "per the academic calendar", "following board approval": before a noun only.
_NAMED_HEADS = {"per": Wait.PLAN, "following": Wait.AFTERWARDS}
_NOUNS = (Kind.WORD, Kind.WORKING, Kind.EVERY)  # "calendar" is both
# Without one of these nothing is awaited: most phrases are plain days, which then ask five
# readers less.
WAITING_KINDS = frozenset(
    {
        *(Kind.SOMETIME, Kind.THEN, Kind.TERM, Kind.SET_ELSEWHERE, Kind.THROUGH, Kind.WAIT),
        *(Kind.WHILE, Kind.IN, Kind.PER, Kind.WHICH, Kind.WORD, Kind.WHEN, Kind.TIMES),
    }
)
_MAY_BEGIN = (Kind.STOP, Kind.IN, Kind.WHICH, Kind.FREQUENCY, Kind.SET_ELSEWHERE)
_AHEAD = frozenset({"futr", "pres"})
_PAST = frozenset({"was", "were", "had", "did"})
_FINITE = frozenset({"is", "are", "has", "have", "we", "they", "it"})
_SEASONAL = ("ый", "ий", "ой")
_NEEDS = ("необходимости", "надобности", "потребности", "возможности")
_LONGEST_INSERT = 3  # words in "в установленные федеральным законом сроки"


def read_waiting(cursor: Cursor) -> Waiting | None:
    """As in "по плану Совета", "при необходимости", "в установленный срок", "немедленно"."""
    if cursor.take(Kind.THEN):
        cursor.skip(Kind.DASH)  # "январь, далее – по плану"
        if cursor.at > 2 and cursor.take(Kind.ALL_YEAR):
            return Waiting(None)  # "до 1 июля, далее постоянно": what goes on has no last day
    if cursor.take(Kind.SOMETIME):
        return Waiting(None)
    for reader in (_set_elsewhere, _by_somebody, _headed, _clause, _meanwhile, _season):
        found = cursor.attempt(reader)
        if found:
            return found
    return None


def _set_elsewhere(cursor: Cursor) -> Waiting | None:
    """As in "в сроки, установленные законом", "в установленные договором сроки"."""
    cursor.skip(Kind.IN)
    term = cursor.take(Kind.TERM)
    if term and " " in term.word and cursor.sees(Kind.WORD) and not slip_of(cursor.ahead().word):
        return Waiting(Wait.TERM, read_run(cursor))  # "в сроки проведения аттестации"
    cursor.skip(Kind.COMMA)
    if not cursor.take(Kind.SET_ELSEWHERE):
        return None
    since = cursor.at
    while term is None and cursor.at < since + _LONGEST_INSERT and cursor.take(Kind.WORD):
        pass
    inserted = cursor.quote(since)
    if term is None and not cursor.take(Kind.TERM):
        return None
    return Waiting(Wait.TERM, inserted or read_run(cursor))


def _by_somebody(cursor: Cursor) -> Waiting | None:
    """As in "по запросу министерства", "по сводному графику", "по отд. плану"."""
    head = cursor.take(Kind.THROUGH)
    since = cursor.at
    wait = _noun(cursor) if head else None
    return Waiting(wait, _whose(cursor, wait, since)) if wait else None


def _noun(cursor: Cursor) -> Wait | None:
    """The noun that says what is awaited, past its adjectives and with its second half."""
    while _is_adjective(cursor):
        cursor.at += 1
    wait = _waited_for(cursor.ahead().word)
    if wait is None:
        return None
    cursor.at += 1
    if cursor.sees(Kind.DASH) and _waited_for(cursor.ahead(1).word):
        cursor.at += 2  # "план-график"
    return wait


def _is_adjective(cursor: Cursor) -> bool:
    word, after = cursor.ahead(), cursor.ahead(1)
    short = (
        word.kind is Kind.WORD and cursor.line[word.end : word.end + 1] == "."
    )  # "по доп. плану"
    described = after.kind is Kind.WORD and (short or word.word.endswith(ADJECTIVE_ENDINGS))
    set_elsewhere = word.kind is Kind.SET_ELSEWHERE  # "по утвержденному плану"
    return described and (set_elsewhere or not _waited_for(word.word) or _is_noun(after.word))


def _is_noun(word: str) -> bool:
    return _waited_for(word) is not None


def _waited_for(word: str) -> Wait | None:
    for wait, stems in WAITED_FOR.items():
        if word.startswith(tuple(stems.split())):
            return wait
    return None


def _whose(cursor: Cursor, wait: Wait, noun: int) -> str:
    """Whose word is awaited; of a paper that its day tells apart from others also the noun."""
    if cursor.sees(Kind.SINCE, Kind.FROM) and cursor.ahead(1).kind is Kind.WORD:
        cursor.at += 1  # "по согласованию с дирекцией" waits for the directors
    dated = cursor.sees(Kind.FROM) and cursor.at > noun
    whose = read_run(cursor, whole=wait is Wait.AFTERWARDS)
    if dated:
        return cursor.quote(noun)
    return "" if whose.casefold() in _NEEDS else whose  # "при необходимости": of nothing else


def _headed(cursor: Cursor) -> Waiting | None:
    """As in "при необходимости", "согласно плану Совета", "срок действия договора"."""
    cursor.skip(Kind.IN)
    if cursor.foresees(after_each):
        return None
    if cursor.ahead().word in _NAMED_HEADS and cursor.ahead(1).kind in _NOUNS:
        wait = _NAMED_HEADS[cursor.ahead().word]
        cursor.at += 1
        return Waiting(wait, _whose(cursor, wait, cursor.at))
    head = cursor.take(Kind.WAIT)
    if head is None:
        return None
    wait, since = Wait(head.value), cursor.at
    named = cursor.attempt(_awaited) if wait is Wait.TERM else None
    return Waiting(named or wait, _whose(cursor, named or wait, since))


def _clause(cursor: Cursor) -> Waiting | None:
    """As in "когда соберём деньги", "как сойдёт снег", "as soon as the supplier confirms"."""
    since = cursor.at
    headed = cursor.take(*((Kind.WHEN, Kind.WORD) if _begins_clause(cursor) else (Kind.WHEN,)))
    headed = headed or cursor.attempt(_once)
    if headed is None or not cursor.sees(Kind.WORD, *_MAY_BEGIN):
        return None
    quote = read_run(cursor, whole=False)
    told = tells_past(cursor, since) or not _PAST.isdisjoint(quote.casefold().split())
    return None if not quote or told else Waiting(Wait.NEED, quote)


def _begins_clause(cursor: Cursor) -> bool:
    """As in "как" before a verb: not "как обычно", "как в прошлом году", "май, как получится"."""
    verb, words = cursor.ahead(1), cursor.vocabulary
    if cursor.at or cursor.ahead().word != "как" or words is None:
        return False
    return any(_AHEAD & form.marks for form in words.word(verb.word).forms[:1])


def _once(cursor: Cursor) -> Lexeme | None:
    """As in "once all permits are in hand", "once approved": not "once only", "once a year"."""
    once, words = cursor.take(Kind.TIMES), cursor.line[cursor.ahead().start :].casefold().split()
    if once is None or once.word != "once" or not cursor.sees(Kind.WORD):
        return None
    return once if words[0].endswith("ed") or not _FINITE.isdisjoint(words) else None


def _awaited(cursor: Cursor) -> Wait | None:
    """A noun that says more than that the days stand elsewhere: "согласно плану Совета"."""
    wait = _noun(cursor)
    return None if wait is Wait.TERM else wait


def _meanwhile(cursor: Cursor) -> Waiting | None:
    """As in "в период ремонта", "в течение смены", "в паводковый период"."""
    head = cursor.take(Kind.WHILE, Kind.IN)
    since = cursor.at
    if head is None or not cursor.sees(Kind.WORD) or slip_of(cursor.ahead().word):
        return None
    cursor.skip(Kind.WORD)
    if head.kind is Kind.IN and " " not in head.word and not cursor.sees(Kind.WHILE):
        return None  # "в Москве" says no time; "в течение" and "… период" do
    cursor.skip(Kind.WHILE)
    read_run(cursor, whole=False)
    return Waiting(Wait.PROGRAMME, cursor.quote(since))


def _season(cursor: Cursor) -> Waiting | None:
    """As in "отопительный период", "пожароопасный сезон 2026-2027": its days stand elsewhere."""
    since = cursor.at
    kind = cursor.take(Kind.WORD)
    if kind is None or not kind.word.endswith(_SEASONAL):
        return None
    if not (cursor.take(Kind.WHILE) or cursor.ahead().word.startswith("сезон")):
        return None
    cursor.skip(Kind.WORD)
    cursor.attempt(_years)
    return Waiting(Wait.PROGRAMME, cursor.quote(since))


def _years(cursor: Cursor) -> bool | None:
    years = cursor.take(Kind.YEAR)
    cursor.skip(Kind.DASH, Kind.SLASH, Kind.YEAR, Kind.YEAR_MARK)
    return years is not None or None
