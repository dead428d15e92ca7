"""Where the tabs of a shared spreadsheet were last seen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One tab. `large` says that its rows are too many to ask for all that is known of each.

    `columns` are those worth reading, "A:K"; "" for all of them.
    """

    sheet_id: int
    title: str
    large: bool = False
    columns: str = ""
