"""How our cells look, as styles of an .xlsx workbook."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sheetsync.model import Align, Cell, CellValue, Look

if TYPE_CHECKING:
    import excelize

_LINE = "DADCE0"
_PLAIN = Cell().look
_DAY, _MOMENT = "dd.mm.yyyy", "dd.mm.yyyy hh:mm"


class Looks:
    """Style numbers by look, each asked for once; excelize finds equal ones of earlier runs."""

    def __init__(self, workbook: "excelize.File") -> None:
        self._workbook = workbook
        self._family: str = workbook.get_default_font()
        self._numbers: dict[tuple[Look, str], int] = {}
        # A tab has many cells and few looks: to find one by its identity takes a third of the time
        # that comparing takes. The looks are kept, lest another be made in the place of one.
        self._known: dict[tuple[int, str], tuple[Look, int]] = {}

    def number(self, cell: Cell) -> int:
        """The style of a cell; 0, the workbook's own default, for an empty plain one."""
        look, value = cell.look, cell.value
        if value is None and (look is _PLAIN or look == _PLAIN):
            return 0
        number_format = look.format or _day_format(value)
        known = self._known.get((id(look), number_format))
        if known is None:
            known = look, self._asked(look, number_format)
            self._known[id(look), number_format] = known
        return known[1]

    def _asked(self, look: Look, number_format: str) -> int:
        key = (look, number_format)
        if key not in self._numbers:
            self._numbers[key] = self._workbook.new_style(_style(*key, family=self._family))
        return self._numbers[key]


def _day_format(value: CellValue) -> str:
    if isinstance(value, datetime):
        return _MOMENT
    return _DAY if isinstance(value, date) else ""


def _style(look: Look, number_format: str, *, family: str) -> "excelize.Style":
    import excelize

    font = excelize.Font(
        family=family, bold=look.bold, italic=look.italic, size=look.size, color=look.color
    )
    fill = excelize.Fill(type="pattern", pattern=1, color=[look.fill])
    line = excelize.Border(type="bottom", color=_LINE, style=1)
    return excelize.Style(
        font=font,
        fill=fill if look.fill else excelize.Fill(),
        border=[line] if look.border else None,
        alignment=excelize.Alignment(
            horizontal=look.align.value,
            vertical="center" if look.middle else "top",
            wrap_text=look.wrap,
            indent=1 if look.align is Align.RIGHT else 0,  # off the text of the next column
        ),
        custom_num_fmt=number_format or None,
    )
