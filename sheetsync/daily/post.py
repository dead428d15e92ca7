"""Letters of a day: worded, rendered, and put where they go."""

from dataclasses import dataclass
from functools import cache, partial

from sheetsync.daily.job import Job
from sheetsync.digest.compose import compose
from sheetsync.digest.entries import Desk
from sheetsync.digest.wording import word
from sheetsync.errors import DeliveryError
from sheetsync.mail.mailbox import Mailbox
from sheetsync.mail.message import Envelope, build_message
from sheetsync.mail.preview import Preview
from sheetsync.mail.render import Rendered, Renderer
from sheetsync.model import Agenda, Letter, Measure, Plan
from sheetsync.resources import data_path
from sheetsync.workbooks.base import Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What became of one letter: put into the mailbox, there already, or `error` in words."""

    letter: Letter
    sent: bool
    error: str = ""


def letters(job: Job, agenda: Agenda) -> tuple[Letter, ...]:
    """The letters of the agenda's day, in the order of their addresses."""
    coordinator = job.config.settings.coordinator
    desk = Desk(
        coordinator=coordinator.name,
        address=coordinator.address,
        cell_url=partial(_status_url, job.workbook, agenda.plan),
    )
    return tuple(word(digest, agenda.plan, desk) for digest in compose(agenda))


def deliver(job: Job, letter: Letter) -> Delivery:
    """Put the letter into the mailbox, unless the day's letter to that address is there."""
    mailbox = Mailbox(job.config.outbox)
    key = f"{letter.digest.today}.{letter.digest.address}"
    if mailbox.holds(key):
        return Delivery(letter=letter, sent=False)
    try:
        mailbox.put(key, _message(job, letter))
    except DeliveryError as error:
        return Delivery(letter=letter, sent=False, error=str(error))
    except Exception as error:  # noqa: BLE001 - one letter never stops the others
        words = f"Письмо для {letter.digest.address} не составлено: {error!r}."
        return Delivery(letter=letter, sent=False, error=words)
    return Delivery(letter=letter, sent=True)


def previews(job: Job, found: tuple[Letter, ...]) -> list[Preview]:
    """The letters as they would be sent now, to look at."""
    return [
        Preview(
            address=letter.digest.address,
            rendered=_render(letter),
            message=_message(job, letter),
        )
        for letter in found
    ]


def _render(letter: Letter) -> Rendered:
    return _renderer().render(letter)


@cache
def _renderer() -> Renderer:
    return Renderer(data_path("templates", "email"))


def _message(job: Job, letter: Letter) -> bytes:
    envelope = Envelope(
        sender=job.config.settings.mail.sender,
        reply_to=job.config.settings.coordinator.address,
        to=letter.digest.address,
        key=f"digest {letter.digest.today} {letter.digest.address}",
        sent=job.now,
    )
    return build_message(_render(letter), envelope)


def _status_url(workbook: Workbook, plan: Plan, measure: Measure) -> str:
    """Where the reader writes the mark; the measure itself where the plan has no status column."""
    columns = plan.columns.letters
    column = columns.get("status") or columns["measure"]
    return workbook.link(f"{column}{measure.row}", plan_tab=plan.tab)
