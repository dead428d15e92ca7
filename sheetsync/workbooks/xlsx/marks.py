"""Which tabs of an open .xlsx workbook are ours: found by their mark, made where missing."""

from typing import TYPE_CHECKING

from sheetsync.model import Tab
from sheetsync.workbooks.cell_names import fixed_area
from sheetsync.workbooks.titles import free_title, reference, referred_title
from sheetsync.workbooks.xlsx.package import MARK

if TYPE_CHECKING:
    import excelize


_BLOCK = "sheetsync_"


def own_sheet(workbook: "excelize.File", tab: Tab, *, plan_tab: str) -> str:
    """The title of the sheet that takes `tab`: the marked one, or a new one at the end.

    A mark whose tab was deleted is set anew. A mark that sits on the plan tab, because people
    made a tab of ours their plan, is taken off it: the plan is staff's.
    """
    titles: list[str] = workbook.get_sheet_list()
    marked = _marks(workbook).get(MARK + tab.key)
    title = referred_title(marked.refers_to) if marked else ""
    if title in titles and title != plan_tab:
        return title
    if marked:
        workbook.delete_defined_name(marked)
    title = free_title(tab.title, titles)
    workbook.new_sheet(title)
    mark(workbook, tab.key, title)
    return title


def mark(workbook: "excelize.File", key: str, title: str) -> None:
    """Make the sheet known as the one of `key`, whatever people will call it."""
    _define(workbook, MARK + key, refers_to=reference(title, "$A$1"))


def repeat_rows(workbook: "excelize.File", title: str, rows: int) -> None:
    """Print the first `rows` rows on every page; none where it is 0."""
    name, refers_to = "_xlnm.Print_Titles", reference(title, f"$1:${rows}")
    for defined in workbook.get_defined_name():
        if (defined.name, defined.scope) == (name, title):
            if rows and defined.refers_to == refers_to:
                return
            workbook.delete_defined_name(defined)
    if rows:
        _define(workbook, name, refers_to=refers_to, scope=title)


def name_blocks(workbook: "excelize.File", title: str, tab: Tab) -> None:
    """Give the tab's blocks their names; those of staff's for the same words stay theirs.

    Names of blocks that the tab has no more go.
    """
    there, wanted = _marks(workbook), {name for name, _ in tab.blocks}
    for name, defined in there.items():
        ours = name.startswith(_BLOCK) and referred_title(defined.refers_to) == title
        if ours and name not in wanted:
            workbook.delete_defined_name(defined)
    for name, area in tab.blocks:
        refers_to = reference(title, fixed_area(area))
        known = there.get(name)
        if (
            known
            and known.refers_to != refers_to
            and referred_title(known.refers_to) in ("", title)
        ):
            workbook.delete_defined_name(known)
            known = None
        if known is None:
            _define(workbook, name, refers_to=refers_to)


def _marks(workbook: "excelize.File") -> dict[str, "excelize.DefinedName"]:
    return {name.name: name for name in workbook.get_defined_name() if name.scope == "Workbook"}


def _define(workbook: "excelize.File", name: str, *, refers_to: str, scope: str = "") -> None:
    import excelize

    workbook.set_defined_name(excelize.DefinedName(name=name, refers_to=refers_to, scope=scope))
