"""Which tabs of an .xlsx workbook are ours, and of which plan.

Names that the workbook defines tell it, because office programs keep them right when people rename
and move tabs: `_sheetsync_plan` is the plan tab, `_sheetsync_KEY` the tab of that key. Those of a
second plan in the same workbook, and its blocks, end in "_2", and so on.
"""

import re
from collections.abc import Iterator

from sheetsync.model import Tab
from sheetsync.workbooks.cell_names import fixed_area
from sheetsync.workbooks.titles import free_title, reference, referred_title
from sheetsync.workbooks.xlsx.opc import Element
from sheetsync.workbooks.xlsx.package import MARK, PLAN
from sheetsync.workbooks.xlsx.workbook_xml import Names, titles

_BLOCK = "sheetsync_"
_PLAN = re.compile(rf"{MARK}{PLAN}((?:_\d+)?)", re.IGNORECASE)
_REPEATED = "_xlnm.Print_Titles"


class Marks:
    """The names of the tabs that belong to one plan; `tail` is how they end.

    The plan that has none takes those of a plan tab that is gone, or that no plan has claimed yet.
    """

    def __init__(self, workbook: Element, plan_tab: str) -> None:
        self._workbook, self._names = workbook, Names(workbook)
        self._plans = dict(self._marked_plans())
        self.tail = self._tail(plan_tab)
        if self._plans.get(self.tail) != plan_tab:
            # A file beside the workbook has no plan tab to refer to, only its title.
            there = plan_tab in titles(workbook)
            refers_to = reference(plan_tab, "$A$1") if there else _constant(plan_tab)
            self._names.put(f"{MARK}{PLAN}{self.tail}", refers_to)
            self._plans[self.tail] = plan_tab

    def title(self, tab: Tab) -> str:
        """The title of the tab that shows `tab`, "" for none.

        A mark that sits on a plan tab, because people made a tab of ours their plan, is no mark:
        the plan is staff's.
        """
        title = referred_title(self._names.get(f"{MARK}{tab.key}{self.tail}"))
        return (
            title if title in titles(self._workbook) and title not in self._plans.values() else ""
        )

    def mark(self, tab: Tab, title: str) -> None:
        """Make a tab known as that of its key, whatever people will call it."""
        self._names.put(f"{MARK}{tab.key}{self.tail}", reference(title, "$A$1"))

    def free_title(self, tab: Tab) -> str:
        """The title that a new tab can have."""
        return free_title(tab.title, titles(self._workbook), instead=tab.year_title)

    def name_blocks(self, tab: Tab, title: str) -> None:
        """Name the tab's blocks, and those no more that it has no more.

        A name that staff gave to cells of theirs stays theirs.
        """
        wanted = {f"{name}{self.tail}": fixed_area(area) for name, area in tab.blocks}
        for name, refers_to in list(self._names.all()):
            ours = name.startswith(_BLOCK) and referred_title(refers_to) == title
            if ours and name not in wanted:
                self._names.drop(name)
        for name, area in wanted.items():
            if referred_title(self._names.get(name)) in ("", title):
                self._names.put(name, reference(title, area))

    def _marked_plans(self) -> Iterator[tuple[str, str]]:
        there = titles(self._workbook)
        for name, refers_to in self._names.all():
            match = _PLAN.fullmatch(name)
            if match:
                title = _said(refers_to) or referred_title(refers_to)
                yield match[1], title if _said(refers_to) or title in there else ""

    def _tail(self, plan_tab: str) -> str:
        for wanted in (plan_tab, ""):
            for tail, title in self._plans.items():
                if title == wanted:
                    return tail
        number = 1
        while (tail := f"_{number}" if number > 1 else "") in self._plans:
            number += 1
        return tail


def own_titles(workbook: Element) -> list[str]:
    """The titles of all tabs of ours, whatever plan they belong to."""
    marked = {
        referred_title(refers_to)
        for name, refers_to in Names(workbook).all()
        if name.startswith(MARK) and not _PLAN.fullmatch(name)
    }
    return [title for title in titles(workbook) if title in marked]


def repeat_rows(workbook: Element, tab: Tab, title: str) -> None:
    """Print the frozen rows of a tab on every page."""
    names = Names(workbook)
    if tab.frozen_rows:
        names.put(_REPEATED, reference(title, f"$1:${tab.frozen_rows}"), tab=title)
    else:
        names.drop(_REPEATED, tab=title)


def _constant(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))


def _said(constant: str) -> str:
    """The text of a constant, "" for another formula."""
    return constant[1:-1].replace('""', '"') if constant.startswith('"') else ""
