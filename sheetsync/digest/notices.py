"""Says what the coordinator should know, grouped by what has to be done about it."""

from collections.abc import Iterator

from sheetsync.digest.answers import links
from sheetsync.digest.desk import Occasion
from sheetsync.digest.entries import lead, when
from sheetsync.digest.names import named, number, quoted, title
from sheetsync.digest.news import news_words
from sheetsync.digest.standing import late, silence
from sheetsync.model import Entry, Finding, Item, Notice, NoticeKind, Section, Topic
from sheetsync.model.language import marked
from sheetsync.plan.findings import CATALOGUE

HEADINGS = {
    NoticeKind.GUARD: marked("The plan was not believed"),
    NoticeKind.BESIDE: marked("The summary is not in the workbook"),
    NoticeKind.UNDELIVERED: marked("Letters that may not have arrived"),
    NoticeKind.ESCALATED: marked("Long overdue, the lead is silent"),
    NoticeKind.SILENT: marked("No mark after the second question"),
    NoticeKind.GROUNDLESS: marked("Postponed without a document"),
    NoticeKind.NO_REPORT: marked("The year has ended without a result"),
}
_ALONE = (NoticeKind.GUARD, NoticeKind.BESIDE)
# Findings by what they ask for; what no group names falls into the last one.
_FINDINGS = {
    marked("Nobody to write to"): ("no-lead", "no-address"),
    marked("Deadlines not understood"): (
        *("deadline-empty", "deadline-not-understood", "deadline-impossible"),
        *("deadline-outside-period", "deadline-which-year"),
    ),
    marked("Other remarks on the sheet"): (),
}
_OTHER = "Other remarks on the sheet"


def notice_sections(
    notices: tuple[Notice, ...], occasion: Occasion, *, shown: int
) -> Iterator[Section]:
    """A section a kind, findings in up to three; each shows at most so many."""
    for kind in NoticeKind:
        of_kind = [notice for notice in notices if notice.kind is kind]
        if kind is NoticeKind.FINDING:
            yield from _findings([n.finding for n in of_kind if n.finding], occasion, shown=shown)
        elif of_kind:
            yield _section(kind, of_kind, occasion, shown=shown)


def notice_words(notice: Notice, occasion: Occasion) -> str:
    """The notice as one sentence."""
    language, item = occasion.language, notice.item
    if notice.kind is NoticeKind.UNDELIVERED:
        whose = f"{notice.address} ({notice.department})" if notice.department else notice.address
        reply = notice.words or language.gettext("it is not known whether it arrived")
        return f"{whose}: {reply}"
    if notice.finding:
        return _finding_words(notice.finding, occasion)
    if notice.news:
        moved = news_words(notice.news, occasion)
        return f"{moved} – {notice.department}" if notice.department else moved
    if item:
        return f"{named(item, language)}: {_state(notice, item, occasion)}"
    return notice.words


def _section(kind: NoticeKind, notices: list[Notice], occasion: Occasion, *, shown: int) -> Section:
    heading = occasion.language.gettext(HEADINGS[kind])
    return Section(
        topic=kind,
        heading=heading if kind in _ALONE else f"{heading}: {len(notices)}",
        entries=tuple(_entry(n, n.item, occasion) for n in notices[:shown] if n.item),
        lines=tuple(notice_words(n, occasion) for n in notices[:shown] if not n.item),
        more=occasion.more(len(notices[shown:])),
    )


def _entry(notice: Notice, item: Item, occasion: Occasion) -> Entry:
    led = occasion.language.gettext("led by: {lead}")
    return Entry(
        number=number(item, occasion.language),
        title=title(item, occasion.language),
        when=when(item, occasion),
        state=_state(notice, item, occasion),
        role=led.format(lead=notice.department or lead(item, occasion)),
        links=links(item, Topic.ESCALATED, occasion),
    )


def _state(notice: Notice, item: Item, occasion: Occasion) -> str:
    told = silence(item, notice.last_word, occasion)
    if notice.kind is NoticeKind.ESCALATED:
        return f"{late(item, occasion)}, {told}"
    return told


def _findings(findings: list[Finding], occasion: Occasion, *, shown: int) -> Iterator[Section]:
    for heading in _FINDINGS:
        group = [finding for finding in findings if _group(finding) == heading]
        if group:
            yield Section(
                topic=NoticeKind.FINDING,
                heading=f"{occasion.language.gettext(heading)}: {len(group)}",
                lines=tuple(_finding_words(finding, occasion) for finding in group[:shown]),
                more=occasion.more(len(group[shown:])),
            )


def _group(finding: Finding) -> str:
    return next((h for h, codes in _FINDINGS.items() if finding.code in codes), _OTHER)


def _finding_words(finding: Finding, occasion: Occasion) -> str:
    """Where, what, and what to write instead; its words are Russian at their source."""
    gettext = occasion.language.gettext
    place = gettext("Row {row}").format(row=finding.row)
    if finding.column:
        place = gettext("Row {row}, column {column} {header}").format(
            row=finding.row,
            column=finding.column,
            header=quoted(finding.header, occasion.language),
        )
    filled = {"quote": finding.quote, "hint": finding.hint}
    wording = CATALOGUE[finding.code]
    sentence = gettext(wording.sentence).format(**filled)
    suggestion = finding.suggestion
    if suggestion == wording.suggestion.format(**filled):  # not an advice of the doubt's own
        suggestion = gettext(wording.suggestion).format(**filled)
    return f"{place}: {sentence} {suggestion}".strip()
