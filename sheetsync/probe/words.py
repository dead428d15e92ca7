"""What the probe of Google found, in words for people."""

from collections.abc import Mapping

from sheetsync.languages import _
from sheetsync.model.language import marked
from sheetsync.probe.questions import Answer, Found, Question

QUESTIONS: Mapping[Question, str] = {
    Question.ROW_METADATA: marked("Metadata of a row after sorting"),
    Question.STRICT_TYPED_DATA: marked("Strict validation and writing data (updateCells)"),
    Question.STRICT_TYPED_IN: marked("Strict validation and writing as typed (USER_ENTERED)"),
    Question.LONG_TEXT: marked("A text of 50,001 characters"),
    Question.DATES: marked("Dates typed the Russian way (USER_ENTERED)"),
    Question.COLUMN_MARK: marked("A column's mark, removed and set again in one request"),
    Question.COLUMN_GUARD: marked("Protection of a header after its column is deleted"),
    Question.SENT: marked("The requests that the program itself sends, one of each kind"),
    Question.QUOTA: marked("Headers of the reply 429"),
}
_STRICT: Mapping[Answer, str] = {
    Answer.REFUSED: marked("the write is refused: the rule binds programs, too."),
    Answer.ACCEPTED: marked("the write is accepted: the rule stops only people."),
    Answer.CHANGED: marked("there was no error, but the cell does not hold what was written."),
}
ANSWERS: Mapping[Question, Mapping[Answer, str]] = {
    Question.ROW_METADATA: {
        Answer.TRAVELS: marked("travelled with the row."),
        Answer.STAYS: marked("stayed in place, at another row."),
        Answer.LOST: marked("got lost."),
        Answer.OTHER: marked(
            "cannot be told: the rows or the metadata are not where they were expected."
        ),
    },
    Question.STRICT_TYPED_DATA: _STRICT,
    Question.STRICT_TYPED_IN: _STRICT,
    Question.LONG_TEXT: {
        Answer.REFUSED: marked("refused."),
        Answer.ACCEPTED: marked("accepted as a whole."),
        Answer.CHANGED: marked("there was no error, but the cell lacks a part of the text."),
    },
    Question.DATES: {
        Answer.DAY_FIRST: marked("“01.02.2026” is the date 1 February."),
        Answer.MONTH_FIRST: marked("“01.02.2026” is the date 2 January!"),
        Answer.TEXT: marked("“01.02.2026” stayed a text."),
        Answer.OTHER: marked("“01.02.2026” became something else."),
        Answer.SKIPPED: marked("not tried: the locale of the sheet is not Russian."),
    },
    Question.COLUMN_MARK: {
        Answer.ACCEPTED: marked("can be set only where it was: setup-sheet mistakes no columns."),
        Answer.CHANGED: marked(
            "can be set on another column! Do not edit the tab during setup-sheet."
        ),
        Answer.REFUSED: marked("cannot be set: setup-sheet can neither repair nor remove columns."),
    },
    Question.COLUMN_GUARD: {
        Answer.REFUSED: marked(
            "disappears with the column: setup-sheet will not touch the one beside it."
        ),
        Answer.ACCEPTED: marked(
            "stays without the column! Do not delete columns during setup-sheet."
        ),
    },
    Question.SENT: {
        Answer.ACCEPTED: marked("all are accepted."),
        Answer.REFUSED: marked("not all are accepted! Send this output to the developers."),
    },
    Question.QUOTA: {
        Answer.SEEN: marked("recorded."),
        Answer.NOT_SEEN: marked(
            "there was no such reply, and the program does not exhaust the quota on purpose."
        ),
    },
}
_FAILED = marked("could not be tried.")
_FACTS = {
    "rows": marked("rows now"),
    "marked": marked("metadata at the row"),
    "length": marked("characters in the cell"),
    "taken": marked("accepted"),
    "status": marked("status code"),
    "message": marked("Google's words"),
    "locale": marked("locale of the sheet"),
    "error": marked("cause"),
}


def lines_of(found: Found) -> list[str]:
    """The question with its answer, then a line a fact."""
    answer = _(ANSWERS[found.question].get(found.answer, _FAILED))
    facts = [f"  {_(_FACTS.get(name, name))}: {fact}" for name, fact in found.facts.items()]
    return [f"{_(QUESTIONS[found.question])}: {answer}", *facts]
