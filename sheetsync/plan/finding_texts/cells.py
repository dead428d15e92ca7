"""What findings say about the words of a cell: a deadline, a party, a mark."""

from sheetsync.model import Severity
from sheetsync.model.language import marked
from sheetsync.plan.finding_texts import (
    FindingText,
    deadline_error,
    deadline_note,
    deadline_warning,
    error,
    responsible_error,
    responsible_note,
    responsible_warning,
    status_note,
    status_warning,
    warning,
)

ABOUT_CELLS: dict[str, FindingText] = {
    "deadline-empty": deadline_error(
        marked("no deadline is given{hint}."),
        marked("Enter, for example, “April”, “by 15 May” or “all year round”."),
    ),
    "deadline-not-understood": deadline_error(
        marked("the deadline “{quote}” could not be read."),
        marked("Write, for example, “April”, “by 15 May” or “all year round”."),
    ),
    "deadline-decimal": deadline_error(
        marked("the number {quote} may stand for {quote} or for {quote}0, nobody knows which."),
        marked("Write the month as a word or as two digits."),
    ),
    "deadline-ditto": deadline_error(
        marked("“{quote}” repeats the deadline above, and this section has none above it."),
        marked("Write the deadline in words."),
    ),
    "deadline-ambiguous": deadline_error(
        marked("the deadline “{quote}” can be read in two ways: {hint}."),
        marked("Write it so that only one of them is left."),
    ),
    "milestone-outside": deadline_warning(
        marked("the measure itself says “{quote}”, this column another time; the column counts."),
        marked("Please correct whichever is wrong."),
    ),
    "milestone-earlier": deadline_note(
        marked(
            "the measure itself says “{quote}”, this column a later day; the earlier one counts."
        ),
        marked("If that is wrong, take that day out of the measure."),
    ),
    "deadline-remark": deadline_note(
        marked("understood: {hint}; left out: {quote}."),
        marked(
            "If these words change the deadline, write it differently; if not, nothing "
            "needs to be done."
        ),
    ),
    "deadline-serial": deadline_error(
        marked(
            "the deadline “{quote}” is a plain number; if it is a date that lost its format, "
            "it is {hint}."
        ),
        marked("Give the cell a date format or write the deadline in words."),
    ),
    "deadline-impossible": deadline_error(
        marked("“{quote}” is not a possible date: {hint}."), marked("Correct the date.")
    ),
    "deadline-outside-period": deadline_error(
        marked("the deadline “{quote}” is {hint}."), marked("Correct the deadline or add its year.")
    ),
    "deadline-which-year": deadline_error(
        marked("the deadline “{quote}”: {hint}."), marked("Enter the deadline with its year.")
    ),
    "deadline-typo": deadline_warning(
        marked("“{quote}” was read as “{hint}”."), marked("Correct the typo.")
    ),
    "deadline-next-year": deadline_warning(
        marked("the order of “{quote}” runs into the next year, so it was read as “{hint}”."),
        marked("If this is intended, add the year; otherwise correct the order."),
    ),
    "deadline-outside-year": deadline_warning(
        marked("the deadline “{quote}” is {hint}, outside the plan's year."),
        marked("Check the year; if it is right, there is nothing to do."),
    ),
    "deadline-years-copied": deadline_warning(
        marked("the years seem to be those of a plan that was copied: {hint}."),
        marked(
            "Correct the years, or letters remind of these measures wrongly; if the years are "
            "right, there is nothing to do."
        ),
    ),
    "deadline-waits": deadline_note(
        marked("the deadline “{quote}” depends on others. This is not a mistake."),
        marked("Once the date is known, enter it in the status column."),
        unmarked=marked("Once the date is known, enter it in place of these words."),
    ),
    "column-required": error(
        marked("the plan lacks the required column “{quote}”."),
        marked("Add the column, or tell the coordinator that it is not needed."),
        marked("Add the column, or ask for it no longer in columns.toml (required)."),
    ),
    "cell-required": error(
        marked("the cell is empty, but the column is required."), marked("Fill in the value.")
    ),
    "cell-repeated": warning(
        marked("“{quote}” already stands in row {hint}, but the values of this column are unique."),
        marked("Correct one of the two values."),
    ),
    "value-unknown": warning(
        marked("“{quote}” is none of this column's values; the nearest is “{hint}”."),
        marked("Correct the value, or ask the coordinator to add it to the list."),
        marked("Correct the value, or add it to the list in columns.toml (values)."),
    ),
    "responsible-empty": responsible_error(
        marked("no responsible party is named."), marked("Name the responsible party.")
    ),
    "responsible-unknown": responsible_warning(
        marked("“{quote}” is not in the list of responsible parties{hint}."),
        marked("Correct the name, or ask the coordinator to add it to the list."),
        marked("Correct the name, or add it to departments.toml."),
    ),
    "responsible-similar": responsible_warning(
        marked("“{quote}” looks like “{hint}”."),
        marked("Correct it or confirm that they are the same."),
    ),
    "responsible-or-place": responsible_warning(
        marked("“{quote}” may be the place or the responsible party; it was taken for the party."),
        marked("Write who answers, for example “head of the library”."),
    ),
    "responsible-helps": responsible_warning(
        marked(
            "nobody is named in the column of the responsible; “{quote}”, named as a helper, leads."
        ),
        marked("Write who answers."),
    ),
    "responsible-watches": responsible_warning(
        marked(
            "according to the cell, “{quote}” only helps or watches, but leads: nobody else is "
            "named."
        ),
        marked("Write who answers."),
    ),
    "responsible-hands-over": responsible_warning(
        marked("Who answers changes on the way, but letters go to “{quote}” all the time."),
        marked("Once the day has come, write only who answers from then on."),
    ),
    "responsible-deadline": responsible_warning(
        marked("“{quote}” stands among those who answer, and counts for no deadline."),
        marked("Write it into the column of deadlines."),
    ),
    "responsible-one-person": responsible_note(
        marked("“{quote}” was read as one person."),
        marked("If they are two people, put a semicolon between them."),
    ),
    "responsible-after-sign": responsible_note(
        marked("“{quote}” was read as a party of its own, because “&” stands before it."),
        marked(
            "If it is only a part of the name before it, ask the coordinator to add the whole "
            "name to the list."
        ),
        marked(
            "If it is only a part of the name before it, add the whole name to departments.toml."
        ),
    ),
    "no-lead": responsible_error(
        marked(
            "nobody can be reminded: none of the responsible parties has an e-mail "
            "address. For now this goes to the coordinator."
        ),
        marked(
            "Correct a name that is not in the list; otherwise tell the coordinator which address "
            "to write to, or through whom they can be reached."
        ),
        marked(
            "Correct a name that is not in departments.toml; otherwise enter an address there, or "
            "the name of somebody through whom they can be reached (via)."
        ),
    ),
    "no-address": responsible_warning(
        marked("“{quote}” has no e-mail address, so no letter can be sent."),
        marked("Tell the coordinator its address."),
        marked("Enter the address in departments.toml."),
        several=marked(
            "{names} have no e-mail address, so no letters can be sent. Enter the addresses in"
            " departments.toml."
        ),
    ),
    "lead-not-told": responsible_warning(
        marked(
            "“{quote}” is responsible for the measure but gets no letters: the coordinator "
            "will be asked instead."
        ),
        marked("Name somebody else, or ask the coordinator to turn letters on for this one."),
        marked("Name somebody else, or turn letters on for this one in departments.toml (tell)."),
    ),
    "done-before-start": status_warning(
        marked("“{quote}” is earlier than the measure could have begun ({hint})."),
        marked("Check the completion date or the deadline."),
    ),
    "done-all-year": status_note(
        marked("“{quote}” gives no date for year-round work: the measure counts as closed."),
        marked("If the work continues, say what was done, and when."),
    ),
    "merged-nowhere": status_warning(
        marked("“{quote}”: the plan has no measure {hint}, so this one stays open."),
        marked("Correct the number of the measure."),
    ),
    "merged-unnamed": status_warning(
        marked("“{quote}” names no measure of the plan, so this one stays open."),
        marked("Enter “merged with item 12”, say, or “cancelled” if nothing is left to do here."),
    ),
    "progress-unclear": status_warning(
        marked("the status “{quote}” is unclear."),
        marked("Enter “done” and the date, “in progress” or “postponed to …”."),
    ),
    "progress-no-effect": status_warning(
        marked(
            "in the status “{quote}” it is unclear which of the measure's dates {hint} refers to."
        ),
        marked("Enter, for example, “March – done”."),
    ),
    "progress-proof": status_warning(
        marked("“{quote}” names a document but not what was done, so the measure stays open."),
        marked("If it is done, enter “done” and the date."),
    ),
    "progress-preparation": status_warning(
        marked("“{quote}” may be only a step or a part, so the measure stays open."),
        marked("If it is done, enter “done” and the date."),
    ),
    "mark-in-note": FindingText(
        Severity.WARNING,
        "note",
        marked(
            "“{quote}” looks like a mark, but it stands beside the status column, so the measure "
            "counts as open."
        ),
        marked("Enter it into the status column."),
        unmarked=marked("If the status is kept here, name the column “Status”."),
    ),
    "mark-in-deadline": deadline_error(
        marked("“{quote}” looks like a mark and stands in the place of the deadline."),
        marked("Enter it into the status column, and the deadline here again."),
        unmarked=marked("Add a column “Status” for it, and enter the deadline here again."),
    ),
    "mark-in-responsible": responsible_warning(
        marked(
            "“{quote}” looks like a mark, but it stands among the responsible parties, so the "
            "measure counts as open."
        ),
        marked("Enter it into the status column, and leave only names here."),
        unmarked=marked("Add a column “Status” for it, and leave only names here."),
    ),
    "progress-question": status_warning(
        marked("the status “{quote}” contains a question, so the measure stays open."),
        marked("If it is done, enter “done” and the date."),
    ),
    "progress-impossible-date": status_warning(
        marked("the status “{quote}” names an impossible date: {hint}."),
        marked("Correct the date."),
    ),
    "progress-future-fact": status_warning(
        marked("the status “{quote}” says it is done, but that day has not come yet."),
        marked("Correct the date or enter “planned for …”."),
    ),
    "progress-postponed-without-date": status_warning(
        marked("“{quote}” postpones without a new date, so the deadline stays as it was."),
        marked("Enter, for example, “postponed to 15 September”."),
    ),
    "progress-handover": status_warning(
        marked("“{quote}” looks like a handover, but the plan still names the same parties."),
        marked("If the lead has changed, correct the column of responsible parties."),
    ),
    "progress-partial": status_note(
        marked("“{quote}” counts as partly done."),
        marked("If it is closed, enter “done” and the date."),
    ),
}
