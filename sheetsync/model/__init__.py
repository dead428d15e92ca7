"""The words of the domain as frozen data, shared by every part."""

from sheetsync.model.digest import Digest, Entry, Section
from sheetsync.model.phrases import (
    Deadline,
    DeadlineKind,
    Doubt,
    Meaning,
    Milestone,
    Occurrence,
    PartProgress,
    Party,
    Progress,
    Responsibles,
)
from sheetsync.model.plan import (
    Agenda,
    Assignment,
    Columns,
    Finding,
    Item,
    Measure,
    Plan,
    Severity,
    State,
)
from sheetsync.model.roster import Department, DepartmentKind, Member, Roster
from sheetsync.model.tab import Align, Cell, CellValue, Grid, Look, Row, Tab

__all__ = [
    "Agenda",
    "Align",
    "Assignment",
    "Cell",
    "CellValue",
    "Columns",
    "Deadline",
    "DeadlineKind",
    "Department",
    "DepartmentKind",
    "Digest",
    "Doubt",
    "Entry",
    "Finding",
    "Grid",
    "Item",
    "Look",
    "Meaning",
    "Measure",
    "Member",
    "Milestone",
    "Occurrence",
    "PartProgress",
    "Party",
    "Plan",
    "Progress",
    "Responsibles",
    "Roster",
    "Row",
    "Section",
    "Severity",
    "State",
    "Tab",
]
