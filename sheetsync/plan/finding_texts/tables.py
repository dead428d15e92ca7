"""What findings say about the table: its tabs and rows."""

from sheetsync.model.language import marked
from sheetsync.plan.finding_texts import (
    FindingText,
    deadline_note,
    error,
    lookup_warning,
    measure_error,
    measure_note,
    measure_warning,
    note,
    number_note,
    number_warning,
    status_warning,
    warning,
)

ABOUT_TABLES: dict[str, FindingText] = {
    "plan-other-year": error(
        marked("“{quote}” is a plan for {hint}, but the program's settings name another year."),
        marked(
            "Correct the heading or the tab, or ask the coordinator to correct the plan's year."
        ),
        marked("Correct the heading or the tab, or the year in sheetsync.toml, section [plan]."),
    ),
    "plan-other-period": warning(
        marked("“{quote}” is a plan for {hint}, but the program's settings name another period."),
        marked("Correct the heading, or ask the coordinator to correct the plan's period."),
        marked("Correct the heading, or the first and last day in sheetsync.toml, section [plan]."),
    ),
    "measure-empty": measure_error(
        marked("the measure has no name."), marked("Name the measure or delete the row.")
    ),
    "tab-taken": warning(
        marked(
            "the tab “{quote}” now holds other things, so its contents moved to the tab “{hint}”."
        ),
        marked("The program no longer touches the old tab."),
    ),
    "tab-protected": warning(
        marked("the tab “{quote}” is protected, so what stands on it is no longer updated."),
        marked("Unprotect it, or let the program's address edit it."),
    ),
    "tab-typed": warning(
        marked("the tab “{quote}” was converted to a table, so what stands on it is not updated."),
        marked("Open the menu of that table and choose “Convert to unformatted data”."),
    ),
    "tab-contradicts": warning(
        marked("the address of the sheet opens another tab ({quote}), and “{hint}” is read."),
        marked("Ask the coordinator to correct the sheet's address: to remove all after “/edit”."),
        marked("Correct the sheet's address in sheetsync.toml: remove all after “/edit”."),
    ),
    "tab-no-plan": note(
        marked("the tab “{quote}” is left out: it has no row with the headers of a plan."),
        marked(
            "If it is a part of the plan, write the headers of its columns as on the other tabs."
        ),
    ),
    "tab-unread": error(
        marked("{hint} The tab “{quote}” is not read, its measures do not count."),
        marked("If it is no plan, tell the coordinator which tabs are."),
        marked("If it is no plan, name the tabs that are in sheetsync.toml, section [plan]."),
    ),
    "tab-other-year": note(
        marked("the tab “{quote}” is left out: it is the plan of {hint}."),
        marked(
            "If it is a part of this plan, correct the year in the tab's title or above the table."
        ),
    ),
    "responsible-nowhere": warning(
        marked("no column names who is responsible: the coordinator is asked about every measure."),
        marked("Add a column “Responsible”."),
    ),
    "responsible-of-tab": note(
        marked("where nobody is named, “{quote}” is responsible: that is the tab's title."),
        marked("If that is wrong, write the responsible parties into the rows."),
    ),
    "lookup-replaced": lookup_warning(
        marked("“{quote}” has replaced the formula in the header, so the states are not updated."),
        marked("Run “sheetsync setup-sheet --repair”: it puts the formula back."),
    ),
    "lookup-gone": lookup_warning(
        marked("the header has lost its formula, so the states are not updated."),
        marked("Run “sheetsync setup-sheet --repair”: it puts the formula back."),
    ),
    "lookup-blocked": lookup_warning(
        marked("the formula shows “{quote}” instead of the state: something is blocking it."),
        marked("Run “sheetsync setup-sheet --repair”: what was written is kept in notes."),
    ),
    "lookup-astray": lookup_warning(
        marked(
            "the formula reads the wrong cells: the state beside a measure may be another one's."
        ),
        marked(
            "Run “sheetsync setup-sheet --repair”: it puts the formula back. Delete a copy "
            "of this column."
        ),
    ),
    "identity-doubt": measure_warning(
        marked("“{quote}” may be the former {hint}, but this is not certain."),
        marked("Say which measure it is: sheetsync history link."),
    ),
    "measure-duplicate": measure_warning(
        marked("row {hint} has the same measure, parties and deadline."),
        marked("Keep one of the rows or make clear how they differ."),
    ),
    "rows-merged": measure_note(
        marked("each row of a measure whose cells are merged counts as an item of its own."),
        marked("If it is one item, write all its parties into one cell of one row."),
    ),
    "section-assumed": measure_note(
        marked("“{quote}” is read as a section heading: the row has no other cells."),
        marked("If it is a measure, add its number, deadline and responsible parties."),
    ),
    "deadline-of-section": deadline_note(
        marked("the cell is empty, so the deadline is that of the heading: “{quote}”."),
        marked("If another deadline holds, enter it."),
    ),
    "table-unread": warning(
        marked("another table begins here that lacks a column of a plan; its rows do not count."),
        marked("If it is a plan, name its columns of measures, deadlines and responsible parties."),
    ),
    "row-header": note(
        marked("the row is read as the header of a further table: {hint}."),
        marked("If it is a measure, give it a number or write its deadline out."),
    ),
    "heading-marked": status_warning(
        marked("the mark “{quote}” stands beside a heading and does not count."),
        marked("Repeat it beside the items below that it is about."),
    ),
    "ditto-dash": note(
        marked("a dash below words is read as “the same”: “{quote}”."),
        marked("If nothing is meant to be here, clear the cell."),
    ),
    "row-aside": note(
        marked("“{quote}” does not look like a measure and does not count."),
        marked("If it is a measure, add its number, deadline and responsible parties."),
        several=marked(
            "{names} do not look like measures and do not count. If one is a measure, add its"
            " number, deadline and responsible parties."
        ),
    ),
    "row-struck": measure_warning(
        marked("“{quote}” is struck out, so the measure does not count."),
        marked("Dropped? Delete the row. Done? Remove the strike-through and write a status."),
        unmarked=marked(
            "Dropped? Delete the row. Done? Remove the strike-through and add a column “Status”."
        ),
    ),
    "words-struck": note(
        marked("the struck-out “{quote}” does not count."),
        marked("Delete the struck-out words or, if they still hold, remove the strike-through."),
    ),
    "formula-uncalculated": error(
        marked("the formula has not been calculated, so the workbook has no value; {hint}."),
        marked("Open and save the workbook in Excel or LibreOffice."),
    ),
    "heading-dated": deadline_note(
        marked("the row is read as a heading of the items below; its “{quote}” does not count."),
        marked("If the row is a measure too, give it an item of its own."),
    ),
    "row-unread": note(
        marked("“{quote}” does not count: the row has nothing in the columns of the plan."),
        marked("If it is a measure, write it into the columns of measures and deadlines."),
    ),
    "rows-above": warning(
        marked("rows {hint} look like another table above the plan's header and do not count."),
        marked("If they are measures, give them the headers that the other table has."),
    ),
    "tabs-beside": warning(
        marked("other tabs are called times as well and are not read: {hint}."),
        marked('If they are one plan together, write tab = "*" into the section [plan].'),
    ),
    "number-empty": number_warning(
        marked("there is no number."), marked("Add the measure's number.")
    ),
    "number-duplicate": number_warning(
        marked("number {quote} is already used in row {hint}."),
        marked("Correct one of the two numbers."),
    ),
    "number-gap": number_note(
        marked("before number {quote} the plan has no {hint}."),
        marked("If those measures were removed from the plan, there is nothing to do."),
    ),
    "cell-error": status_warning(
        marked("the cell shows a formula error (“{quote}”); {hint}."),
        marked("Correct the formula or type the words in."),
    ),
}
