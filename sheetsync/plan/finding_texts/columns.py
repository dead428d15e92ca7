"""What findings say about columns: what was taken for what, and what stands in none."""

from sheetsync.model.language import marked
from sheetsync.plan.finding_texts import FindingText, deadline_note, deadline_warning, note, warning

# Suggestions, to whoever reads the sheet and to the coordinator.
_DEADLINES_HOLD = (
    marked("If its deadlines hold, tell its header to the coordinator."),
    marked("If its deadlines hold, enter its header in columns.toml, section [deadline]."),
)
_PARTIES_ANSWER = (
    marked("If its parties answer for measures, tell its header to the coordinator."),
    marked(
        "If its parties answer for measures, enter its header in columns.toml, section "
        "[responsible]."
    ),
)

ABOUT_COLUMNS: dict[str, FindingText] = {
    "period-words": deadline_note(
        marked(
            "“{quote}” in the column “{hint}” is read as a mark: the deadline is the whole period."
        ),
        marked("If it is a party, write it into the column of the responsible."),
    ),
    "period-number": deadline_note(
        marked(
            "the number {quote} in the column “{hint}” is read as a mark: the deadline is "
            "the whole period."
        ),
        marked("If it is a day, write it as a date."),
    ),
    "period-days": note(
        marked("the numbers below these months are read as their days."),
        marked("If they are counts, add a column of their total."),
    ),
    "rows-of-facts": note(
        marked("the rows of what came to be are read as marks of the measures above them."),
        marked("If they are measures of their own, clear this column there."),
    ),
    "period-amounts": note(
        marked("amounts are read as marks: the deadline is the whole period."),
        marked("If a measure has another deadline, add a column “Deadline”."),
    ),
    "period-contradicted": deadline_warning(
        marked(
            "“{quote}” stands in the column “{hint}” but names another time; the words are read."
        ),
        marked("Move the words to the right column or correct the date."),
    ),
    "deadline-begins": warning(
        marked("deadlines are read from this column: none tells a last day."),
        marked("If a measure takes longer than a day, add a column “Deadline” with its last day."),
    ),
    "deadline-end-assumed": note(
        marked("deadlines are read from this column: its days follow those of “{hint}”."),
        marked("If that is wrong, give the right column the header “Deadline”."),
    ),
    "deadline-several": warning(
        marked("the days of several columns together are the deadline: {quote}."),
        marked("If only one of them is, give it the header “Deadline”."),
    ),
    "deadline-units": note(
        marked("the numbers of this column are read as {hint} of the year."),
        marked("If they tell how long a measure takes, call the column “Duration”."),
    ),
    "deadline-other": warning(
        marked("does not count: deadlines are read from “{hint}”."),
        *_DEADLINES_HOLD,
    ),
    "deadline-new": deadline_warning(
        marked("the new deadline “{quote}” from the column “{hint}” holds, not this one."),
        marked("If this one still holds, take the new one out."),
    ),
    "deadline-new-unclear": deadline_warning(
        marked("“{quote}” in the column “{hint}” is not understood as a deadline; this one holds."),
        marked("Write the new deadline there in other words."),
    ),
    "deadline-moved": deadline_note(
        marked(
            "the deadline is “{quote}” from the column “{hint}”: here it is struck out or blank."
        ),
        marked("If another deadline holds, write it into this cell."),
    ),
    "deadline-other-month": deadline_warning(
        marked("“{quote}” does not lie in “{hint}” beside it; the words of this cell are read."),
        marked("Please correct whichever is wrong."),
    ),
    "deadline-begun-later": deadline_warning(
        marked("“{quote}” is before the beginning “{hint}”: only the last day counts."),
        marked("Correct the beginning or the deadline."),
    ),
    "measure-other": note(
        marked("does not count: measures are read from “{hint}”."),
        marked("If its measures hold, tell its header to the coordinator."),
        marked("If its measures hold, enter its header in columns.toml, section [measure]."),
    ),
    "measures-beside": warning(
        marked("does not count, though it may hold measures, too: they are read from “{hint}”."),
        marked("If it does, write its measures into rows of their own below that column."),
    ),
    "responsible-other": warning(
        marked("does not count: responsible parties are read from “{hint}”."),
        *_PARTIES_ANSWER,
    ),
    "places-in-column": note(
        marked("names places, too: they are not taken for responsible parties."),
        marked("If one of them does answer, write who of it: “head of the library”."),
    ),
    "column-days": warning(
        marked(
            "does not count, though it looks like deadlines ({quote}): they are read from “{hint}”."
        ),
        *_DEADLINES_HOLD,
    ),
    "column-parties": note(
        marked(
            "does not count, though it looks like parties ({quote}): they are read from “{hint}”."
        ),
        *_PARTIES_ANSWER,
    ),
    "column-headless": note(
        marked("the column has no header, and what stands there does not count: “{quote}”."),
        marked("If it belongs to the plan, give it a header."),
    ),
    "column-measures": warning(
        marked(
            "does not count, though it tells more than the measures ({quote}): they are read from "
            "“{hint}”."
        ),
        marked("If its measures hold, tell its header to the coordinator."),
        marked("If its measures hold, enter its header in columns.toml, section [measure]."),
    ),
    "column-other-year": warning(
        marked("is read, but names the year {hint}, which is not the plan's."),
        marked("If another column holds this year's, tell its header to the coordinator."),
        marked("If another column holds this year's, enter its header in columns.toml."),
    ),
    "marks-lost": deadline_warning(
        marked("the row has {hint} marks, but only as many days were understood: {quote}."),
        marked("Write the deadlines of this measure into one cell."),
    ),
    "status-assumed": note(
        marked("the column “{quote}” is read as the status."),
        marked("If the status is in another column, tell the coordinator its header."),
        marked("If the status is in another column, enter its header in columns.toml, [status]."),
    ),
    "measure-assumed": note(
        marked("what is to be done is read from this column."),
        marked("If that is wrong, give the right column the header “Measure”."),
    ),
    "deadline-assumed": note(
        marked("deadlines are read from this column, which has no header."),
        marked("Give it the header “Deadline”."),
    ),
    "responsible-assumed": note(
        marked("responsible parties are read from this column, though its header does not say so."),
        marked("Give it the header “Responsible”."),
    ),
    "deadline-likely": warning(
        marked("deadlines are read from the column “{quote}”: its cells tell them."),
        marked(
            "If that is right, accept its header: “sheetsync validate --accept-columns”; if not, "
            "give the right column the header “Deadline”."
        ),
    ),
    "responsible-likely": warning(
        marked("the responsible are read from the column “{quote}”: its cells name parties."),
        marked(
            "If that is right, accept its header: “sheetsync validate --accept-columns”; if not, "
            "give the right column the header “Responsible”."
        ),
    ),
    "status-unfound": warning(
        marked("no status column was found; “{quote}” looks like one."),
        marked("If the status is kept here, name the column “Status”."),
    ),
    "status-blank": warning(
        marked("the status column is blank, and “{quote}” looks like one."),
        marked("If the status is kept here, move it into the status column."),
    ),
}
