"""The headings of sections below a plan's header: what they say of the rows that follow."""

from collections.abc import Sequence
from typing import NamedTuple

from sheetsync.model import CellValue
from sheetsync.plan.cells import shown_texts
from sheetsync.words.headings import dated_heading, section_period
from sheetsync.words.periods import Period
from sheetsync.words.signatures import (
    begins_signatures,
    goes_on_signing,
    is_listed_signer,
    lists_signers,
)
from sheetsync.words.tables import heads_parties, list_number


class SectionHeading(NamedTuple):
    """A heading in its row, the period that it names, and that of the last one to name any.

    It is `sure` where it has a number or goes over the whole table: no measure is written so.
    """

    row: int
    heading: str
    period: Period | None
    around: Period | None
    sure: bool


class Sections:
    """The headings of sections met so far; `heading` is the last one's words."""

    def __init__(self) -> None:
        self.opened: list[SectionHeading] = []
        self.heading = ""
        self._lists_parties = self._lists_signers = self._signed = False

    def open(self, row: int, heading: str, *, dates: bool, sure: bool) -> Period | None:
        """The time that a heading names; where sections alone tell `dates`, a day may be one."""
        period = section_period(heading) or (dated_heading(heading) if dates else None)
        around = self.opened[-1].around if self.opened else None
        self.opened.append(SectionHeading(row, heading, period, period or around, sure))
        self.heading, self._lists_parties = heading, heads_parties(heading)
        return period

    def goes_on(self, row: int, words: str) -> bool:
        """Whether they are the heading «2. Кадры» that follows «1. Финансы».

        Right below another heading, «1. Финансы» may begin them again.
        """
        number = list_number(words)
        if number == 1:
            again = any(list_number(one.heading) == 1 for one in self.opened)
            return again and self.opened[-1].row == row - 1
        return number > 1 and number == list_number(self.heading) + 1

    def signature_in(self, row: Sequence[CellValue], number: str) -> str:
        """The words of a row where sides sign, or one that goes on below it; "" for any other."""
        counted = number.isdigit()
        said = [] if counted and not self._lists_signers else shown_texts(row)
        heads = len(said) == 1 and lists_signers(said[0])
        self._lists_signers = heads or (self._lists_signers and is_listed_signer(said))
        self._signed = not counted and (
            begins_signatures(said) or (self._signed and goes_on_signing(said))
        )
        return " ".join(said) if self._signed or self._lists_signers else ""

    def party_in(self, row: Sequence[CellValue]) -> str:
        """One of those that a list below «Ответственные:» names; "" for any other row."""
        said = shown_texts(row) if self._lists_parties else []
        return said[0] if len(said) == 1 else ""
