"""Parties that no column holds alone: named once for all rows, or in the column of deadlines."""

from sheetsync.plan.cells import cell_text, shown_texts
from sheetsync.plan.header_in_sheet import HeaderInSheet
from sheetsync.words.shared_cells import time_and_party
from sheetsync.words.tables import (
    heads_parties,
    item_mark,
    party_heading,
    party_named,
    reads_as_party,
)
from sheetsync.words.venues import asks_for_party


def says_when_and_who(head: HeaderInSheet, column: int | None) -> bool:
    """Whether the column of deadlines names parties too, as its header and a cell tell."""
    if column is None or not asks_for_party(head.rows.whole(column)):
        return False
    return any(all(time_and_party(text)) for text in head.filled(column))


def shared_party(head: HeaderInSheet) -> str | None:
    """Who answers for all rows of a table without a column of parties; None where nobody does.

    A line above it names them, or a list below it, or "" where each section is headed by a party of
    its own.
    """
    grid, begins = head.grid, head.rows.first
    above = (cell_text(value) for row in grid.rows[:begins] for value in row)
    named = next(filter(None, map(party_named, above)), None)
    if named:
        return named
    # In a document the first heading stands above its table.
    headed = grid.rows[begins - 1 : begins] if begins in grid.paragraphs else ()
    below = (*headed, *head.body)
    alone = list(map(shown_texts, below))
    first = next(filter(None, alone), [])
    # The first row has to be one, or the rows above the first heading would have nobody.
    headings = [texts[0] for texts in alone if len(texts) == 1]
    if len(first) == 1 and headings and all(map(party_heading, headings)):
        return ""
    return _listed_below(alone)


def _listed_below(rows: list[list[str]]) -> str | None:
    """Those whom the lines below a table list, behind one that says that they answer for it."""
    at = next((i for i, texts in enumerate(rows) if len(texts) == 1 and heads_parties(texts[0])), 0)
    listed = [[item_mark(text)[1] for text in texts] for texts in rows[at + 1 :] if texts]
    if not at or not listed or not all(len(one) == 1 and reads_as_party(one[0]) for one in listed):
        return None
    return "\n".join(texts[0] for texts in listed)
