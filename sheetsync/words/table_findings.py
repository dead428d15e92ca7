"""What findings say about the table: its tabs and rows."""

from sheetsync.model import Severity
from sheetsync.model.frozen import frozen_positional
from sheetsync.model.language import marked

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@frozen_positional
class Wording:
    """A finding's words: `{quote}` and `{hint}` are filled in from the doubt.

    `own` is the suggestion where the coordinator reads it, whom the usual one sends to himself.
    """

    severity: Severity
    field: str  # the column it is about; "" where it is the whole row
    sentence: str
    suggestion: str
    own: str = ""


ABOUT_TABLES: dict[str, Wording] = {
    "plan-other-year": Wording(
        _ERROR,
        "",
        marked("“{quote}” is a plan for {hint}, but the program's settings name another year."),
        marked(
            "Correct the heading or the tab, or ask the coordinator to correct the plan's year."
        ),
        marked("Correct the heading or the tab, or the year in sheetsync.toml, section [plan]."),
    ),
    "plan-other-period": Wording(
        _WARNING,
        "",
        marked("“{quote}” is a plan for {hint}, but the program's settings name another period."),
        marked("Correct the heading, or ask the coordinator to correct the plan's period."),
        marked("Correct the heading, or the first and last day in sheetsync.toml, section [plan]."),
    ),
    "measure-empty": Wording(
        _ERROR,
        "measure",
        marked("the measure has no name."),
        marked("Name the measure or delete the row."),
    ),
    "tab-taken": Wording(
        _WARNING,
        "",
        marked(
            "the tab “{quote}” now holds other things, so its contents moved to the tab “{hint}”."
        ),
        marked("The program no longer touches the old tab."),
    ),
    "tab-protected": Wording(
        _WARNING,
        "",
        marked("the tab “{quote}” is protected, so what stands on it is no longer updated."),
        marked("Unprotect it, or let the program's address edit it."),
    ),
    "tab-typed": Wording(
        _WARNING,
        "",
        marked("the tab “{quote}” was converted to a table, so what stands on it is not updated."),
        marked("Open the menu of that table and choose “Convert to unformatted data”."),
    ),
    "tab-contradicts": Wording(
        _WARNING,
        "",
        marked("the address of the sheet opens another tab ({quote}), and “{hint}” is read."),
        marked("Ask the coordinator to correct the sheet's address: to remove all after “/edit”."),
        marked("Correct the sheet's address in sheetsync.toml: remove all after “/edit”."),
    ),
    "tab-no-plan": Wording(
        _NOTE,
        "",
        marked("the tab “{quote}” is left out: it has no row with the headers of a plan."),
        marked(
            "If it is a part of the plan, write the headers of its columns as on the other tabs."
        ),
    ),
    "tab-unread": Wording(
        _ERROR,
        "",
        marked("{hint} The tab “{quote}” is not read, its measures do not count."),
        marked("If it is no plan, tell the coordinator which tabs are."),
        marked("If it is no plan, name the tabs that are in sheetsync.toml, section [plan]."),
    ),
    "tab-other-year": Wording(
        _NOTE,
        "",
        marked("the tab “{quote}” is left out: it is the plan of {hint}."),
        marked(
            "If it is a part of this plan, correct the year in the tab's title or above the table."
        ),
    ),
    "responsible-nowhere": Wording(
        _WARNING,
        "",
        marked("no column names who is responsible: the coordinator is asked about every measure."),
        marked("Add a column “Responsible”."),
    ),
    "responsible-of-tab": Wording(
        _NOTE,
        "",
        marked("where nobody is named, “{quote}” is responsible: that is the tab's title."),
        marked("If that is wrong, write the responsible parties into the rows."),
    ),
    "lookup-replaced": Wording(
        _WARNING,
        "lookup",
        marked("“{quote}” has replaced the formula in the header, so the states are not updated."),
        marked("Run “sheetsync setup-sheet --repair”: it puts the formula back."),
    ),
    "lookup-blocked": Wording(
        _WARNING,
        "lookup",
        marked("the formula shows “{quote}” instead of the state: something is blocking it."),
        marked("Run “sheetsync setup-sheet --repair”: what was written is kept in notes."),
    ),
    "lookup-astray": Wording(
        _WARNING,
        "lookup",
        marked(
            "the formula reads the wrong cells: the state beside a measure may be another one's."
        ),
        marked(
            "Run “sheetsync setup-sheet --repair”: it puts the formula back. Delete a copy "
            "of this column."
        ),
    ),
    "identity-doubt": Wording(
        _WARNING,
        "measure",
        marked("“{quote}” may be the former {hint}, but this is not certain."),
        marked("Say which measure it is: sheetsync history link."),
    ),
    "measure-duplicate": Wording(
        _WARNING,
        "measure",
        marked("row {hint} has the same measure, parties and deadline."),
        marked("Keep one of the rows or make clear how they differ."),
    ),
    "section-assumed": Wording(
        _NOTE,
        "measure",
        marked("“{quote}” is read as a section heading: the row has no other cells."),
        marked("If it is a measure, add its number, deadline and responsible parties."),
    ),
    "table-unread": Wording(
        _WARNING,
        "",
        marked("another table begins here that lacks a column of a plan; its rows do not count."),
        marked("If it is a plan, name its columns of measures, deadlines and responsible parties."),
    ),
    "row-header": Wording(
        _NOTE,
        "",
        marked("the row is read as the header of a further table: {hint}."),
        marked("If it is a measure, give it a number or write its deadline out."),
    ),
    "heading-marked": Wording(
        _WARNING,
        "status",
        marked("the mark “{quote}” stands beside a heading and does not count."),
        marked("Repeat it beside the items below that it is about."),
    ),
    "ditto-dash": Wording(
        _NOTE,
        "",
        marked("a dash below words is read as “the same”: “{quote}”."),
        marked("If nothing is meant to be here, clear the cell."),
    ),
    "row-aside": Wording(
        _NOTE,
        "",
        marked("“{quote}” does not look like a measure and does not count."),
        marked("If it is a measure, add its number, deadline and responsible parties."),
    ),
    "row-struck": Wording(
        _WARNING,
        "measure",
        marked("“{quote}” is struck out, so the measure does not count."),
        marked("Dropped? Delete the row. Done? Remove the strike-through and write a status."),
    ),
    "words-struck": Wording(
        _NOTE,
        "",
        marked("the struck-out “{quote}” does not count."),
        marked("Delete the struck-out words or, if they still hold, remove the strike-through."),
    ),
    "formula-uncalculated": Wording(
        _ERROR,
        "",
        marked("the formula has not been calculated, so the workbook has no value; {hint}."),
        marked("Open and save the workbook in Excel or LibreOffice."),
    ),
    "heading-dated": Wording(
        _NOTE,
        "deadline",
        marked("the row is read as a heading of the items below; its “{quote}” does not count."),
        marked("If the row is a measure too, give it an item of its own."),
    ),
    "row-unread": Wording(
        _NOTE,
        "",
        marked("“{quote}” does not count: the row has nothing in the columns of the plan."),
        marked("If it is a measure, write it into the columns of measures and deadlines."),
    ),
    "rows-above": Wording(
        _WARNING,
        "",
        marked("rows {hint} look like another table above the plan's header and do not count."),
        marked("If they are measures, give them the headers that the other table has."),
    ),
    "tabs-beside": Wording(
        _WARNING,
        "",
        marked("other tabs are called times as well and are not read: {hint}."),
        marked('If they are one plan together, write tab = "*" into the section [plan].'),
    ),
    "number-empty": Wording(
        _WARNING, "number", marked("there is no number."), marked("Add the measure's number.")
    ),
    "number-duplicate": Wording(
        _WARNING,
        "number",
        marked("number {quote} is already used in row {hint}."),
        marked("Correct one of the two numbers."),
    ),
    "number-gap": Wording(
        _NOTE,
        "number",
        marked("before number {quote} the plan has no {hint}."),
        marked("If those measures were removed from the plan, there is nothing to do."),
    ),
    "cell-error": Wording(
        _WARNING,
        "status",
        marked("the cell shows a formula error (“{quote}”); {hint}."),
        marked("Correct the formula or type the words in."),
    ),
}
