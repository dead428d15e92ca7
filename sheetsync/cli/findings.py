"""Findings in the terminal and as JSON."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import click

from sheetsync.cli.offers import pointed
from sheetsync.cli.terminal import tell, wrapped
from sheetsync.daily.readiness import marks_words
from sheetsync.languages import _, active, ngettext, quoted
from sheetsync.model import FIELDS, PLAN_FIELDS, Columns, Finding, Plan, Severity, sheet_row
from sheetsync.model.language import marked
from sheetsync.plan.findings import alike_findings, sentence_of, suggestion_of, words_of_alike
from sheetsync.plan.header_words import mended

_WORDS = {
    Severity.ERROR: marked("error"),
    Severity.WARNING: marked("warning"),
    Severity.NOTE: marked("note"),
}
_MOST_ROWS = 10  # named of a group
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "bright_black"}


def findings_data(plan: Plan) -> dict[str, Any]:
    """The findings as plain data, with how many there are of each severity."""
    return {
        "plan": plan.title,
        "year": plan.year,
        "measures": len(plan.measures),
        **({"tabs": measures_by_tab(plan)} if plan.tabs else {}),
        "columns": plan.columns.headers,
        "counts": {str(severity): _count_of(plan, severity) for severity in Severity},
        "findings": [_finding_data(finding) for finding in plan.findings],
    }


def _finding_data(finding: Finding) -> dict[str, Any]:
    """All but the pieces that the sentence was made of; the tab where the plan has several."""
    pieces = ("quote", "hint", "advice", "tab")
    found = {key: value for key, value in asdict(finding).items() if key not in pieces}
    tab = {"tab": finding.tab} if finding.tab else {}
    return {
        **tab,
        **found,
        "row": sheet_row(finding.row),
        "sentence": sentence_of(finding, active()),
        "suggestion": suggestion_of(finding, active()),
    }


def print_findings(plan: Plan) -> None:
    """One paragraph a finding, or for all that say the same of one column; then the counts.

    What was taken for what stands last: who knows the plan sees at once what is amiss.
    """
    print_finding_list(plan.findings)
    measures = len(plan.measures)
    errors, warnings, notes = (_count_of(plan, severity) for severity in _WORDS)
    counts = (
        ngettext("{n} error", "{n} errors", errors),
        ngettext("{n} warning", "{n} warnings", warnings),
        ngettext("{n} note", "{n} notes", notes),
    )
    told, year = ngettext("{n} measure", "{n} measures", measures), plan.period.label
    tell("Plan {year}: {told}; {listed}.", year=year, told=told, listed=", ".join(counts))
    if plan.tabs:
        counts_by_tab = (f"{quoted(tab)} – {count}" for tab, count in measures_by_tab(plan).items())
        tell("Tabs of the plan: {listed}.", listed=", ".join(counts_by_tab), wrap=True)
    click.echo(wrapped(f"{recognised(plan.columns.headers)}."))
    if plan.columns.others:
        click.echo(wrapped(f"{left_as_they_are(plan.columns)}."))
    if words := marks_words(plan):
        click.echo(wrapped(f"{pointed(words)}."))


def measures_by_tab(plan: Plan) -> dict[str, int]:
    """How many measures each tab of the plan has, in the workbook's order."""
    found = Counter(measure.tab for measure in plan.measures)
    return {tab: found[tab] for tab in plan.tabs}


def called(field: str) -> str:
    """What people are told that a field of a plan is: «срок»; one of columns.toml by its name."""
    known = (each.called for each in PLAN_FIELDS if each.name == field)
    return _(next(known, field))


def recognised(headers: Mapping[str, str]) -> str:
    """The headers of a plan with the fields that they were taken for."""
    known = [
        f"{quoted(mended(headers[field.name]))} – {_(field.called)}"
        for field in PLAN_FIELDS
        if field.name in headers
    ]
    if "day_done" in headers:
        called = _("day of the mark")
        known.append(f"{quoted(mended(headers['day_done']))} – {called}")
    own = (field for field in headers if field not in (*FIELDS, "day_done"))
    known += (f"{quoted(mended(headers[field]))} – {field.removeprefix('own.')}" for field in own)
    return _("Columns recognised: {listed}", listed="; ".join(known))


def left_as_they_are(columns: Columns) -> str:
    """The headers of columns from which nothing is taken."""
    listed = "; ".join(quoted(mended(header)) for header in columns.others)
    return _("Other columns, of which nothing is taken: {listed}", listed=listed)


def print_finding_list(findings: Sequence[Finding]) -> None:
    """One paragraph a finding, or for all that say the same of one column."""
    for alike in alike_findings(findings, active()):
        click.echo(_paragraph(alike))


def print_first(findings: Sequence[Finding], count: int) -> int:
    """A line for each of so many, the worst first; returns how many findings were left out."""
    order = list(_WORDS)
    worst = sorted(findings, key=lambda finding: order.index(finding.severity))
    groups = alike_findings(worst, active())
    for alike in groups[:count]:
        said = ": ".join(filter(None, (_place_of_group(alike), words_of_alike(alike, active()))))
        click.echo(wrapped(f"  {said}"))
    return sum(map(len, groups[count:]))


def _count_of(plan: Plan, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in plan.findings)


def _paragraph(alike: Sequence[Finding]) -> str:
    finding = alike[0]
    word = _(_WORDS[finding.severity]).capitalize()
    about = (
        _(" (no. {number})", number=finding.number) if finding.number and len(alike) == 1 else ""
    )
    said = words_of_alike(alike, active())
    text = ": ".join(filter(None, (word, f"{_place_of_group(alike)}{about}", said)))
    colored = click.style(word, fg=_COLORS[finding.severity])
    # Wrapped without the colour, whose control signs would count as letters of the line.
    return f"{colored}{wrapped(text).removeprefix(word)}\n"


def _place_of_group(alike: Sequence[Finding]) -> str:
    return place_of(alike[0]) if len(alike) == 1 else _places_of(alike)


def place_of(finding: Finding) -> str:
    """Where it is, as people find it: «строка 14, столбец C «Сроки»»."""
    row = sheet_row(finding.row)
    if not finding.column:
        return _on_tab(finding, _("row {row}", row=row)) if row else ""
    where = _(
        "row {row}, column {column} “{header}”",
        row=row,
        column=finding.column,
        header=finding.header,
    )
    return _on_tab(finding, where)


def _on_tab(finding: Finding, where: str) -> str:
    return _("tab “{tab}”, {where}", tab=finding.tab, where=where) if finding.tab else where


def _places_of(alike: Sequence[Finding]) -> str:
    """As in «столбец D «Ответственные», 41 строка: 4, 5, 6 и другие»."""
    count = len(alike)
    column = (
        _("column {column} “{header}”, ", column=alike[0].column, header=alike[0].header)
        if alike[0].column
        else ""
    )
    shown = ", ".join(str(sheet_row(finding.row)) for finding in alike[:_MOST_ROWS])
    more = _(" and others") if count > _MOST_ROWS else ""
    rows = ngettext("{n} row", "{n} rows", count)
    return _on_tab(alike[0], f"{column}{rows} ({shown}{more})")
