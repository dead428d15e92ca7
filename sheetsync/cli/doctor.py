"""The command `doctor`: whether all that a daily run needs is there, and what Google does."""

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from sheetsync.cli.program import FOLDER, fail_for, folder_option, json_option, print_json
from sheetsync.cli.prompts import agreed
from sheetsync.cli.terminal import tell, wrapped
from sheetsync.errors import UsageError, WorkbookError
from sheetsync.languages import _

if TYPE_CHECKING:
    from sheetsync.probe.questions import Found
    from sheetsync.probe.scratch import Scratch


@click.command()
@folder_option
@json_option
@click.option("--probe", metavar="SPREADSHEET", help="Try Google out on a tab of its own there.")
@click.option("--save", type=FOLDER, help="Keep Google's answers there, without names and ids.")
@click.option("--send-test", "test", metavar="ADDRESS", help="Send one letter there, too.")
@click.option("--yes", is_flag=True, help="Do not ask before the tab is made.")
def doctor(
    folder: Path, as_json: bool, probe: str | None, save: Path | None, test: str | None, yes: bool
) -> None:
    """Check that all is there that a daily run needs.

    Nothing is sent, written or remembered; --send-test sends one letter. With --probe it tries in
    a Google Sheet what Google's documentation leaves open: SPREADSHEET is an address or an id; a
    scratch tab is made in it, named and asked about beforehand, and removed afterwards; no other
    tab is touched.
    """
    if probe is None and save:
        raise UsageError(
            "--save keeps the answers of the probe. Name the sheet as well: --probe ADDRESS."
        )
    if probe is None:
        _run_checkup(folder, test, as_json=as_json)
    scratch = _chosen_scratch(folder, probe)
    if yes or _agrees_to_tab(scratch):
        _run_probe(scratch, save, as_json=as_json)
    else:
        tell("Nothing was done.", err=True)


def _run_checkup(folder: Path, test: str | None, *, as_json: bool) -> NoReturn:
    from sheetsync.cli.checkup import show
    from sheetsync.cli.prompts import mail_address
    from sheetsync.daily.checkup import checkup

    to = mail_address(test) if test else ""
    sys.exit(show(checkup(folder, now=datetime.now(tz=UTC), test=to), as_json=as_json))


def _run_probe(scratch: "Scratch", save: Path | None, *, as_json: bool) -> None:
    from sheetsync.probe.questions import Answer, watch_429
    from sheetsync.probe.questions import probe as probed
    from sheetsync.probe.recording import Recording
    from sheetsync.probe.scratch import kept

    refusals = watch_429(scratch.client)
    recording = Recording(spreadsheet=scratch.spreadsheet, locale=scratch.locale)
    if save:
        recording.watch(scratch.client)
    with kept(scratch):
        found = list(probed(scratch, refusals))
        # Before the tab goes: what was found is not lost where that fails.
        _show_answers(scratch, found, as_json=as_json)
    if not as_json:
        tell("\nThe tab “{title}” is removed.", title=scratch.title)
    if save:
        tell(
            "Google's answers without names and addresses: {save}",
            save=recording.save(save),
            err=True,
        )
    failed = sum(one.answer is Answer.FAILED for one in found)
    fail_for([WorkbookError("Could not be tried: {failed}.", failed=failed)] if failed else [])


def _chosen_scratch(folder: Path, told_as: str) -> "Scratch":
    from sheetsync.config import load_config
    from sheetsync.probe.scratch import choose_scratch
    from sheetsync.workbooks.google.access import open_client
    from sheetsync.workbooks.google.address import address_of

    spreadsheet = address_of(told_as).spreadsheet
    client, account = open_client(load_config(folder).google_key)
    return choose_scratch(client, spreadsheet, account=account)


def _agrees_to_tab(scratch: "Scratch") -> bool:
    """Whether the user agrees to a scratch tab; asked on stderr, which keeps stdout JSON."""
    tell(
        "In the sheet {place}\na tab “{title}” will be made, and removed after the trial. "
        "No other tab\nwill be touched.",
        place=scratch.place,
        title=scratch.title,
        err=True,
    )
    try:
        return agreed(_("Make it?"), default=False, err=True)
    # So click ends a question where the input ends: a script is told what to write instead.
    except click.Abort as error:
        raise UsageError(
            "Nothing is done without an answer. To be asked nothing: --yes."
        ) from error


def _show_answers(scratch: "Scratch", found: "Iterable[Found]", *, as_json: bool) -> None:
    from sheetsync.probe.words import lines_of

    if as_json:
        print_json(_answers_data(scratch, found))
        return
    click.echo("\n\n".join("\n".join(map(wrapped, lines_of(one))) for one in found))


def _answers_data(scratch: "Scratch", found: "Iterable[Found]") -> dict[str, Any]:
    return {
        "spreadsheet": scratch.spreadsheet,
        "tab": scratch.title,
        "locale": scratch.locale,
        "found": [
            {"question": str(one.question), "answer": str(one.answer), "facts": dict(one.facts)}
            for one in found
        ],
    }
