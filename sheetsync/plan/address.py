"""Whether the address of a shared sheet opens the tab that is read."""

from collections.abc import Iterator

from sheetsync.model import Columns, Doubt, Finding, Grid
from sheetsync.plan.findings import finding


def address_findings(grid: Grid, columns: Columns) -> Iterator[Finding]:
    """One where the address and the title in the settings name two tabs."""
    if grid.address_tab:
        doubt = Doubt(code="tab-contradicts", quote=grid.address_tab, hint=grid.title)
        yield finding(doubt, row=0, number="", columns=columns)
