"""Says what the coordinator should know, grouped by what has to be done about it."""

from collections.abc import Iterator

from sheetsync.digest.answers import links
from sheetsync.digest.desk import Occasion
from sheetsync.digest.entries import led_by, when
from sheetsync.digest.names import named, number, numbers, quoted, title
from sheetsync.digest.places import row_words
from sheetsync.digest.standing import late, silence
from sheetsync.model import (
    Entry,
    Finding,
    Item,
    LetterState,
    Notice,
    NoticeKind,
    Section,
    Topic,
)
from sheetsync.model.language import Language, marked
from sheetsync.plan.findings import CATALOGUE

HEADINGS = {
    NoticeKind.FAILED: marked("The plan was not reached"),
    NoticeKind.GUARD: marked("The plan was not believed"),
    NoticeKind.RESTORED: marked("The daily run works again"),
    NoticeKind.BESIDE: marked("The summary is not in the workbook"),
    NoticeKind.UNDELIVERED: marked("Letters that may not have arrived"),
    NoticeKind.ESCALATED: marked("Long overdue, the lead is silent"),
    NoticeKind.SILENT: marked("No mark after the second question"),
    NoticeKind.GROUNDLESS: marked("Postponed without a document"),
    NoticeKind.NO_REPORT: marked("The year has ended without a result"),
}
_ALONE = (NoticeKind.FAILED, NoticeKind.GUARD, NoticeKind.RESTORED, NoticeKind.BESIDE)
# Findings by what they ask for; what no group names falls into the last one.
_FINDINGS = {
    marked("Nobody to write to"): ("no-lead", "no-address", "lead-not-told"),
    marked("Deadlines not understood"): (
        *("deadline-empty", "deadline-not-understood", "deadline-impossible"),
        *("deadline-outside-period", "deadline-which-year", "deadline-ambiguous"),
    ),
    marked("Other remarks on the sheet"): (),
}
_OTHER = "Other remarks on the sheet"


def notice_sections(
    notices: tuple[Notice, ...], occasion: Occasion, *, shown: int
) -> Iterator[Section]:
    """A section a kind, findings in up to three; each shows at most so many."""
    new_first = sorted(notices, key=lambda notice: not notice.new)
    for kind in NoticeKind:
        of_kind = [notice for notice in new_first if notice.kind is kind]
        if kind is NoticeKind.FINDING:
            yield from _findings(of_kind, occasion, shown=shown)
        elif of_kind:
            yield _section(kind, of_kind, occasion, shown=shown)


def notice_words(notice: Notice, occasion: Occasion) -> str:
    """The notice as one sentence."""
    language, item = occasion.language, notice.item
    if notice.kind is NoticeKind.UNDELIVERED:
        return f"{notice.address}: {_fate(notice, language)}"
    if notice.kind is NoticeKind.RESTORED and notice.telling.due:
        failed = language.day(notice.telling.due)
        return language.gettext("The last failure was on {day}; today all is done.").format(
            day=failed
        )
    if notice.finding:
        return _finding_words(notice.finding, occasion)
    if item:
        return f"{named(item, language)}: {_state(notice, item, occasion)}"
    return language.gettext("{reasons}").format(reasons=notice.words)


def _fate(notice: Notice, language: Language) -> str:
    """What became of the letter; a person can do something about a mailbox that refuses it."""
    if notice.telling.stage == LetterState.EXPIRED:
        return language.gettext("the letter did not go out on its day")
    if notice.telling.stage == LetterState.REJECTED:
        asked = language.gettext("{reply}. Please check the address in departments.toml.")
        return asked.format(reply=notice.words.rstrip("."))
    unknown = notice.telling.stage == LetterState.UNKNOWN or not notice.words
    return language.gettext("it is not known whether it arrived") if unknown else notice.words


def _section(kind: NoticeKind, notices: list[Notice], occasion: Occasion, *, shown: int) -> Section:
    """What is new in full, what was told before in a line."""
    heading = occasion.language.gettext(HEADINGS[kind])
    told = [(notice, notice.item) for notice in notices[:shown] if notice.item]
    return Section(
        topic=kind,
        heading=heading if kind in _ALONE else f"{heading}: {len(notices)}",
        entries=tuple(_entry(notice, item, occasion) for notice, item in told if notice.new),
        brief=tuple(_brief(notice, item, occasion) for notice, item in told if not notice.new),
        lines=tuple(
            notice_words(notice, occasion) for notice in notices[:shown] if not notice.item
        ),
        more=occasion.also(_names(notices[shown:], occasion)),
    )


def _names(notices: list[Notice], occasion: Occasion) -> str:
    """What there is no room for: numbers of measures, or the addresses that letters went to."""
    items = [notice.item for notice in notices if notice.item]
    addresses = dict.fromkeys(notice.address for notice in notices if notice.address)
    named = numbers(((item.measure.number, item.measure.row) for item in items), occasion.language)
    return ", ".join(filter(None, (named, *addresses)))


def _entry(notice: Notice, item: Item, occasion: Occasion) -> Entry:
    return Entry(
        number=number(item, occasion.language),
        title=title(item, occasion.language),
        when=when(item, occasion),
        state=_state(notice, item, occasion),
        role=led_by(item, occasion),
        place=row_words(item, Topic.ESCALATED, occasion),
        links=links(item, Topic.ESCALATED, occasion),
    )


def _brief(notice: Notice, item: Item, occasion: Occasion) -> Entry:
    return Entry(
        number=number(item, occasion.language),
        title=title(item, occasion.language, limit=80),
        when="",
        state=f"{_state(notice, item, occasion)}, {led_by(item, occasion)}",
        role="",
        links=links(item, Topic.ESCALATED, occasion)[:1],
    )


def _state(notice: Notice, item: Item, occasion: Occasion) -> str:
    told = silence(item, notice.last_word, occasion)
    if notice.kind is NoticeKind.ESCALATED:
        return f"{late(item, occasion)}, {told}"
    return told


def _findings(notices: list[Notice], occasion: Occasion, *, shown: int) -> Iterator[Section]:
    """What is new in words, what was told before by its row: «Проверка» has it all."""
    found = [(notice.finding, notice.new) for notice in notices if notice.finding]
    for heading in _FINDINGS:
        group = [(finding, new) for finding, new in found if _group(finding) == heading]
        if group:
            told = [finding for finding, new in group if new or not finding.row][:shown]
            rows = (("", finding.row) for finding, _ in group if finding not in told)
            yield Section(
                topic=NoticeKind.FINDING,
                heading=f"{occasion.language.gettext(heading)}: {len(group)}",
                lines=tuple(_finding_words(finding, occasion) for finding in told),
                more=occasion.also(numbers(rows, occasion.language)),
            )


def _group(finding: Finding) -> str:
    return next((h for h, codes in _FINDINGS.items() if finding.code in codes), _OTHER)


def _finding_words(finding: Finding, occasion: Occasion) -> str:
    """Where, what, and what to write instead.

    Its words are Russian at their source; so is the advice of a doubt's own, for which other
    languages say what the catalogue advises.
    """
    gettext = occasion.language.gettext
    filled = {"quote": finding.quote, "hint": finding.hint}
    wording = CATALOGUE[finding.code]
    sentence = gettext(wording.sentence).format(**filled)
    suggestion = finding.suggestion
    is_own = suggestion != wording.suggestion.format(**filled)
    if not is_own or occasion.language.code != "ru":
        suggestion = gettext(wording.suggestion).format(**filled)
    said = f"{sentence} {suggestion}".strip()
    if not finding.row:
        return said[:1].upper() + said[1:]
    return f"{_place(finding, occasion)}: {said}"


def _place(finding: Finding, occasion: Occasion) -> str:
    gettext = occasion.language.gettext
    if not finding.column:
        return gettext("Row {row}").format(row=finding.row)
    return gettext("Row {row}, column {column} {header}").format(
        row=finding.row,
        column=finding.column,
        header=quoted(finding.header, occasion.language),
    )
