"""The header of a plan: where it stands, and which column holds which field."""

from collections.abc import Mapping
from dataclasses import field

from sheetsync.model import Columns, Doubt
from sheetsync.model.frozen import frozen
from sheetsync.plan.cells import column_letter
from sheetsync.plan.header_rows import listed_headers
from sheetsync.plan.period_columns import ONE_COLUMN, DeadlineColumns
from sheetsync.words.cleaning import in_latin

NO_HEADER = "…"
"""What a column without one is called."""


@frozen
class Header:
    """Where the header stands: `index` and `last` are its rows, `fields` its columns, all from 0.

    `texts` are the fields' headers, `parts` the same row by row, `others` the headers of columns
    that are no field of a plan by themselves, `own` those of them that columns.toml names. `dates`
    are the columns of a deadline that has several, `marks` those of marks with their parts of the
    year, `facts` the one that tells rows of what came to be from those of what was planned,
    `day_done` tells the day of a mark that stands elsewhere. `party` answers for all where no
    column names anybody, "" if the heading of each section does, or `nobody`. `doubts` are about
    columns.
    """

    index: int
    last: int
    fields: dict[str, int]
    texts: dict[str, str]
    parts: dict[str, tuple[str, ...]]
    others: dict[int, str]
    dates: DeadlineColumns = ONE_COLUMN
    doubts: tuple[tuple[int, Doubt], ...] = ()
    own: Mapping[str, int] = field(default_factory=dict)
    day_done: int | None = None
    marks: Mapping[int, str] = field(default_factory=dict)
    facts: int | None = None
    party: str = ""
    nobody: bool = False

    @property
    def likely(self) -> dict[str, str]:
        """By field the headers on no list whose columns were taken by their cells."""
        told = {doubt.code for _, doubt in self.doubts}
        return {field: text for field, text in self.texts.items() if f"{field}-likely" in told}

    @property
    def latin(self) -> bool:
        """The words over the columns of a plan are in Latin letters."""
        return in_latin(" ".join(self.texts.values()))

    @property
    def read(self) -> set[int | None]:
        """All columns of which anything is taken."""
        return {
            *self.fields.values(),
            *self.own.values(),
            *self.dates.read,
            *self.marks,
            self.day_done,
            self.facts,
        }

    def differs(self, other: "Header") -> bool:
        """Whether its columns hold other things than those below the other header."""
        mine, theirs = (
            (one.fields, one.dates, one.own, one.day_done, one.facts) for one in (self, other)
        )
        return mine != theirs

    def ditto_columns(self) -> tuple[tuple[str, int], ...]:
        """The fields, with their columns, in which a sign may stand for the words above it."""
        own = ((field, c) for field, c in self.fields.items() if field != "number")
        parts = (("deadline", column) for column in self.dates.parts.values())
        return tuple((f, c) for f, c in (*own, *parts) if c not in self.dates.periods)

    def columns(self) -> Columns:
        """The same for people: the sheet's own row number and column letters."""
        done = {} if self.day_done is None else {"day_done": self.day_done}
        known = {**self.fields, **self.own, **done}
        letters = {field: column_letter(column) for field, column in known.items()}
        own = {field: self.others[column] for field, column in known.items() - self.fields.items()}
        spread = list(dict.fromkeys(self.others[column] for column in self.dates.spread))
        if beside := [self.others[column] for column in self.dates.beside_one]:
            spread = [*beside, *(spread or [self.texts["deadline"]])]
        shown = {"deadline": listed_headers(spread)} if spread else {}
        if self.marks:
            marks = (self.others.get(column, self.texts["status"]) for column in self.marks)
            shown["status"] = listed_headers(list(marks))
        read = self.read
        return Columns(
            row=self.index + 1,
            letters=letters,
            headers=self.texts | own | shown,
            others=tuple(text for c, text in self.others.items() if c not in read),
        )
