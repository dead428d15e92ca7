"""Findings in the terminal and as JSON."""

from collections.abc import Sequence
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
_MOST_ROWS = 10  # named of a group
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
    """One paragraph a finding, or for all that say the same of one column; then the counts."""
    print_finding_list(plan.findings)
    measures = len(plan.measures)
    counts = (f"{_count(plan, s)} {plural(_count(plan, s), *words)}" for s, words in _WORDS.items())
    click.echo(
        f"План {plan.year}: {measures} {plural(measures, 'пункт', 'пункта', 'пунктов')}; "
        f"{', '.join(counts)}."
    )


def print_finding_list(findings: Sequence[Finding]) -> None:
    """One paragraph a finding, or for all that say the same of one column."""
    for alike in _grouped(findings):
        click.echo(_paragraph(alike))


def _count(plan: Plan, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in plan.findings)


def _grouped(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings that say the same of the same column together, each group where its first stands."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        key = (finding.severity, finding.column, finding.sentence, finding.suggestion)
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


def _paragraph(alike: Sequence[Finding]) -> str:
    finding = alike[0]
    word = _WORDS[finding.severity][0].capitalize()
    where = place(finding) if len(alike) == 1 else _places(alike)
    about = f" (п. {finding.number})" if finding.number and len(alike) == 1 else ""
    text = f"{word}: {where}{about}: {finding.sentence} {finding.suggestion}"
    colored = click.style(word, fg=_COLORS[finding.severity])
    return f"{colored}{wrapped(text).removeprefix(word)}\n"


def _places(alike: Sequence[Finding]) -> str:
    """As in «столбец D «Ответственные», 41 строка: 4, 5, 6 и другие»."""
    count = len(alike)
    column = f"столбец {alike[0].column} «{alike[0].header}», " if alike[0].column else ""
    shown = ", ".join(str(finding.row) for finding in alike[:_MOST_ROWS])
    more = " и другие" if count > _MOST_ROWS else ""
    return f"{column}{count} {plural(count, 'строка', 'строки', 'строк')} ({shown}{more})"
