"""Tabs of ours that people closed, so that nothing new can be written there."""

from collections.abc import Iterator

from sheetsync.model import Columns, Doubt, Finding
from sheetsync.plan.findings import finding

_CODES = {"protected": "tab-protected", "table": "tab-typed"}


def closed_findings(closed: tuple[tuple[str, str], ...], columns: Columns) -> Iterator[Finding]:
    """One a tab; `closed` are their titles and why."""
    for title, why in closed:
        yield finding(Doubt(code=_CODES[why], quote=title), row=0, number="", columns=columns)
