"""How a tab of ours is shown and printed: frozen rows, grid, tab colour, paper."""

from typing import TYPE_CHECKING

from sheetsync.model import Tab
from sheetsync.workbooks.xlsx_marks import repeat_rows

if TYPE_CHECKING:
    import excelize

_A4 = 9  # ECMA-376, 18.3.1.63: paperSize


def set_up_page(workbook: "excelize.File", title: str, tab: Tab) -> None:
    """One A4 page wide, as many high as it takes, the frozen rows repeated on each."""
    import excelize

    orientation = "landscape" if tab.landscape else "portrait"
    workbook.set_page_layout(
        title,
        excelize.PageLayoutOptions(
            size=_A4, orientation=orientation, fit_to_width=1, fit_to_height=0
        ),
    )
    workbook.set_page_margins(
        title,
        excelize.PageLayoutMarginsOptions(
            left=0.4, right=0.4, top=0.5, bottom=0.5, header=0.2, footer=0.2
        ),
    )
    # Excel wants an alpha channel before the colour.
    color = f"FF{tab.color}" if tab.color else None
    workbook.set_sheet_props(
        title, excelize.SheetPropsOptions(fit_to_page=True, tab_color_rgb=color)
    )
    repeat_rows(workbook, title, tab.frozen_rows)


def set_up_view(workbook: "excelize.File", title: str, tab: Tab) -> None:
    """Freeze the top rows."""
    import excelize

    panes = excelize.Panes()
    if tab.frozen_rows:
        below = f"A{tab.frozen_rows + 1}"
        panes = excelize.Panes(
            freeze=True, y_split=tab.frozen_rows, top_left_cell=below, active_pane="bottomLeft"
        )
    workbook.set_panes(title, panes)


def hide_grid(workbook: "excelize.File", title: str) -> None:
    """Show no grid lines: our tabs draw their own."""
    import excelize

    workbook.set_sheet_view(title, 0, excelize.ViewOptions(show_grid_lines=False))
