"""Tokens to lexemes: each known word or phrase with the part it plays in the grammar."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.cleaning import one_slip_apart
from sheetsync.words.grammar.figures import Parts, sense_of_token
from sheetsync.words.grammar.tokens import Token, tokens, with_dashes
from sheetsync.words.lexicon.calendar import MONTH_NUMBERS
from sheetsync.words.lexicon.entries import entries
from sheetsync.words.lexicon.kinds import HOURS_IN_DAY, MONTHS_IN_YEAR, Kind, Unit

Sense = tuple[Kind, int]
# Marks that neither join nor part anything: «01» марта, "15 мая.", "март*".
_SILENT = frozenset(".!«»\"'“”„*’…")
# Kinds in which a slip of the keyboard is mended; function words are too short to be sure of.
_MENDED = frozenset(
    {Kind.MONTH, Kind.FREQUENCY, Kind.UNIT, Kind.WEEKDAY, Kind.WEEKDAYS, Kind.ALL_YEAR, Kind.IN}
)
# What is said twice: "ежемесячно (ежеквартально)", "месяца (квартала)", "10 (десяти) дней".
_VARIED = {
    Kind.UNIT: Kind.UNIT,
    Kind.FREQUENCY: Kind.FREQUENCY,
    Kind.NUMBER: Kind.COUNT,
    Kind.WORD: Kind.WORD,
}
_SURE = 8  # letters of a word in which even the first may be wrong
# What people cut short with a full stop: "ежекв.", "след. года", "нач. сентября".
_ABBREVIATED = frozenset(
    {
        *(Kind.MONTH, Kind.FREQUENCY, Kind.UNIT, Kind.WEEKDAY, Kind.ALL_YEAR, Kind.WHICH),
        *(Kind.START, Kind.END, Kind.MIDDLE, Kind.WORKING, Kind.ORDINAL, Kind.DECADE, Kind.HALF),
    }
)
_WHOLE = ("отчет", "report")  # words that are no abbreviation in front of a full stop
_SHORTEST = 3  # letters of an abbreviation that no list has
_LONGEST = 8  # words of a phrase of the lexicon


@frozen_positional
class Lexeme:
    """A word or phrase in its place; `value` and `parts` are explained at `Kind`."""

    kind: Kind
    word: str  # folded; of a phrase all its words
    start: int
    end: int
    value: int = 0
    parts: Parts = ()
    mended: str = ""  # the form that was meant, where the written one is a slip


_MINUTES = range(0, 60, 5)
_DAY = {Kind.NUMBER, Kind.MONTH}
_BEFORE_HOURS = ("в", "с", "at", "from")
_LISTED = (Kind.COMMA, Kind.SEMICOLON, Kind.OPEN, Kind.CLOSE, Kind.DASH)
_BEHIND_HOURS = (*_LISTED, Kind.IN, Kind.UNTIL, Kind.THROUGH, Kind.FREQUENCY)
_ANY_HOUR = Lexeme(Kind.TIME, "", 0, 0)
_VERBS = frozenset({"may", "march", "fall", "spring"})
_FIRST_NAMES = frozenset({"april", "may", "june", "august"})
_HOMOGRAPHS = _VERBS | _FIRST_NAMES


def lexemes(line: str) -> tuple[Lexeme, ...]:
    """The lexemes of a `visible` line; quotation marks, full stops and fillers are left out."""
    heard = [token for token in with_dashes(tokens(line)) if token.word not in _SILENT]
    spoken = [_spelled_out(word, line) for word in _walk(heard) if word.kind is not Kind.FILLER]
    return _without_variants(_with_hours(_american(_homographs(spoken, line))))


def _american(spoken: list[Lexeme]) -> list[Lexeme]:
    """With the month first in all dates with slashes where one of them has it there for certain."""
    dates = [each for each in spoken if each.kind is Kind.DAY_MONTH and "/" in each.word]
    slashed = [each for each in dates if each.word.replace("/", "").isdecimal()]  # not "1/XI"
    if not any(int(each.word.split("/")[1]) > MONTHS_IN_YEAR for each in slashed):
        return spoken
    return [_month_first(each) if each in slashed else each for each in spoken]


def _month_first(lexeme: Lexeme) -> Lexeme:
    year, month, day = lexeme.parts
    written = int(lexeme.word.split("/")[0])
    return replace(lexeme, parts=(year, day, month)) if written == day else lexeme


def _with_hours(spoken: list[Lexeme]) -> list[Lexeme]:
    """With the hours that a dash parts from their minutes: "18 марта с 10-30 до 12-15"."""
    if all(each.kind is not Kind.DASH for each in spoken):
        return spoken
    kept: list[Lexeme] = []
    for at, lexeme in enumerate(spoken):
        kept.append(lexeme)
        dashed = lexeme.kind is Kind.NUMBER and _is_dashed(kept[-3:])
        if dashed and _may_be_hour(kept[:-3], spoken[at + 1 :]):
            word = f"{kept[-3].word}-{lexeme.word}"
            kept[-3:] = [Lexeme(Kind.TIME, word, kept[-3].start, lexeme.end)]
    return kept


def _is_dashed(three: list[Lexeme]) -> bool:
    """Whether they could be the hour and the minutes of "10-30"."""
    if [each.kind for each in three] != [Kind.NUMBER, Kind.DASH, Kind.NUMBER]:
        return False
    hour, _, minute = three
    glued = minute.start - hour.end == len("-") and len(minute.word) == len("30")
    return glued and hour.value < HOURS_IN_DAY and minute.value in _MINUTES


def _may_be_hour(before: list[Lexeme], behind: list[Lexeme]) -> bool:
    """Whether a day stands before it or the end of the hours behind, and nothing that it counts."""
    after = behind[0] if behind else None
    hours = after is not None and after.kind is Kind.UNIT and after.value == Unit.HOUR
    if not before or not (after is None or hours or after.kind in _BEHIND_HOURS):
        return False
    ends = before[-1].kind is Kind.UNTIL and len(before) > 1 and before[-2].kind is Kind.TIME
    kinds = [each.kind for each in before]
    named = kinds[-2:] == [Kind.NUMBER, Kind.MONTH] or kinds[-1] is Kind.DAY_MONTH
    headed = named or before[-1].word in _BEFORE_HOURS or before[-1].kind is Kind.WEEKDAY
    if ends or not headed:
        return ends
    day = any({one, two} == _DAY for one, two in pairwise(kinds)) or Kind.DAY_MONTH in kinds
    if day or after is None or after.kind is not Kind.UNTIL:
        return day
    timed = len(behind) > 1 and behind[1].kind is Kind.TIME
    pair = _is_dashed(behind[1:4]) and _may_be_hour([_ANY_HOUR, behind[0]], behind[4:])
    return timed or pair


def _homographs(spoken: list[Lexeme], line: str) -> list[Lexeme]:
    """With no month in "staff may submit" or "April Smith", which only the capitals tell."""
    if not any(lexeme.word in _HOMOGRAPHS for lexeme in spoken):
        return spoken
    return [
        replace(word, kind=Kind.STOP) if _is_homograph(word, spoken[at:], line) else word
        for at, word in enumerate(spoken, start=1)
    ]


def _is_homograph(lexeme: Lexeme, behind: list[Lexeme], line: str) -> bool:
    if not behind or behind[0].kind is not Kind.WORD:
        return False
    if lexeme.word in _VERBS and line[lexeme.start].islower():
        return True
    return lexeme.word in _FIRST_NAMES and len(behind) == 1 and line[behind[0].start].isupper()


def _spelled_out(lexeme: Lexeme, line: str) -> Lexeme:
    """An abbreviation as the one word that it can be short for; "к. 5" is a room or a corpus."""
    if line[lexeme.end : lexeme.end + 1] != ".":
        return lexeme
    if lexeme.kind is not Kind.WORD:
        short = len(lexeme.word) == 1 and lexeme.kind in (Kind.UNTIL, Kind.SINCE, Kind.IN)
        return replace(lexeme, kind=Kind.WORD) if short else lexeme
    sense = None if lexeme.word in _WHOLE else _abbreviated(lexeme.word)
    return replace(lexeme, kind=sense[0], value=sense[1]) if sense else lexeme


@lru_cache(maxsize=4096)
def _abbreviated(word: str) -> Sense | None:
    if len(word) < _SHORTEST:
        return None
    senses = {sense for form, sense in _abbreviable() if form.startswith(word)}
    return senses.pop() if len(senses) == 1 else None


@cache
def _abbreviable() -> tuple[tuple[str, Sense], ...]:
    return tuple(
        (form, (kind, value))
        for kind, value, forms in entries()
        if kind in _ABBREVIATED
        for form in forms
        if form.isalpha()
    )


def _without_variants(spoken: list[Lexeme]) -> tuple[Lexeme, ...]:
    """Without the brackets that say a word again in other words; the first holds."""
    if all(lexeme.kind is not Kind.OPEN for lexeme in spoken):
        return tuple(spoken)
    kept: list[Lexeme] = []
    at = 0
    while at < len(spoken):
        kept.append(spoken[at])
        bracket = spoken[at + 1 : at + 4]
        kinds = tuple(lexeme.kind for lexeme in bracket)
        inside = _VARIED.get(spoken[at].kind, Kind.NOTHING)
        after = spoken[at + 4].kind if at + 4 < len(spoken) else Kind.NOTHING
        said_again = kinds == (Kind.OPEN, inside, Kind.CLOSE)
        # Of words only amid others: "годового (итогового) отчета", not "апрель (уточняется)".
        at += 4 if said_again and (inside is not Kind.WORD or after is Kind.WORD) else 1
    return tuple(kept)


def mend(spoken: tuple[Lexeme, ...], line: str) -> tuple[Lexeme, ...]:
    """The same lexemes with every unknown word that is one slip from a known one put right."""
    loud = line.isupper()  # «СНТ» of an ordinary line is an abbreviation
    return tuple(
        [_mended(one) if loud or not line[one.start : one.end].isupper() else one for one in spoken]
    )


@lru_cache(maxsize=4096)
def slip_of(word: str) -> str:
    """The one calendar word that `word` is a slip of; empty when there is none, or several."""
    if word.endswith(("ев", "ов", "ева", "ова")):  # «Февралев»
        return ""
    known = _mendable()
    near = [form for form in known if _is_slip(word, form)]
    senses = {known[form] for form in near}
    return near[0] if len(senses) == 1 else ""


def _is_slip(word: str, form: str) -> bool:
    if abs(len(word) - len(form)) > 1 or (len(form) < _SURE and word[0] != form[0]):
        return False
    return one_slip_apart(word, form)


def _mended(lexeme: Lexeme) -> Lexeme:
    meant = slip_of(lexeme.word) if lexeme.kind is Kind.WORD and len(lexeme.word) > 2 else ""
    if not meant:
        return lexeme
    kind, value = _mendable()[meant]
    return replace(lexeme, kind=kind, value=value, mended=meant)


def _walk(heard: list[Token]) -> Iterator[Lexeme]:
    at = 0
    while at < len(heard):
        length, lexeme = _phrase(heard, at) or (1, _single(heard[at]))
        yield lexeme
        at += length


def _phrase(heard: list[Token], at: int) -> tuple[int, Lexeme] | None:
    known = _lexicon()
    run = heard[at : at + _LONGEST]
    words = [token.word for token in run]
    for length in range(len(run), 0, -1):
        phrase = " ".join(words[:length])
        sense = known.get(phrase)
        if sense:
            return length, Lexeme(sense[0], phrase, run[0].start, run[length - 1].end, sense[1])
    return _torn(heard, at)


def _torn(heard: list[Token], at: int) -> tuple[int, Lexeme] | None:
    """A frequency that a line break tore apart: "еже- дневно", "еже дневно"."""
    if heard[at].word != "еже":
        return None
    length = 3 if at + 2 < len(heard) and heard[at + 1].word == "-" else 2
    run = heard[at : at + length]
    word = "еже" + run[-1].word
    sense = _lexicon().get(word)
    if sense is None:
        return None
    return length, Lexeme(sense[0], word, run[0].start, run[-1].end, sense[1])


def _single(token: Token) -> Lexeme:
    kind, value, parts = sense_of_token(token)
    return Lexeme(kind, token.word, token.start, token.end, value, parts)


@cache
def _lexicon() -> dict[str, Sense]:
    senses: dict[str, Sense] = {}
    for kind, value, forms in entries():
        sense = kind, value
        for form in forms:
            senses.setdefault(form, sense)
    return senses


@cache
def known_words() -> frozenset[str]:
    """Every word of the lexicon, alone or in a phrase."""
    return frozenset(" ".join(_lexicon()).split())


@cache
def _mendable() -> dict[str, Sense]:
    """Single words that a slip may be mended to: of months from four letters, others from six."""
    months = {form for form in MONTH_NUMBERS if len(form) >= 4}
    return {
        form: sense
        for form, sense in _lexicon().items()
        if sense[0] in _MENDED and " " not in form and (form in months or len(form) >= 6)
    }
