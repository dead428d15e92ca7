"""Board papers: an overview, proposals for decisions, and the plan beside what was done."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sheetsync.model import (
    STATES,
    Item,
    Meaning,
    Measure,
    PaperGroup,
    PaperItem,
    PaperLead,
    PaperNumber,
    PaperRow,
    Papers,
    State,
)
from sheetsync.model.grouping import grouped
from sheetsync.model.language import capital, marked
from sheetsync.summary.changed import changes_in_words
from sheetsync.summary.discipline import reckoned
from sheetsync.summary.head import counts_by_state
from sheetsync.summary.inputs import Inputs
from sheetsync.summary.lists import NEAR, NO_RESULT, late_items, near_items
from sheetsync.summary.questions import questions
from sheetsync.summary.sitting import (
    hearings,
    hearings_in_words,
    not_listed,
    proposals_in_words,
    settled_in_words,
    state_words,
)
from sheetsync.words.cleaning import tidy
from sheetsync.words.clipping import bound, clip
from sheetsync.words.occurrence_names import occurrence_said

# The overview has to stay on one page, however long the lists and their texts are.
_LINES, _ITEMS_AT_MOST, _NEAR_AT_LEAST = 12, 10, 3
_LEADS_A_LINE = 3  # of a table of one line each, where a measure takes two or three
_MEASURE, _DEADLINE, _LEAD, _STATUS = 66, 22, 40, 28  # two lines of their columns
_HEARINGS, _HEARD = 15, 95  # of a sitting's agenda, and characters of each: two lines in print
_OF_GROUP = 50, 22  # characters of a measure and of its mark that a single line holds
_OCCURRENCES, _NAME = 6, 60  # of a measure that are told one by one
_READ_AS = {
    Meaning.UNCLEAR: marked("the mark is not understood"),
    Meaning.PARTIAL: marked("taken as done in part"),
}
_LAST_DAY = marked("{deadline}, last day {day}")
_MOVED_TO = marked("{deadline}, moved to {day}")
# Of a list that is empty, and of one that leaves some out.
_OF_LATE = marked("Nothing is overdue."), marked("{deadlines} more: below, by responsible party.")
_OF_NEAR = marked("No deadlines."), marked("{deadlines} more: in the plan that follows.")


def papers(inputs: Inputs, *, taken: date | None = None) -> Papers:
    """The papers as of the agenda's day; `taken` is the day of the snapshot it was made from."""
    agenda, language = inputs.agenda, inputs.language
    late, near = late_items(agenda), near_items(agenda)
    asked = tuple(map(bound, questions(inputs)))
    leads = tuple(_paper_leads(inputs))
    room = min(_ITEMS_AT_MOST, _LINES - len(asked) - len(leads) // _LEADS_A_LINE)
    # However much is late, some lines stay for what a sitting can still act on; and however many
    # lead, some for what is late.
    room = max(room, 2 * _NEAR_AT_LEAST)
    shown_late = late[: room - min(len(near), _NEAR_AT_LEAST)]
    shown_near = near[: room - len(shown_late)]
    sitting, since = inputs.context.sitting, inputs.context.since
    heard = hearings(inputs) if sitting else []
    return Papers(
        title=tidy(agenda.plan.title),
        day=bound(language.day(agenda.today)),
        source=_source_words(inputs, taken) if taken else "",
        numbers=tuple(_paper_numbers(inputs)),
        late=tuple(_paper_item(inputs, item, days=item.late_days) for item in shown_late),
        late_more=_more_words(inputs, late, shown_late, _OF_LATE),
        near=tuple(_paper_item(inputs, item, days=days) for item, days in shown_near),
        near_more=_more_words(inputs, near, shown_near, _OF_NEAR),
        near_until=bound(language.day_short(agenda.today + NEAR)),
        questions=asked,
        plan=tuple(_plan_rows(inputs)),
        sitting=bound(inputs.day(sitting.day)) if sitting else "",
        agenda=tuple(map(bound, hearings_in_words(inputs))),
        leads=leads,
        all_late=tuple(_paper_item(inputs, item, days=item.late_days) for item in late),
        late_by_lead=tuple(_late_groups(inputs, late)) if late[len(shown_late) :] else (),
        hearings=tuple(_hearing(inputs, item) for item in heard[:_HEARINGS]),
        hearings_more=bound(not_listed(inputs, heard[_HEARINGS:])),
        since=bound(inputs.day(since)) if since else "",
        changes=tuple(map(bound, changes_in_words(inputs))),
        settled=tuple(map(bound, settled_in_words(inputs))),
        proposals=tuple(map(bound, proposals_in_words(inputs))),
    )


def _source_words(inputs: Inputs, taken: date) -> str:
    day = inputs.language.day(taken)
    return bound(inputs.gettext("the plan was written down on {day}", day=day))


def _paper_numbers(inputs: Inputs) -> Iterator[PaperNumber]:
    counts = counts_by_state(inputs.agenda)
    yield PaperNumber(count=sum(counts.values()), words=inputs.gettext("measures in all"))
    for state, count in counts.items():
        yield PaperNumber(count=count, words=inputs.gettext(STATES[state]))


def _paper_leads(inputs: Inputs) -> Iterator[PaperLead]:
    late = grouped(inputs.agenda.measures_in(State.OVERDUE), inputs.lead)
    # Only somebody can be asked, so what nobody leads stands last.
    for name, count in sorted(
        reckoned(inputs).leads.items(),
        key=lambda pair: (pair[0] == inputs.nobody, -pair[1].open, pair[0]),
    ):
        yield PaperLead(
            name=name,
            due=count.passed,
            on_time=count.on_time,
            # On paper there are fewer columns: what nobody dated is not shown as on time.
            late=count.late + count.undated,
            open=count.open,
            moved=count.moved + count.ungrounded,
            overdue=bound(inputs.some_numbers(late[name])) if name in late else "",
        )


def _late_groups(inputs: Inputs, late: list[Item]) -> Iterator[PaperGroup]:
    """What is late by responsible: who has most of it first, and of each the oldest."""
    found = grouped(late, lambda item: inputs.lead(item.measure))
    for name in sorted(found, key=lambda name: (name == inputs.nobody, -len(found[name]))):
        lines = tuple(_in_one_line(inputs, item) for item in found[name])
        yield PaperGroup(name=f"{name}: {inputs.deadlines(len(lines))}", items=lines)


def _in_one_line(inputs: Inputs, item: Item) -> PaperItem:
    """The item in one line, with its last day only: the plan has the deadline's words."""
    line, (measure, status) = _paper_item(inputs, item, days=item.late_days), _OF_GROUP
    return replace(
        line,
        measure=clip(line.measure, measure),
        deadline=bound(inputs.day(item.due)) if item.due else line.deadline,
        status=clip(line.status, status),
    )


def _hearing(inputs: Inputs, item: Item) -> PaperItem:
    return replace(
        _paper_item(inputs, item, days=item.late_days),
        measure=clip(tidy(inputs.long_title(item)), _HEARD),
        status=bound(state_words(inputs, item)),
    )


def _more_words(
    inputs: Inputs, found: Sequence[object], shown: Sequence[object], words: tuple[str, str]
) -> str:
    """How many items a list leaves out, or that it is empty."""
    none, more = words
    left = len(found) - len(shown)
    said = inputs.gettext(more, deadlines=inputs.deadlines(left)) if left else ""
    return bound(said) if found else inputs.gettext(none)


def _paper_item(inputs: Inputs, item: Item, *, days: int) -> PaperItem:
    status = tidy(item.measure.progress.text)
    return PaperItem(
        number=bound(inputs.number_and_tab(item.measure)),
        measure=clip(tidy(inputs.long_title(item)), _MEASURE),
        deadline=bound(_deadline_words(inputs, item)),
        lead=clip(inputs.lead(item.measure), _LEAD),
        status=clip(status, _STATUS) or inputs.gettext("none"),
        days=days,
    )


def _deadline_words(inputs: Inputs, item: Item) -> str:
    """The deadline as typed, and the last day that it was understood as."""
    text = item.deadline_text
    words = inputs.quoted(text, _DEADLINE) if text else inputs.gettext("not given")
    if not item.due or item.state is State.WAITING:
        return words
    said = _MOVED_TO if item.moved_from else _LAST_DAY
    return inputs.gettext(said, deadline=words, day=inputs.day(item.due))


def _plan_rows(inputs: Inputs) -> Iterator[PaperRow]:
    items, section = inputs.agenda.by_row(), ""
    for measure in inputs.plan.measures:
        yield PaperRow(
            section=measure.section if measure.section != section else "",
            number=measure.number,
            measure=measure.text,
            deadline=measure.deadline.text,
            responsible=measure.responsibles.text,
            status=measure.progress.text,
            remark=bound(remark(inputs, measure, items.get(measure.row, []))),
        )
        section = measure.section


def remark(inputs: Inputs, measure: Measure, items: Sequence[Item]) -> str:
    """How a measure was understood, without a full stop; "" if the status says as much."""
    told = list(filter(None, (_item_words(inputs, item) for item in items)))
    left = len(told) - _OCCURRENCES
    words = told[:_OCCURRENCES] + ([inputs.gettext("and {n} more", n=left)] if left > 0 else [])
    presses = any(item.state in (State.OVERDUE, State.DUE_SOON) for item in items)
    if measure.progress.meaning is Meaning.BLANK and presses:
        words.append(inputs.gettext("no mark"))
    if measure.progress.meaning in _READ_AS:
        words.append(inputs.gettext(_READ_AS[measure.progress.meaning]))
    sentence = "; ".join(words) if len(told) > 1 else ", ".join(words)
    return capital(sentence)


def _item_words(inputs: Inputs, item: Item) -> str:
    words = ", ".join(_state_words(inputs, item))
    what = clip(occurrence_said(item.what, inputs.language), _NAME)
    return f"{what}: {words}" if words and what else words


def _state_words(inputs: Inputs, item: Item) -> Iterator[str]:
    closed = item.state in (State.DONE, State.CANCELLED)
    if item.moved_from and item.due and not closed:
        yield inputs.gettext("the deadline was moved to {day}", day=inputs.day(item.due))
    if item.state is State.OVERDUE:
        yield inputs.gettext("overdue by {days}", days=inputs.days(item.late_days))
    elif item.state is State.DUE_SOON and item.due and not item.moved_from:
        yield inputs.gettext("last day {day}", day=inputs.day(item.due))
    elif item.state in (State.UNREAD, State.NO_REPORT):
        words = inputs.gettext(NO_RESULT if item.state is State.NO_REPORT else STATES[item.state])
        yield words[:1].lower() + words[1:]
