"""The command `explain`: how words are understood, and by which rule."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sheetsync.cli.explained import in_words
from sheetsync.cli.program import YEAR, plan_options, print_json
from sheetsync.errors import UsageError
from sheetsync.languages import _, activate, active, reader_language
from sheetsync.model import Deadline, DeadlineKind, Doubt, PlanPeriod, Wordings
from sheetsync.model.language import say

if TYPE_CHECKING:
    from sheetsync.config import Config
    from sheetsync.words.roster import RosterIndex

_Data = dict[str, Any]  # a question or a reply, as in JSON
_Answer = Callable[[_Data, Wordings], _Data]


@click.command()
@click.argument("what", type=click.Choice(["deadlines", "responsibles", "progress"]))
@click.argument("text", nargs=-1, metavar="[TEXT]...")
@click.option(
    "--year", type=YEAR, metavar="YEAR", help="The year of the plan; the present one by default."
)
@click.option(
    "--starts", metavar="DAY", help="The first day of a plan that is not of a calendar year."
)
@click.option("--ends", metavar="DAY", help="Its last day.")
@click.option(
    "--kind",
    metavar="KIND",
    default="month",
    show_default=True,
    help="progress: the deadline's kind.",
)
@click.option("--measure", metavar="TEXT", default="", help="progress: the measure's own words.")
@plan_options
def explain(
    what: str,
    text: tuple[str, ...],
    *,
    kind: str,
    measure: str,
    folder: Path,
    today: date | None,
    as_json: bool,
    **plan: Any,
) -> None:
    """Tell how words are understood.

    With --json and without TEXT, JSON lines {"text", "year"} on standard input are answered; a
    plan of no calendar year is told by {"text", "starts", "ends"}.
    """
    from sheetsync.config import load_wordings

    # Without a plan's settings the words are all that tells whose language it is.
    activate(reader_language(folder, words=" ".join(text)))
    day = today or datetime.now(UTC).date()
    wordings = load_wordings(folder)
    told = {"today": day.isoformat(), "deadline_kind": kind, "measure": measure}
    asked = {key: value for key, value in plan.items() if value}
    answers: dict[str, _Answer] = {
        "deadlines": partial(_deadline_reply, present=day.year),
        "responsibles": partial(_responsibles_reply, folder=folder),
        "progress": _progress_reply,
    }
    for question in _questions(text, as_json=as_json):
        own = {**asked, **question}
        # The folder's plan counts where nobody says of which other one the words are.
        days = {} if own.keys() & {"year", "starts", "ends"} else _days_of_plan(folder)
        reply = answers[what]({**told, **days, **own}, wordings)
        if as_json:
            print_json(reply, indent=None)
        else:
            held = what == "responsibles" and _config_of_plan(folder) is not None
            click.echo(in_words(reply, as_findings=held or what == "progress"))


@cache
def _config_of_plan(folder: Path) -> "Config | None":
    """What the folder's files say; None where it has no plan."""
    from sheetsync.config import load_config
    from sheetsync.config.layers import SETTINGS_FILE

    return load_config(folder) if (folder / SETTINGS_FILE).exists() else None


@cache
def _index_of_plan(folder: Path) -> "RosterIndex":
    """The roster of the folder's plan, to look parties up in; an empty one where it has none."""
    from sheetsync.model import Roster
    from sheetsync.morphology import morphology
    from sheetsync.words.roster import RosterIndex

    config = _config_of_plan(folder)
    roster = config.roster if config else Roster(departments=())
    return RosterIndex(roster, morphology=morphology())


def _days_of_plan(folder: Path) -> _Data:
    """The year and the first and last day of the folder's plan; nothing where it has none."""
    config = _config_of_plan(folder)
    if config is None:
        return {}
    period = config.settings.plan.period
    days = {"starts": period.starts.isoformat(), "ends": period.ends.isoformat()}
    return {"year": period.starts.year, **days}


def _questions(text: tuple[str, ...], *, as_json: bool) -> Iterable[_Data]:
    if text:
        return [{"text": phrase} for phrase in text]
    if not as_json:
        raise UsageError('Give the words, for example: sheetsync explain deadlines "July-October".')
    return _json_lines()


def _json_lines() -> Iterator[_Data]:
    # Bytes, for JSON is UTF-8 (RFC 8259, 8.1) whatever the terminal's encoding.
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            question = json.loads(line)
            text = question["text"]
            # Only whether they can be read: what is left out is filled in from the options.
            date(int(question.get("year", 2021)), 1, 1)
            date.fromisoformat(question.get("today", "2021-01-01"))
            _dates_given(question)
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(
                'Line {number} of the input is no JSON like {{"text": "April", "year": 2021}}.',
                number=number,
            ) from error
        yield {**question, "text": str(text)}


def _dates_given(question: _Data) -> list[date]:
    given = [question.get(key) for key in ("starts", "ends")]
    return [date.fromisoformat(day) for day in given if day is not None]


def _period(question: _Data) -> PlanPeriod | None:
    """The plan's period where it is given, by days or by its year. Raises UsageError for half."""
    try:
        days = _dates_given(question)
    except (ValueError, TypeError) as error:
        raise UsageError("--starts, --ends: days like 2025-09-01 are needed.") from error
    if not days:
        return PlanPeriod.of_year(int(question["year"])) if "year" in question else None
    if len(days) == 1 or days[0] > days[1]:
        raise UsageError(
            "The period of a plan is two days in order: --starts 2025-09-01 --ends 2026-05-31."
        )
    return PlanPeriod(*days)


def _deadline_reply(question: _Data, wordings: Wordings, *, present: int) -> _Data:
    from sheetsync.morphology import morphology
    from sheetsync.words.date_order import is_undecided
    from sheetsync.words.deadline_explained import explain_deadline
    from sheetsync.words.deadlines import read_deadline, read_undecided
    from sheetsync.words.rule_names import rule_said

    read = read_undecided if is_undecided(question["text"]) else read_deadline
    deadline = read(
        question["text"],
        year=int(question.get("year", present)),
        period=_period(question),
        wordings=wordings,
        morphology=morphology(),
    )
    several = deadline.kind in (DeadlineKind.LIST, DeadlineKind.RECURRING)
    dates = [occurrence.due for occurrence in deadline.occurrences] if several else []
    return {
        "text": deadline.text,
        "kind": str(deadline.kind),
        "due": deadline.due,
        "starts": deadline.starts,
        "occurrences": dates or None,
        "rule": rule_said(deadline.rule, active()),
        "waits_for": deadline.waits_for,
        "explanation": explain_deadline(deadline, active()),
        "unused": list(deadline.unused),
        "doubts": _doubts_data(deadline.doubts),
    }


def _responsibles_reply(question: _Data, _wordings: Wordings, *, folder: Path) -> _Data:
    """The parties of a cell, looked up in the roster where the folder has a plan."""
    from sheetsync.morphology import morphology
    from sheetsync.plan.leads import responsibility
    from sheetsync.words.responsibles import read_responsibles

    config, index = _config_of_plan(folder), _index_of_plan(folder)
    found = read_responsibles(question["text"], morphology=morphology(), known=index.compound)
    doubts = responsibility(found, index, config.roster).doubts if config else found.doubts
    names = [party.name for party in found.parties]
    lead = _("{names} leads", names=names[0]) if names else _("nobody is named")
    helpers = _("; supported by: {listed}", listed=", ".join(names[1:])) if names[1:] else ""
    return {
        "text": found.text,
        "parties": names,
        "lead": names[0] if names else None,
        "explanation": _("understood: {lead}{helpers}", lead=lead, helpers=helpers),
        "unused": list(found.unused),
        "doubts": _doubts_data(doubts),
    }


def _progress_reply(question: _Data, wordings: Wordings) -> _Data:
    from sheetsync.words.occurrence_names import occurrence_said
    from sheetsync.words.progress import explain_progress, read_progress
    from sheetsync.words.rule_names import rule_said
    from sheetsync.words.status.measure_words import MeasureWords
    from sheetsync.words.wordings import read_by_wordings

    kinds = [str(kind) for kind in DeadlineKind]
    if question["deadline_kind"] not in kinds:
        raise UsageError("--kind: it has to be one of: {listed}.", listed=", ".join(kinds))
    deadline = Deadline(text="", kind=DeadlineKind(question["deadline_kind"]), rule="")
    today = date.fromisoformat(question["today"])
    measure = MeasureWords(text=str(question["measure"]))
    read = partial(
        read_progress, deadline=deadline, measure=measure, today=today, period=_period(question)
    )
    progress = read_by_wordings(question["text"], read, wordings)
    return {
        "text": progress.text,
        "meaning": str(progress.meaning),
        "on": progress.on,
        "rule": rule_said(progress.rule, active()),
        "parts": [
            {
                "label": occurrence_said(part.label, active()),
                "meaning": str(part.meaning),
                "on": part.on,
            }
            for part in progress.parts
        ],
        "evidence": list(progress.evidence),
        "reason": progress.reason,
        "explanation": explain_progress(progress, active()),
        "doubts": _doubts_data(progress.doubts),
    }


def _doubts_data(doubts: tuple[Doubt, ...]) -> list[dict[str, str]]:
    return [
        {
            "code": doubt.code,
            "quote": doubt.quote,
            "hint": say(doubt.hint, active()),
            "advice": say(doubt.advice, active()),
        }
        for doubt in doubts
    ]
