"""The formulas that find a measure again wherever its row has moved: constants and addresses only.

A row is known by its key. Both sides of a comparison compute it by the same expression in the same
program, so what one program thinks of a blank or a number's text never matters.
"""

from collections.abc import Callable

from sheetsync.model import LOOKUP_HEADER, Columns, Formula
from sheetsync.model.language import marked
from sheetsync.plan.lookups import CONTROL_COLUMNS, FIELDS, FIRST_STATE, tab_constant

REPEATED = marked("number repeats")
LATER = marked("comes with the next check")
OPEN = marked("open")
NOT_FOUND = marked("measure not found")

_KEPT = 100  # characters; Excel refuses to look for more than 255
# A blank, a line break, and whatever some function could take for a wildcard.
_BLANKS = ("UNICHAR(160)", "CHAR(10)", '"~"', '"*"', '"?"')
# CLEAN leaves none in a number or a text, so no number can run into the text behind it.
_BETWEEN = "CHAR(10)"
_NO_CELL = '""'  # in place of a column that the plan does not have
_KEYS = ("M:M", "L:L")  # of the plan now, and of the plan at the run


def key(number: str, measure: str, tab: str = "") -> str:
    """The expression of a row's key, from references to its number and its measure.

    `tab` is the title of its tab where the plan has several: their numbers may be the same.
    """
    # A number typed as 5.1 is shown with a comma where the workbook's language has one.
    with_point = f'SUBSTITUTE({number},",",".")'
    # Its title, not its place: people move tabs more often than they rename them.
    there = f"&{_BETWEEN}&{tab_constant(tab)}" if tab else ""
    return f"{_plain(with_point)}&{_BETWEEN}&{_plain(measure)}{there}"


def lookup_formula(
    columns: Columns, *, control: str, column: str, words: Callable[[str], str] = str
) -> str:
    """The formula in the header cell of the plan tab's look-up column; Google, with its "=".

    `columns` are the plan tab's, with its title where there are several; `control` is the title of
    «Контроль», `words` translates what is shown. Raises ValueError where `column`, the look-up
    column's own letter, is one of those that the formula reads.
    """
    number, measure, deadline, responsible = (_downward(columns, field) for field in FIELDS)
    if column in {columns.letters.get(field) for field in FIELDS}:
        raise ValueError(f"the look-up column {column} would read itself")
    later = f'"{words(LATER)}"'
    header, own = f"{columns.letters['measure']}{columns.row}", key(number, measure, columns.tab)
    keys, states, texts, *others = (
        f"{_title(control)}!{letter}{FIRST_STATE}:{letter}" for letter in CONTROL_COLUMNS
    )
    idle = [
        f"ISNUMBER({measure})",  # the numbering row "1 2 3 4"
        "(LEN(text)<2)",  # no measure, or that row where its digits are text
        f"(text={_plain(header)})",  # the header once more
        f'({_plain(deadline)}="")*({_plain(responsible)}="")',  # a section row
    ]
    # Of like texts any may have got the number of another: all that was typed tells them apart.
    twin = f"({_repeats('text', 'text')})+IFNA({_repeats('text', _plain(texts))},FALSE)"
    typed = zip((measure, deadline, responsible), (texts, *others), strict=True)
    other = "+".join(f"({now}<>{_beside_key(keys, was, _NO_CELL)})" for now, was in typed)
    return (
        f"=ARRAYFORMULA(LET(text,{_plain(measure)},own,{own},"
        f'IF(ROW({measure})=ROW({header}),"{words(LOOKUP_HEADER)}",'
        f'IF({"+".join(idle)},"",'
        f'IF({_repeats("own", "own")},"{words(REPEATED)}",'
        # Of two rows at the run one may be gone: nobody knows whose state the other would get.
        f"IF(IFNA({_repeats('own', keys)},FALSE)+({twin})*({other}),{later},"
        f"{_beside_key(keys, states, later)}))))))"
    )


def own_key(tab: str) -> Formula:
    """«Контроль», column L: the key of the measure as it stood at the run; `tab` as for `key`."""
    return _for_both(key("A{row}", "B{row}", tab))


def plan_key(columns: Columns) -> Formula:
    """«Контроль», column M: the key of the plan tab's row of the same number, "" for a blank one.

    Whole columns and ROW(), so that no row inserted into the plan or taken from it moves them.
    """
    number, measure = (_beside(columns, field) for field in ("number", "measure"))
    return _for_both(f'IF({number}&{measure}="","",{key(number, measure)})')


def link(measure: str, words: Callable[[str], str]) -> Formula:
    """«Контроль», column I: the way to the plan's row that has the key now.

    `measure` is the letter of the plan's measure column, `words` translates what is shown. A key
    that two rows have leads nowhere, whether they are in the plan now or were at the run.
    """
    google = [_repeats("L{row}", cells) for cells in _KEYS]
    excel = [_repeats_in_excel("L{row}", cells) for cells in _KEYS]
    return Formula(
        google=_link_to(f'"{{link}}{measure}"&XMATCH(L{{row}},M:M)', google, words),
        excel=_link_to(f'"{{link}}{measure}"&MATCH(L{{row}},M:M,0)', excel, words),
    )


def _link_to(place: str, repeats: list[str], words: Callable[[str], str]) -> str:
    leads = f'HYPERLINK({place},"{words(OPEN)}")'
    twice = f'IF(OR({",".join(repeats)}),"{words(REPEATED)}",{leads})'
    return f'IFERROR({twice},"{words(NOT_FOUND)}")'


def _beside_key(keys: str, values: str, none: str) -> str:
    """The value beside the key, matched exactly: wildcards are escaped."""
    return f"XLOOKUP(own,{keys},{values},{none},0)"


def _repeats(value: str, cells: str) -> str:
    """True where the first match is not the last; #N/A where there is none."""
    return f"XMATCH({value},{cells},0)<>XMATCH({value},{cells},0,-1)"


def _repeats_in_excel(value: str, cells: str) -> str:
    """The same for programs without XMATCH: a match below the first one; False for none."""
    # From below the first match on: MATCH looks downwards only, and has no last one to compare.
    below = f"INDEX({cells},MATCH({value},{cells},0)+1):INDEX({cells},ROWS({cells}))"
    return f"ISNUMBER(MATCH({value},{below},0))"


def _plain(text: str) -> str:
    """Cut last: what CLEAN removes is lost on the way into a workbook, and must not count."""
    for blank in _BLANKS:
        text = f'SUBSTITUTE({text},{blank}," ")'
    return f"LEFT(TRIM(CLEAN({text})),{_KEPT})"


def _for_both(expression: str) -> Formula:
    # Newer than the file format, so files name it with this prefix; people see it without.
    return Formula(google=expression, excel=expression.replace("UNICHAR(", "_xlfn.UNICHAR("))


def _downward(columns: Columns, field: str) -> str:
    """The column from its header down, so that a row put right under the header is in the range."""
    letter = columns.letters.get(field)
    return f"{letter}{columns.row}:{letter}" if letter else _NO_CELL


def _beside(columns: Columns, field: str) -> str:
    letter = columns.letters.get(field)
    return f"INDEX({{plan}}!{letter}:{letter},ROW())" if letter else _NO_CELL


def _title(tab: str) -> str:
    # In quotation marks always: a blank or a digit in a bare title would break the formula.
    return "'{}'".format(tab.replace("'", "''"))
