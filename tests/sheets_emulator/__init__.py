"""An emulator of the Google Sheets API v4 and the little of Drive v3 that goes with it.

    emulator = Emulator(locale="ru_RU")
    with running(emulator) as base: ...

or `python -m sheets_emulator --port N` with `tests` on the path. It keeps state, applies batches
whole or not at all, refuses what Google's own discovery document does not know, and can be told to
fail, to keep quotas, and to let people edit between two requests (see `people`).

Recorded answers of Google cover: values get, batchGet, update, batchUpdate, clear, batchClear and
append; spreadsheets get; addSheet, deleteSheet, updateSheetProperties, repeatCell, updateCells of
notes, mergeCells, unmergeCells, insertDimension, deleteDimension, updateDimensionProperties,
dimension groups, autoResizeDimensions (that it answers, not how wide), sortRange of texts,
setDataValidation, named ranges, protected ranges by their owner, malformed values.

What follows rests on documentation and on what users reported alone; no recording shows it:

- everything in the locale ru_RU: typed numbers and dates, default patterns, ИСТИНА and ЛОЖЬ
- formulas but for plain arithmetic, how their references follow, and which do not parse
- number formats but for the few that recordings show; conditional formats never change a look
- `ranges` narrowing the tabs of an answer; startRow and startColumn; effectiveFormat
- developer metadata, data filters, charts, conditional formats, banding, filters (hide no rows)
- named ranges whose cells are gone: not shown, their names and ids taken, no way to delete them
- the formats that inserted columns take from the one before them
- moveDimension, cutPaste, copyPaste, findReplace, duplicateSheet, copyTo, appendCells, borders
- tables, filter views, pasteData, autoFill, insertRange, deleteRange
- chosen ids being refused when taken; texts of most 400s; grid limits in :batchUpdate
- protection against others than the owner; strict validation does not refuse writes
- the limits of cells, columns and texts where they are not in the words of `limits`
- sorting leaves row metadata where it stood; a smaller grid is a deletion
- quotas, the lack of Retry-After, token checks, Drive's version, permissions and comments
"""

from .emulator import Emulator
from .faults import KINDS
from .server import running

__all__ = ["KINDS", "Emulator", "running"]
