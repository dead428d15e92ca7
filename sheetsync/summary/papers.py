"""Board papers: an overview of one page, and the plan beside what was done."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sheetsync.model import Agenda, Item, PaperItem, PaperNumber, PaperRow, Papers
from sheetsync.plan.labels import number, term, title
from sheetsync.summary.listed import NEAR, late_items, lead_of, near_items
from sheetsync.summary.questions import questions
from sheetsync.summary.remarks import remark
from sheetsync.words.cleaning import tidy
from sheetsync.words.terms import bound, chair_words, clip, day_short, day_words, rare_states

# The overview has to stay on one page, however long the lists and their texts are.
_LINES, _ITEMS_AT_MOST, _NEAR_AT_LEAST = 13, 10, 3
_MEASURE, _DEADLINE, _LEAD, _STATUS = 75, 26, 50, 40


def papers(agenda: Agenda, *, taken: date | None = None) -> Papers:
    """The papers as of the agenda's day; `taken` is the day of the snapshot it was made from."""
    late, near = late_items(agenda), near_items(agenda)
    asked = tuple(map(bound, questions(agenda)))
    room = min(_ITEMS_AT_MOST, _LINES - len(asked))
    shown_late = late[: room - min(len(near), _NEAR_AT_LEAST)]
    shown_near = near[: room - len(shown_late)]
    return Papers(
        title=tidy(agenda.plan.title),
        day=bound(day_words(agenda.today)),
        source=bound(f"план записан {day_words(taken)}") if taken else "",
        numbers=tuple(_numbers(agenda)),
        late=tuple(_line(i, agenda, days=i.late_days) for i in shown_late),
        late_more=_more(len(late), len(shown_late), none="Просроченных пунктов нет."),
        near=tuple(_line(item, agenda, days=days) for item, days in shown_near),
        near_more=_more(len(near), len(shown_near), none="Сроков нет."),
        near_until=bound(day_short(agenda.today + NEAR)),
        questions=asked,
        plan=tuple(_rows(agenda)),
    )


def _numbers(agenda: Agenda) -> Iterator[PaperNumber]:
    states = list(agenda.states().values())
    yield PaperNumber(count=len(states), words="всего пунктов")
    for state, words in chair_words.items():
        count = states.count(state)
        if count or state not in rare_states:
            yield PaperNumber(count=count, words=words)


def _more(count: int, shown: int, *, none: str) -> str:
    left = count - shown
    if not count:
        return none
    return bound(f"Ещё {left}: в плане, который идёт следом.") if left else ""


def _line(item: Item, agenda: Agenda, *, days: int) -> PaperItem:
    status = tidy(item.measure.progress.text)
    short = replace(item, said=clip(item.said, _DEADLINE))
    return PaperItem(
        number=bound(number(item)),
        measure=clip(tidy(title(item)), _MEASURE),
        deadline=bound(term(short, agenda.plan.period)),
        lead=clip(lead_of(item.measure), _LEAD),
        status=clip(status, _STATUS) or "нет",
        days=days,
    )


def _rows(agenda: Agenda) -> Iterator[PaperRow]:
    items: dict[int, list[Item]] = {}
    for item in agenda.items:
        items.setdefault(item.measure.row, []).append(item)
    section = ""
    for measure in agenda.plan.measures:
        yield PaperRow(
            section=measure.section if measure.section != section else "",
            number=measure.number,
            measure=measure.text,
            deadline=measure.deadline.text,
            responsible=measure.responsibles.text,
            status=measure.progress.text,
            remark=bound(remark(measure, items.get(measure.row, []), period=agenda.plan.period)),
        )
        section = measure.section
