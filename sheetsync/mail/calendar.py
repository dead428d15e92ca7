"""Last days as an iCalendar object (RFC 5545), the same bytes every time."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from sheetsync.mail.message import Envelope
from sheetsync.model import CalendarEvent


def as_calendar(events: Sequence[CalendarEvent], envelope: Envelope) -> bytes:
    """The events as a file that calendars take; a later letter's replace those of an earlier one.

    Days are whole ones without a zone. Calendars know an event by its UID and believe the one with
    the highest SEQUENCE (RFC 5546, 2.1.5): here that is the letter's day.
    """
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//sheetsync//plan//RU")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    day = envelope.sent.date()
    for one in events:
        event = icalendar.Event()
        event.add("uid", envelope.uid(one.key))
        event.add("dtstamp", datetime.combine(day, time(), tzinfo=UTC))
        event.add("sequence", day.toordinal())
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))  # the first day after it
        event.add("summary", one.title)
        event.add("description", one.words)
        event.add("transp", "TRANSPARENT")  # nobody is busy because of a deadline
        event.add("status", "CANCELLED" if one.called_off else "CONFIRMED")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
