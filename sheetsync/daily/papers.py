"""Papers for a sitting: the plan now or as of a past day, as a document."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path

from sheetsync.daily.job import Job
from sheetsync.daily.past_days import agenda_then, last_by
from sheetsync.daily.plan_reading import read
from sheetsync.daily.tabs import summary_context_of
from sheetsync.errors import UsageError, WorkbookError, system_words
from sheetsync.languages import load_language
from sheetsync.model import Papers, SummaryContext
from sheetsync.model.language import marked
from sheetsync.papers.pdf import write_pdf
from sheetsync.papers.template import fill_template
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.papers import papers
from sheetsync.workbooks.files import Replacement


def write_papers(job: Job, target: Path, *, day: date | None) -> Papers:
    """Write the papers by the organisation's template, all of them or nothing; returns their words.

    They are of the plan as it stands or, with `day`, of the newest snapshot taken by then. Raises
    UsageError for a target that must not be written or a day on which the plan was not known,
    ConfigError for a broken template, WorkbookError and PlanError where there is no plan to read,
    WorkbookError where the disk refuses.
    """
    template = job.config.report_template
    # Even to ask whether it exists is an error of the system where the name is too long.
    with _writing(target):
        _refuse_target(job, target)
    content = _content(job, day)
    write_document(job, target, lambda draft: fill_template(template, content, draft, now=job.now))
    return content


def write_document(job: Job, target: Path, build: Callable[[Path], None]) -> None:
    """Let `build` make a Word document and put it at `target`, as a PDF if that is its suffix."""
    with _writing(target):
        _refuse_target(job, target)
        if target.suffix.lower() == ".pdf":
            write_pdf(build, target)
        else:
            Replacement(target=target.resolve()).by(build)


def _writing(target: Path) -> AbstractContextManager[None]:
    sentence = marked(
        "Could not write “{target}”: {reason}. Check the room on the disk and the folder."
    )
    return system_words(WorkbookError, sentence, target=target)


def _content(job: Job, day: date | None) -> Papers:
    settings = job.config.settings
    language = load_language(settings.plan.language)
    taken = None
    if day is None:
        reading = read(job)
        agenda, context = reading.agenda, summary_context_of(job, reading)
    else:
        last = last_by(job, day)
        agenda, context = agenda_then(job, last, day), SummaryContext(stamp=job.now)
        taken = last.taken.date()
    inputs = Inputs(agenda=agenda, context=context, language=language)
    return replace(
        papers(inputs, taken=taken),
        organisation=settings.organisation.name,
        coordinator=settings.coordinator.name,
    )


def _refuse_target(job: Job, target: Path) -> None:
    """Raise UsageError unless the target is a new document and not the place of the template."""
    if target.suffix.lower() not in (".docx", ".pdf"):
        raise UsageError("The document's name has to end in .docx, such as report-may.docx.")
    if not target.parent.is_dir():
        raise UsageError(
            "There is no folder “{parent}”. Make it, or name another one.", parent=target.parent
        )
    # People correct the papers by hand; a second call must not take that from them.
    if target.exists():
        raise UsageError(
            "The file “{target}” is there already, maybe with somebody's corrections, so "
            "it is not replaced. Choose another name or move it away.",
            target=target,
        )
    if target.resolve() == job.config.own_template.resolve():
        raise UsageError(
            "“{target}” is the place of this folder's template. Choose another name, "
            "such as report-may.docx.",
            target=target,
        )
