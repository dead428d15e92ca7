"""Requests about charts."""

from typing import Any

from . import fieldmask
from .change import Change
from .errors import invalid
from .state import Sheet


def add_chart(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    chart = dict(body["chart"])
    position = chart.get("position", {})
    if "overlayPosition" not in position:
        raise invalid("The emulator places charts only over cells")
    anchor = position["overlayPosition"].get("anchorCell", {})
    sheet = change.sheet(anchor.get("sheetId", 0))
    if anchor.get("rowIndex", 0) >= sheet.row_count:
        raise invalid(f"The chart's anchor is outside of sheet {sheet.id}")
    wanted = chart.setdefault("chartId", change.new_id())
    if any(other["chartId"] == wanted for s in change.book.sheets for other in s.charts):
        raise invalid(f"A chart with id {wanted} already exists.")
    sheet.charts.append(chart)
    return {"chart": chart}


def update_spec(change: Change, body: dict[str, Any]) -> None:
    _, chart = _chart(change, body.get("chartId", 0))
    chart["spec"] = body["spec"]


def update_position(change: Change, body: dict[str, Any]) -> dict[str, Any]:
    _, chart = _chart(change, body.get("objectId", 0))
    mask = fieldmask.parse(body.get("fields", "*"))
    if not body.get("newPosition", {}).get("newSheet"):
        mask = {"overlayPosition": mask}
    chart["position"] = fieldmask.write(chart["position"], body["newPosition"], mask)
    return {"position": chart["position"]}


def delete_object(change: Change, body: dict[str, Any]) -> None:
    sheet, chart = _chart(change, body.get("objectId", 0))
    sheet.charts.remove(chart)


def _chart(change: Change, chart_id: int) -> tuple[Sheet, dict[str, Any]]:
    for sheet in change.book.sheets:
        for chart in sheet.charts:
            if chart["chartId"] == chart_id:
                return sheet, chart
    raise invalid(f"No chart with id: {chart_id}")


HANDLERS = {
    "addChart": add_chart,
    "updateChartSpec": update_spec,
    "updateEmbeddedObjectPosition": update_position,
    "deleteEmbeddedObject": delete_object,
}
