"""What sheetsync sends, and what of it Google was recorded at.

`python -m tests.sheets_emulator.coverage [RECORDINGS]` prints the table.
"""

import ast
import json
import sys
from collections import Counter
from pathlib import Path

from .schema import document

_PRODUCT = Path(__file__).parents[2] / "sheetsync"
_SENDERS = ("workbooks/google/*.py", "setup_sheet/*.py")

UNRECORDED = {
    "addChart": "the discovery document",
    "addConditionalFormatRule": "the discovery document; refusals as users report them",
    "copyPaste": "the discovery document",
    "createDeveloperMetadata": "the discovery document and the guide to metadata",
    "deleteConditionalFormatRule": "the discovery document; refusals as users report them",
    "deleteDeveloperMetadata": "the discovery document and the guide to metadata",
    "setBasicFilter": "the discovery document",
    "updateChartSpec": "the discovery document",
    "updateDeveloperMetadata": "the discovery document and the guide to metadata",
    "updateEmbeddedObjectPosition": "the discovery document",
    "updateNamedRange": "the discovery document; refusals as users report them",
    "updateProtectedRange": "the discovery document; refusals as users report them",
}
"""Kinds of requests that no recording of gspread's tests shows, and what the emulator rests on."""


def sent() -> Counter[str]:
    """The kinds of requests in the code that draws tabs and sets columns up, and how often."""
    known = document()["schemas"]["Request"]["properties"]
    return Counter(
        key.value
        for pattern in _SENDERS
        for file in _PRODUCT.glob(pattern)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and key.value in known
    )


def recorded(folder: Path) -> Counter[str]:
    """The kinds of requests in recordings, and how often."""
    found: Counter[str] = Counter()
    for file in folder.glob("*.json"):
        for one in json.loads(file.read_text(encoding="utf-8"))["interactions"]:
            asked = one["request"]
            if (
                asked["uri"].split("?")[0].endswith(":batchUpdate")
                and "/values" not in asked["uri"]
            ):
                wanted = json.loads(asked["body"])["requests"]
                found.update(kind for request in wanted for kind in request)
    return found


def reads_of_cells(folder: Path) -> int:
    """How many recorded reads ask for cells as ours does: for values, formats and metadata."""
    return sum(
        "effectiveValue" in one["request"]["uri"] and "developerMetadata" in one["request"]["uri"]
        for file in folder.glob("*.json")
        for one in json.loads(file.read_text(encoding="utf-8"))["interactions"]
    )


def main() -> None:
    """A line a kind."""
    there = recorded(Path(sys.argv[1])) if len(sys.argv) > 1 else Counter()
    for kind, count in sorted(sent().items()):
        told = f"recorded {there[kind]} times" if there[kind] else UNRECORDED.get(kind, "unknown")
        print(f"{kind:32} {count:3}  {told}")


if __name__ == "__main__":
    main()
