"""Every kind of request that sheetsync sends, once and alone, on a scratch tab.

They are made by what draws our tabs and sets up our columns. A test holds the kinds against what
the code sends, so that none is missing here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from gspread.exceptions import APIError

from sheetsync.model import Area, Cell, Chart, ChartKind, Formula, Look, Row, Tab
from sheetsync.probe.scratch import Scratch
from sheetsync.workbooks.google import column_requests as columns
from sheetsync.workbooks.google.batch import (
    Site,
    alarms,
    clean,
    cut,
    draw,
    release,
    retag_tab,
    tag_tab,
)
from sheetsync.workbooks.google.charts_names import blocks_of, charts, names
from sheetsync.workbooks.google.pieces import grid_range
from sheetsync.workbooks.google.reading import (
    CLOSELY,
    CONTENT,
    LARGE_CONTENT,
    LISTING,
    ChartSeen,
    NamedSeen,
    Seen,
    Shape,
)
from sheetsync.workbooks.google.tags import TabTag
from sheetsync.workbooks.google.troubles import words_of
from sheetsync.workbooks.google.workbook import GoogleWorkbook
from sheetsync.workbooks.names import quoted

Sample: TypeAlias = Mapping[str, Any]

_WORD = "Проба"
# One colour and one formula, so that each kind of request comes once.
_LOOK = Look(bold=True, color="B3261E", fill="FFFFFF")
_CHOICE, _LATE = (Formula(google=text, excel=text) for text in ('IF(B2,"да","нет")', "NOW()>$B$2"))
_HEADER = Row(cells=(Cell(value=_WORD, look=_LOOK, span=3, alarm=_LATE),))
_LINE = Row(
    cells=(
        Cell(value="тут", look=_LOOK, target="A1"),
        Cell(value=46054, look=_LOOK),
        Cell(formula=_CHOICE, look=_LOOK),
    )
)
_WHOLE = Area(top=1, left=1, bottom=5, right=3)
_CHART = Chart(
    key="probe",
    title=_WORD,
    kind=ChartKind.BARS,
    data=_WHOLE,
    columns=(2,),
    colors=("3C4043",),
    place=_WHOLE,
)
_TAB = Tab(
    key="probe",
    title=_WORD,
    rows=(_HEADER, *[_LINE] * 4),
    widths=(0,),
    frozen_rows=1,
    color="3C4043",
    filtered=Area(top=2, left=1, bottom=5, right=3),
    charts=(_CHART,),
    blocks=(("sheetsync_проба", _WHOLE),),
)


def rehearse(scratch: Scratch) -> tuple[int, Mapping[str, str]]:
    """How many requests Google took, and its words to those that it refused, by their kinds.

    Raises as the client does where the cause is not the request.
    """
    taken, refused = 0, {}
    for sample in samples(scratch):
        (kind,) = sample
        try:
            scratch.batch(sample)
            taken += 1
        except APIError as error:
            # Only a 400 is about the request; all else would meet the next one, too.
            if error.response.status_code != 400:
                raise
            refused[kind] = words_of(error.response)
    # Six more: the four masks, the values of a large plan, and a write that is answered.
    for fields in (LISTING, CONTENT, LARGE_CONTENT, CLOSELY):
        scratch.read(fields)
    scratch.client.values_get(
        scratch.spreadsheet,
        quoted(scratch.title),
        params={"valueRenderOption": "UNFORMATTED_VALUE"},
    )
    book = GoogleWorkbook(scratch.spreadsheet, scratch.client, places={}, account=scratch.account)
    whole = {"range": {"sheetId": scratch.id}}
    book.change([{"unmergeCells": whole}], tabs=[scratch.title], fields=CLOSELY)
    return taken + 6, refused


def samples(scratch: Scratch) -> Iterator[Sample]:
    """The requests, in an order in which each finds what it needs."""
    here, tag = scratch.id, TabTag(key="probe")
    site = Site(
        spreadsheet=scratch.spreadsheet, sheet_id=here, plan_id=here, plan_tab=scratch.title
    )
    yield from cut(_TAB, None, sheet_id=here)
    yield tag_tab(tag, sheet_id=here)
    yield retag_tab(tag, sheet_id=here)
    yield release(here)
    drawn = draw(_TAB, site)
    # What people strike out is read, though never written.
    struck = {"format": {"strikethrough": True}}
    drawn[0]["updateCells"]["rows"][0]["values"][0]["textFormatRuns"] = [struck]
    yield from drawn
    cell, other = (grid_range(Area(top=n, left=1, bottom=n, right=1), here) for n in (2, 5))
    paste = {"source": cell, "destination": other, "pasteType": "PASTE_NORMAL"}
    yield {"copyPaste": paste}
    yield from alarms(_TAB, site)
    unmerged, rule, _sized = clean(_TAB, Shape(rules=1), sheet_id=here)
    yield from (unmerged, rule)
    yield from _beside(site)
    yield from _column(here)


def _beside(site: Site) -> Iterator[Sample]:
    """Charts and names: new ones, then the same again; a name that outlives its tab nobody sees."""
    (chart,) = charts(_TAB, site, ())
    yield chart
    yield from charts(_TAB, site, (ChartSeen(id=chart["addChart"]["chart"]["chartId"], title=""),))
    bare = Seen(sheets=(), zone="", whole=True, names={})
    yield from names(_TAB, site, bare)
    ((own, (name, area)),) = blocks_of(_TAB, site, bare).items()
    known = {name: NamedSeen(id=own, sheet_id=site.sheet_id, area=area)}
    for tab in (_TAB, replace(_TAB, blocks=())):
        yield from names(tab, site, replace(bare, names=known))


def _column(sheet_id: int) -> Iterator[Sample]:
    """A column that is put in, guarded, given choices, and removed."""
    column = columns.OwnColumn(
        sheet_id=sheet_id, index=2, tag_id=sheet_id, name="probe", warning=_WORD
    )
    yield columns.insert(column, row=0, pixels=120)[0]
    yield columns.offer(column, ("выполнено", "отменено"), advice=_WORD, below=0)
    yield from columns.withdraw(column, [1])
    yield columns.guard(column, 0)
    yield columns.prove(column)[-1]
    yield columns.unguard(column.tag_id)
    yield columns.remove(column)[-1]
