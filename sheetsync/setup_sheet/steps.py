"""The steps by which the plan tab is prepared, and what each is called for people."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from sheetsync.languages import _, active
from sheetsync.model.frozen import frozen
from sheetsync.model.language import Words, marked, say


class Act(StrEnum):
    """What a step of the set-up does, or what it finds and leaves."""

    ADD_STATUS = "add status"
    ADD_LOOKUP = "add lookup"
    OUTSIDE_FILTER = "outside filter"
    MEND_HEADER = "mend header"
    MEND_FORMULA = "mend formula"
    KEEP_WORDS = "keep words"
    MEND_CHOICES = "mend choices"
    MEND_COLORS = "mend colors"
    REMOVE_LOOKUP = "remove lookup"
    REMOVE_STATUS = "remove status"
    LEAVE_STATUS = "leave status"
    LEAVE_LOOKUP = "leave lookup"


@frozen
class SetUpStep:
    """One thing to do in the column of that letter; `detail` is its present content."""

    act: Act
    column: str
    detail: Words = ""

    def on(self, tab: str) -> "SetUpStep":
        """The step with the tab's title, for a plan on several tabs."""
        return replace(self, column=f"{self.column} ({tab})")


@frozen
class SetUp:
    """What was done to the plan tab, or would be; `flaws` are left for --repair."""

    steps: tuple[SetUpStep, ...]
    flaws: tuple[SetUpStep, ...] = ()


_FILTER = marked(
    "The tab has a filter, and column {column} is not in it: sorting will not move the marks "
    "with their rows. Extend the filter to this column."
)
_DONE: Mapping[Act, str] = {
    Act.ADD_STATUS: marked(
        "Column {column} of marks is added: an answer can be chosen from a list or "
        "written in own words."
    ),
    Act.ADD_LOOKUP: marked(
        "Column {column} of states is added: it holds one formula, in its header."
    ),
    Act.OUTSIDE_FILTER: _FILTER,
    Act.MEND_HEADER: marked("Column {column} of marks: the header is restored{detail}."),
    Act.MEND_FORMULA: marked("Column {column} of states: the formula is back in the header."),
    Act.KEEP_WORDS: marked(
        "Column {column} of states: {detail} was in the formula's way, now it is a note "
        "of the same cell."
    ),
    Act.MEND_CHOICES: marked("Column {column} of marks: the list of answers is restored."),
    Act.MEND_COLORS: marked("Column {column} of states: the colours are restored."),
    Act.REMOVE_LOOKUP: marked("Column {column} of states is removed."),
    Act.REMOVE_STATUS: marked("Column {column} of marks is removed: nobody wrote in it."),
    Act.LEAVE_STATUS: marked(
        "Column {column} of marks is kept: it has entries. Only the list of answers is gone."
    ),
    Act.LEAVE_LOOKUP: marked(
        "Column {column} of states is kept: it has entries. Only the formula is gone."
    ),
}
_PLANNED: Mapping[Act, str] = {
    Act.ADD_STATUS: marked(
        "Column {column} of marks will be added: an answer can be chosen from a list or "
        "written in own words."
    ),
    Act.ADD_LOOKUP: marked(
        "Column {column} of states will be added: it holds one formula, in its header."
    ),
    Act.OUTSIDE_FILTER: _FILTER,
    Act.MEND_HEADER: marked("Column {column} of marks: the header has to be restored{detail}."),
    Act.MEND_FORMULA: marked(
        "Column {column} of states: the formula has to be put back into the header."
    ),
    Act.KEEP_WORDS: marked(
        "Column {column} of states: {detail} is in the formula's way; it will become a "
        "note of the same cell."
    ),
    Act.MEND_CHOICES: marked("Column {column} of marks: the list of answers has to be restored."),
    Act.MEND_COLORS: marked("Column {column} of states: the colours have to be restored."),
    Act.REMOVE_LOOKUP: marked("Column {column} of states will be removed."),
    Act.REMOVE_STATUS: marked("Column {column} of marks will be removed: nobody wrote in it."),
    Act.LEAVE_STATUS: marked(
        "Column {column} of marks will be kept: it has entries. Only the list of answers will go."
    ),
    Act.LEAVE_LOOKUP: marked(
        "Column {column} of states will be kept: it has entries. Only the formula will go."
    ),
}


def lines_of(outcome: SetUp, *, dry_run: bool, undo: bool) -> Iterator[str]:
    """A line a step, then what is left to mend."""
    words = _PLANNED if dry_run else _DONE
    yield from (_step_line(step, words) for step in outcome.steps)
    if not outcome.steps and not outcome.flaws:
        yield (
            _("There is nothing to remove.") if undo else _("The tab is ready: nothing to change.")
        )
    yield from (_step_line(flaw, _PLANNED) for flaw in outcome.flaws)
    if outcome.flaws:
        yield _("“sheetsync setup-sheet --repair” will do it.")
    if dry_run:
        yield _("Rehearsal: nothing in the sheet has changed.")


def _step_line(step: SetUpStep, words: Mapping[Act, str]) -> str:
    return _(words[step.act], column=step.column, detail=say(step.detail, active()))
