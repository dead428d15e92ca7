"""A place among the lexemes of one phrase, moved by the readers of the grammar."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, cast

from sheetsync.model import PlanPeriod, Wordings
from sheetsync.words.grammar.lexemes import Lexeme
from sheetsync.words.lexicon.kinds import HOURS_IN_DAY, MONTHS_IN_YEAR, PARTS_OF_YEAR, Kind, Unit
from sheetsync.words.vocabulary import Vocabulary

Read = TypeVar("Read")
_MINUTES = 5  # between the hours of a programme: of "15.13" who knows


@dataclass(slots=True)
class Cursor:
    """The lexemes of `line` and how many of them are read; readers take what they recognise."""

    line: str
    spoken: tuple[Lexeme, ...]
    plan: PlanPeriod
    wordings: Wordings = field(default_factory=Wordings)
    vocabulary: Vocabulary | None = None  # without it fewer words beside a time are understood
    at: int = 0
    without_years: bool = False  # times are read without the year that follows them
    kinds: frozenset[Kind] = field(init=False)  # of all lexemes, as `kinds_ahead`
    _known: dict[tuple[object, int, bool], tuple[object, int]] = field(init=False)
    _padded: tuple[Lexeme, ...] = field(init=False)  # the end is a lexeme too: nothing checks twice

    def __post_init__(self) -> None:
        end = len(self.line)
        self.kinds = self.kinds_ahead()
        self._known = {}
        self._padded = (*self.spoken, Lexeme(Kind.NOTHING, "", end, end))

    def kinds_ahead(self) -> frozenset[Kind]:
        """The kinds of the lexemes from here on, LENGTH_UNIT among them where it applies."""
        ahead = self.spoken[self.at :]
        kinds = {lexeme.kind for lexeme in ahead}
        if Kind.UNIT in kinds and any(
            lexeme.kind is Kind.UNIT and lexeme.value not in PARTS_OF_YEAR for lexeme in ahead
        ):
            kinds.add(Kind.LENGTH_UNIT)
        return frozenset(kinds)

    @property
    def ended(self) -> bool:
        """Nothing is left."""
        return self.at >= len(self.spoken)

    def ahead(self, offset: int = 0) -> Lexeme:
        """The lexeme that many places ahead or, if negative, behind; NOTHING past either end."""
        place = self.at + offset
        return self._padded[place if 0 <= place < len(self._padded) else -1]

    def sees(self, *kinds: Kind) -> bool:
        """The next lexeme is of one of the kinds."""
        return self._padded[self.at].kind in kinds

    def take(self, *kinds: Kind) -> Lexeme | None:
        """The next lexeme, read, if it is of one of the kinds."""
        lexeme = self._padded[self.at]
        if lexeme.kind not in kinds:
            return None
        self.at += 1
        return lexeme

    def take_unit(self, *units: Unit) -> Unit | None:
        """The unit of time that comes next, read, if it is one of `units` or none are given."""
        lexeme = self._padded[self.at]
        if lexeme.kind is not Kind.UNIT or (units and lexeme.value not in units):
            return None
        self.at += 1
        return Unit(lexeme.value)

    def skip(self, *kinds: Kind) -> None:
        """Reads on while the next lexeme is of one of the kinds."""
        while self._padded[self.at].kind in kinds:
            self.at += 1

    def attempt(self, reader: Callable[["Cursor"], Read | None]) -> Read | None:
        """What the reader makes of the next lexemes; where it is None, nothing counts as read."""
        before = self.at
        result = reader(self)
        if result is None:
            self.at = before
        return result

    def once(self, reader: Callable[["Cursor"], Read | None]) -> Read | None:
        """What the reader makes of the next lexemes, which others may ask of this place as well."""
        key = reader, self.at, self.without_years
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = reader(self), self.at
        result, self.at = known
        return cast("Read | None", result)

    def foresees(self, reader: Callable[["Cursor"], Read | None]) -> bool:
        """The reader would make something of the next lexemes; nothing is read."""
        before = self.at
        result = reader(self)
        self.at = before
        return result is not None

    def quote(self, since: int) -> str:
        """The text from lexeme `since` up to the place."""
        last = self.at - 1
        if last < since:
            return ""
        end = self.spoken[last].end
        if self.spoken[last].kind is Kind.YEAR_MARK and self.line[end : end + 1] == ".":
            end += 1
        said = self.line[self.spoken[since].start : end]
        cut = "«" in said and said.count("«") > said.count("»") and self.line[end : end + 1] == "»"
        return f"{said}»" if cut else said


# Of "газета «Май»", "лагерь «Июнь»" the month is a name.
_QUOTES = ("«", '"', "“", "„")


def is_quoted(lexeme: Lexeme, line: str) -> bool:
    """A quotation mark stands right before it: «Май»."""
    return lexeme.start > 0 and line[lexeme.start - 1] in _QUOTES


def is_abbreviation(lexeme: Lexeme, line: str) -> bool:
    """As in "ФОК" in a line that is not all in capitals."""
    written = line[lexeme.start : lexeme.end]
    return len(written) > 1 and written.isupper() and not line.isupper()


def is_short_day(lexeme: Lexeme) -> bool:
    """A day without its year, "12.05", "15/08", which could be any number, hour or house."""
    return lexeme.kind is Kind.DAY_MONTH and sum(map(lexeme.word.count, "./")) == 1


def is_other(lexeme: Lexeme) -> bool:
    """As in "прошлый", "следующий": it says which time."""
    return lexeme.kind is Kind.WHICH and bool(lexeme.value) and "очеред" not in lexeme.word


def is_hour(cursor: Cursor) -> bool:
    """An hour comes next that could be no day, "23 октября, 18.30", in a phrase of one day."""
    written = cursor.ahead()
    if not is_short_day(written):
        return False
    _, minute, hour = written.parts
    clock = cursor.ahead(-1).kind is not Kind.DASH and hour < HOURS_IN_DAY
    clock = clock and minute > MONTHS_IN_YEAR and not minute % _MINUTES
    days = [
        each
        for each in cursor.spoken
        if each.kind is Kind.MONTH
        or (each.kind is Kind.DAY_MONTH and 1 <= each.parts[1] <= MONTHS_IN_YEAR)
    ]
    return clock and len(days) == 1


def is_glued(cursor: Cursor, at: int = 0) -> bool:
    """The next mark is inside a word, "осенне-зимний", or a score, "3:2", not between words."""
    before, mark, after = (cursor.ahead(at + beside) for beside in (-1, 0, 1))
    score = mark.kind is Kind.COLON and before.kind is after.kind is Kind.NUMBER
    return (
        (score or mark.kind in (Kind.DASH, Kind.SLASH))
        and before.end == mark.start
        and mark.end == after.start
    )
