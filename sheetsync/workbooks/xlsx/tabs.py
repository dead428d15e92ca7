"""Puts tabs of ours into a package; of all else only the lists that they stand in change.

Names that the workbook defines tell which tabs are ours, because office programs keep them right
when people rename and move tabs: `_sheetsync_plan` is the plan tab, `_sheetsync_KEY` the tab of
that key. Those of a second plan in the same workbook, and its blocks, end in "_2", and so on.
"""

import re
from collections.abc import Iterator, Sequence

from sheetsync.model import Tab
from sheetsync.workbooks.names import (
    cell_name,
    excel_formula,
    fixed_area,
    free_title,
    placed,
    reference,
    referred_title,
)
from sheetsync.workbooks.xlsx.blank import NO_STYLES, STYLES_KIND
from sheetsync.workbooks.xlsx.charts import put_charts
from sheetsync.workbooks.xlsx.edits import add_part, edited, relate
from sheetsync.workbooks.xlsx.opc import Element, Parts, escape, main_part, parse, related, says
from sheetsync.workbooks.xlsx.package import OWN_PREFIX, PLAN
from sheetsync.workbooks.xlsx.sheet_xml import Extras, Setting, sheet_xml
from sheetsync.workbooks.xlsx.styles import Styles
from sheetsync.workbooks.xlsx.workbook_xml import (
    Names,
    add_sheet,
    forget_calculated,
    highest_style,
    sheet_id,
    sheet_parts,
    titles,
)

_BLOCK = "sheetsync_"
_PLAN = re.compile(rf"{OWN_PREFIX}{PLAN}((?:_\d+)?)", re.IGNORECASE)
_REPEATED = "_xlnm.Print_Titles"


def put_tabs(parts: Parts, tabs: Sequence[Tab], *, plan_tab: str) -> None:
    """Write the tabs of the plan on `plan_tab`, each into its own sheet or a new one.

    Where the workbook has no such tab, nothing is linked with it.
    """
    with edited(parts, main_part(parts)) as workbook:
        linked = plan_tab if plan_tab in titles(workbook) else ""
        own = OwnNames(workbook, plan_tab)
        drawn = {_own_sheet(parts, workbook, own, tab): tab for tab in tabs}
        for title, tab in drawn.items():
            own.name_blocks(tab, title)
            _repeat_rows(workbook, tab, title)
        _draw(parts, workbook, drawn, plan_tab=linked, grid=False)
        forget_calculated(parts, {sheet_id(workbook, title) for title in drawn})


def lacks_tabs(parts: Parts, tabs: Sequence[Tab], *, plan_tab: str) -> bool:
    """Whether one of the tabs would be a new one."""
    own = OwnNames(parse(parts[main_part(parts)]), plan_tab)
    return not all(own.title(tab) for tab in tabs)


def put_staff_tab(parts: Parts, tab: Tab) -> None:
    """Write a tab that is staff's from then on into a package without sheets."""
    with edited(parts, main_part(parts)) as workbook:
        add_sheet(parts, workbook, tab.title)
        _repeat_rows(workbook, tab, tab.title)
        _draw(parts, workbook, {tab.title: tab}, plan_tab="", grid=True)


def _own_sheet(parts: Parts, workbook: Element, own: "OwnNames", tab: Tab) -> str:
    """The title of the sheet for `tab`: the one with its defined name, or a new last one."""
    title = own.title(tab)
    if not title:
        title = own.free_title(tab)
        add_sheet(parts, workbook, title)
        own.put(tab, title)
    return title


def _draw(
    parts: Parts, workbook: Element, drawn: dict[str, Tab], *, plan_tab: str, grid: bool
) -> None:
    with edited(parts, _styles_part(parts)) as root:
        styles = Styles(root, referred=lambda: highest_style(parts, workbook))
        setting = Setting(
            style=styles.number,
            plan_tab=plan_tab,
            epoch_1904=says(workbook, "workbookPr", "date1904"),
            grid=grid,
        )
        sheets = sheet_parts(parts, workbook)
        for title, tab in drawn.items():
            extras = Extras(
                rules=_alarm_rules(styles, tab, plan_tab=plan_tab),
                drawing=put_charts(parts, sheets[title], tab, title=title),
            )
            before = parts[sheets[title]]
            parts[sheets[title]] = sheet_xml(tab, setting, before=before, extras=extras).encode()


def _alarm_rules(styles: Styles, tab: Tab, *, plan_tab: str) -> str:
    """The rules by which cells turn into a red warning by themselves, one an alarm."""
    return "".join(
        f'<conditionalFormatting sqref="{cell_name(row, column)}"><cfRule type="expression" '
        f'dxfId="{styles.alarm()}" priority="1"><formula>'
        f"{escape(excel_formula(cell.alarm, row=row, plan_tab=plan_tab), quote=False)}"
        "</formula></cfRule></conditionalFormatting>"
        for row, column, cell in placed(tab)
        if cell.alarm
    )


def _styles_part(parts: Parts) -> str:
    """The part of the styles, made where the workbook has none."""
    main = main_part(parts)
    there = [part for part in related(parts, main, "styles") if part in parts]
    if not there:
        there = ["xl/styles.xml"]
        add_part(parts, there[0], NO_STYLES, kind=STYLES_KIND)
        relate(parts, main, "styles", there[0])
    return there[0]


class OwnNames:
    """The names of the tabs that belong to one plan; `tail` is how they end.

    The plan that has none takes those of a plan tab that is gone, or that no plan has claimed yet.
    """

    def __init__(self, workbook: Element, plan_tab: str) -> None:
        self._workbook, self._names = workbook, Names(workbook)
        self._plans = dict(self._claimed_plans())
        self.tail = self._tail(plan_tab)
        if self._plans.get(self.tail) != plan_tab:
            # A file beside the workbook has no plan tab to refer to, only its title.
            there = plan_tab in titles(workbook)
            refers_to = reference(plan_tab, "$A$1") if there else _constant(plan_tab)
            self._names.put(f"{OWN_PREFIX}{PLAN}{self.tail}", refers_to)
            self._plans[self.tail] = plan_tab

    def title(self, tab: Tab) -> str:
        """The title of the tab that shows `tab`, "" for none.

        A name that leads to a plan tab, because people made a tab of ours their plan, is not ours:
        the plan is staff's.
        """
        title = referred_title(self._names.get(f"{OWN_PREFIX}{tab.key}{self.tail}"))
        return (
            title if title in titles(self._workbook) and title not in self._plans.values() else ""
        )

    def put(self, tab: Tab, title: str) -> None:
        """Make a tab known as that of its key, whatever people will call it."""
        self._names.put(f"{OWN_PREFIX}{tab.key}{self.tail}", reference(title, "$A$1"))

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

    def _claimed_plans(self) -> Iterator[tuple[str, str]]:
        there = titles(self._workbook)
        for name, refers_to in self._names.all():
            match = _PLAN.fullmatch(name)
            if match:
                title = _constant_text(refers_to) or referred_title(refers_to)
                yield match[1], title if _constant_text(refers_to) or title in there else ""

    def _tail(self, plan_tab: str) -> str:
        for wanted in (plan_tab, ""):
            for tail, title in self._plans.items():
                if title == wanted:
                    return tail
        number = 1
        while (tail := f"_{number}" if number > 1 else "") in self._plans:
            number += 1
        return tail


def _repeat_rows(workbook: Element, tab: Tab, title: str) -> None:
    """Print the frozen rows of a tab on every page."""
    names = Names(workbook)
    if tab.frozen_rows:
        names.put(_REPEATED, reference(title, f"$1:${tab.frozen_rows}"), tab=title)
    else:
        names.drop(_REPEATED, tab=title)


def _constant(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))


def _constant_text(constant: str) -> str:
    """The text of a constant, "" for another formula."""
    return constant[1:-1].replace('""', '"') if constant.startswith('"') else ""
