"""What the set-up of the plan tab did, or would do, in words."""

from collections.abc import Mapping

import click

from sheetsync.languages import _
from sheetsync.model import Act, SetUp, Step
from sheetsync.model.language import marked

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
}


def print_set_up(outcome: SetUp, *, dry_run: bool, undo: bool) -> None:
    """A line a step, then what is left to mend."""
    words = _PLANNED if dry_run else _DONE
    for step in outcome.steps:
        click.echo(_said(step, words))
    if not outcome.steps and not outcome.flaws:
        click.echo(
            _("There is nothing to remove.") if undo else _("The tab is ready: nothing to change.")
        )
    for flaw in outcome.flaws:
        click.echo(_said(flaw, _PLANNED))
    if outcome.flaws:
        click.echo(_("“sheetsync setup-sheet --repair” will do it."))
    if dry_run:
        click.echo(_("Rehearsal: nothing in the sheet has changed."))


def _said(step: Step, words: Mapping[Act, str]) -> str:
    return _(words[step.act], column=step.column, detail=step.detail)
