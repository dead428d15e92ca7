"""Says what the coordinator should know, grouped by what has to be done about it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sheetsync.digest.entries import by_measure, in_a_line, is_new, last_day, led_by, worded
from sheetsync.digest.links import links, row_words
from sheetsync.digest.render_context import RenderContext
from sheetsync.digest.standing import late, silence
from sheetsync.digest.undelivered_words import undelivered_lines, undelivered_words
from sheetsync.model import (
    AlertKind,
    CoordinatorAlert,
    Entry,
    Finding,
    Item,
    Line,
    Section,
    Topic,
    sheet_row,
)
from sheetsync.model.language import capital, marked
from sheetsync.plan.findings import alike_findings, words_of_alike
from sheetsync.plan.names import on_tab, runs

HEADINGS = {
    AlertKind.FAILED: marked("The plan was not reached"),
    AlertKind.GUARD: marked("The plan could not be trusted"),
    AlertKind.RESTORED: marked("The daily run works again"),
    AlertKind.TOO_LATE: marked("The plan is over"),
    AlertKind.BESIDE: marked("The summary is not in the workbook"),
    AlertKind.UNDELIVERED: marked("Letters that may not have been delivered"),
    AlertKind.RESTING: marked("Mailboxes that get no letters any more"),
    AlertKind.DELAYED: marked("Letters that did not go out on their day"),
    AlertKind.ESCALATED: marked("Long overdue, no update"),
    AlertKind.VANISHED: marked("Overdue and gone from the sheet"),
    AlertKind.SILENT: marked("No mark after two requests"),
    AlertKind.GROUNDLESS: marked("Postponed without a supporting document"),
    AlertKind.NO_REPORT: marked("Over, no outcome reported"),
}
_UNMARKED = {
    AlertKind.ESCALATED: marked("Long overdue"),
    AlertKind.SILENT: marked("Asked twice, and the sheet has no column for an answer"),
}
_LETTERS = (AlertKind.UNDELIVERED, AlertKind.DELAYED)
_ALONE = (
    *(AlertKind.FAILED, AlertKind.GUARD, AlertKind.RESTORED),
    *(AlertKind.TOO_LATE, AlertKind.BESIDE),
)
# Findings by what they ask for; what no group names is among the others.
_FINDINGS = {
    marked("Nobody to contact"): ("no-lead", "no-address", "lead-not-told"),
    marked("Deadlines not understood"): (
        *("deadline-empty", "deadline-not-understood", "deadline-impossible"),
        *("deadline-outside-period", "deadline-which-year", "deadline-ambiguous"),
        *("deadline-decimal", "deadline-ditto"),
    ),
}
_OTHER = marked("Other issues in the sheet")


def alert_sections(
    alerts: tuple[CoordinatorAlert, ...], context: RenderContext, *, shown: int
) -> Iterator[Section]:
    """A section a kind, findings in up to three; each shows at most so many."""
    new_first = sorted(alerts, key=lambda alert: not alert.new)
    for kind in AlertKind:
        of_kind = [alert for alert in new_first if alert.kind is kind]
        if kind is AlertKind.FINDING:
            yield from _finding_sections(of_kind, context, shown=shown)
        elif of_kind:
            yield _alert_section(kind, of_kind, context, shown=shown)


def alert_words(alert: CoordinatorAlert, context: RenderContext) -> str:
    """The alert as one sentence."""
    item = alert.item
    if alert.kind in _LETTERS:
        return undelivered_words([alert], context)
    if alert.kind is AlertKind.RESTORED and alert.notification.due:
        failed = context.language.day(alert.notification.due)
        return context.gettext(
            "You were told of a failure on {day}; everything is done today.", day=failed
        )
    if alert.kind is AlertKind.TOO_LATE and alert.notification.due:
        return context.gettext(
            "Its last day was {day}, so nobody but you gets letters about it. If its period is "
            "wrong, correct it in sheetsync.toml, section [plan]. To write to those responsible "
            "all the same: sheetsync run --accept.",
            day=context.language.day(alert.notification.due),
        )
    if alert.kind is AlertKind.RESTING:
        return _resting_words(alert, context)
    if alert.finding:
        return _finding_words([alert.finding], context)
    if alert.line:
        return _vanished_words(alert, alert.line, context)
    if item:
        return ": ".join(filter(None, (context.named(item), _silence_words(alert, item, context))))
    return context.gettext("The program's own words, in Russian: “{reasons}”", reasons=alert.words)


def _resting_words(alert: CoordinatorAlert, context: RenderContext) -> str:
    return context.gettext(
        "{address}: three letters in a row were refused, the last one on {day}, so nothing goes "
        "there any more. Correct the address in departments.toml or, once the mailbox takes "
        "letters again, run sheetsync outbox resolve {number} --mended.",
        address=alert.address,
        day=context.day(alert.last_word) if alert.last_word else "",
        number=alert.words,
    )


def _vanished_words(alert: CoordinatorAlert, line: Line, context: RenderContext) -> str:
    """What was asked for there, and what to do where nobody meant to drop it."""
    gettext, due = context.gettext, alert.notification.due
    led = gettext("led by: {lead}", lead=alert.department) if alert.department else ""
    return gettext(
        "{measure}{led}: last day {day}, not marked as done, and the row is gone from the sheet. "
        "If the measure is called off, there is nothing to do; if not, put the row back.",
        measure=context.line_named(line),
        led=f" ({led})" if led else "",
        day=context.day(due) if due else "",
    )


def _alert_section(
    kind: AlertKind, alerts: list[CoordinatorAlert], context: RenderContext, *, shown: int
) -> Section:
    """What is new in full, what was told before in a line."""
    groups = by_measure(alerts)
    heading = context.gettext(_heading(kind, groups, context))
    told, left = groups[:shown], [alert for group in groups[shown:] for alert in group]
    alone = [alert for alert in alerts if not alert.item]
    lines = [alert_words(alert, context) for alert in alone[:shown]]
    left += alone[shown:]
    if kind in _LETTERS:
        lines = [*undelivered_lines(alerts, context)]
    return Section(
        topic=kind,
        heading=heading if kind in _ALONE else f"{heading}: {len(groups) or len(alerts)}",
        entries=tuple(_alert_entry(group, context) for group in told if is_new(group)),
        brief=tuple(_brief_entry(group, context) for group in told if not is_new(group)),
        lines=tuple(lines),
        more=context.also(_measure_numbers(left, context)),
    )


def _heading(
    kind: AlertKind, groups: list[tuple[CoordinatorAlert, ...]], context: RenderContext
) -> str:
    """The English heading of such alerts; one of its own where nobody can write a mark."""
    measures = [alert.item.measure for group in groups for alert in group if alert.item]
    unmarked = kind in _UNMARKED and not any(map(context.takes_mark, measures))
    return _UNMARKED[kind] if unmarked else HEADINGS[kind]


def _measure_numbers(alerts: list[CoordinatorAlert], context: RenderContext) -> str:
    """The numbers of measures that there is no room for."""
    told = (alert.item.measure if alert.item else alert.line for alert in alerts)
    return context.numbers(one for one in told if one)


def _states_told(
    group: Sequence[CoordinatorAlert], context: RenderContext
) -> list[tuple[Item, str]]:
    return [
        (alert.item, _silence_words(alert, alert.item, context)) for alert in group if alert.item
    ]


def _alert_entry(group: Sequence[CoordinatorAlert], context: RenderContext) -> Entry:
    told = _states_told(group, context)
    item = told[0][0]
    return replace(
        worded(told, context),
        role=led_by(item, context, coordinator=True),
        place=row_words(item, Topic.ESCALATED, context),
        links=links(item, Topic.ESCALATED, context),
    )


def _brief_entry(group: Sequence[CoordinatorAlert], context: RenderContext) -> Entry:
    told = _states_told(group, context)
    if group[0].kind is AlertKind.GROUNDLESS:  # of a move the days matter, not the silence
        told = [(item, last_day(item, context)) for item, _ in told]
    item = told[0][0]
    found = in_a_line(told, context)
    said = filter(None, (found.state, led_by(item, context, coordinator=True)))
    return replace(found, state=", ".join(said), links=links(item, Topic.ESCALATED, context)[:1])


def _silence_words(alert: CoordinatorAlert, item: Item, context: RenderContext) -> str:
    told = silence(item, alert.last_word, context)
    if alert.kind is AlertKind.ESCALATED:
        return ", ".join(filter(None, (late(item, context), told)))
    return told


def _finding_sections(
    alerts: list[CoordinatorAlert], context: RenderContext, *, shown: int
) -> Iterator[Section]:
    """What is new in words, what was told before by its row: «Проверка» has it all."""
    found = [(alert.finding, alert.new) for alert in alerts if alert.finding]
    for heading in (*_FINDINGS, _OTHER):
        group = [(finding, new) for finding, new in found if _finding_group(finding) == heading]
        if group:
            in_words = [finding for finding, new in group if new or not finding.row]
            told = alike_findings(in_words, context.language)[:shown]
            named = {finding for same in told for finding in same}
            left = [(replace(each, number=""), new) for each, new in group if each not in named]
            names = context.numbers(each for each, _ in left)
            known = not any(new for _, new in left)
            yield Section(
                topic=AlertKind.FINDING,
                heading=f"{context.gettext(heading)}: {len(group)}",
                lines=tuple(_finding_words(same, context) for same in told),
                more=_told_before(names, context) if known else context.also(names),
            )


def _told_before(names: str, context: RenderContext) -> str:
    return context.gettext("already reported: {names}", names=names) if names else ""


def _finding_group(finding: Finding) -> str:
    return next((h for h, codes in _FINDINGS.items() if finding.code in codes), _OTHER)


def _finding_words(alike: list[Finding], context: RenderContext) -> str:
    """Where, what, and what to write instead."""
    said = words_of_alike(alike, context.language)
    return f"{_place_words(alike, context)}: {said}" if alike[0].row else capital(said)


def _place_words(alike: list[Finding], context: RenderContext) -> str:
    finding = alike[0]
    rows = sorted({sheet_row(each.row) for each in alike})
    words = context.ngettext(
        "Row {rows}", "Rows {rows}", min(len(rows), 2), rows=runs(map(str, rows))
    )
    if finding.column:
        header = context.quoted(finding.header)
        column = context.gettext("column {column} {header}", column=finding.column, header=header)
        words = f"{words}, {column}"
    return on_tab(finding.tab, words)
