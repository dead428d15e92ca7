"""Findings in the terminal and as JSON."""

from dataclasses import asdict
from typing import Any

import click

from sheetsync.cli.text import wrapped
from sheetsync.model import Finding, Plan, Severity
from sheetsync.plan.findings import place
from sheetsync.words.terms import plural

_WORDS = {
    Severity.ERROR: ("ошибка", "ошибки", "ошибок"),
    Severity.WARNING: ("предупреждение", "предупреждения", "предупреждений"),
    Severity.NOTE: ("заметка", "заметки", "заметок"),
}
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "bright_black"}


def findings_data(plan: Plan) -> dict[str, Any]:
    """The findings as plain data, with how many there are of each severity."""
    return {
        "plan": plan.title,
        "year": plan.year,
        "measures": len(plan.measures),
        "counts": {str(severity): _count(plan, severity) for severity in Severity},
        "findings": [_data(finding) for finding in plan.findings],
    }


def _data(finding: Finding) -> dict[str, Any]:
    """All but the pieces that the sentence was made of."""
    pieces = ("quote", "hint")
    return {key: value for key, value in asdict(finding).items() if key not in pieces}


def print_findings(plan: Plan) -> None:
    """One paragraph a finding, then the counts."""
    for finding in plan.findings:
        click.echo(_paragraph(finding))
    measures = len(plan.measures)
    counts = (f"{_count(plan, s)} {plural(_count(plan, s), *words)}" for s, words in _WORDS.items())
    click.echo(
        f"План {plan.year}: {measures} {plural(measures, 'пункт', 'пункта', 'пунктов')}; "
        f"{', '.join(counts)}."
    )


def _count(plan: Plan, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in plan.findings)


def _paragraph(finding: Finding) -> str:
    word = _WORDS[finding.severity][0].capitalize()
    about = f" (п. {finding.number})" if finding.number else ""
    text = f"{word}: {place(finding)}{about}: {finding.sentence} {finding.suggestion}"
    colored = click.style(word, fg=_COLORS[finding.severity])
    return f"{colored}{wrapped(text).removeprefix(word)}\n"
