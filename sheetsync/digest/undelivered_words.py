"""Says what became of letters that may not have arrived."""

from collections.abc import Iterator

from sheetsync.digest.render_context import RenderContext
from sheetsync.model import AlertKind, CoordinatorAlert, LetterState
from sheetsync.model.grouping import grouped
from sheetsync.words.pattern import pattern

_DELAYED_NAMED = 5
_FULL = pattern(r"[45]\d\d[ -][45]\.2\.2\b")


def undelivered_lines(alerts: list[CoordinatorAlert], context: RenderContext) -> Iterator[str]:
    """A line for each thing that became of letters, with all addresses it became so."""

    def outcome(alert: CoordinatorAlert) -> str:
        # Servers repeat the address in the reply, so refusals are one outcome whatever they say.
        refused = alert.notification.stage == LetterState.REJECTED and not _is_full(alert)
        return LetterState.REJECTED if refused else _outcome([alert], context)

    return (undelivered_words(same, context) for same in grouped(alerts, outcome).values())


def undelivered_words(alerts: list[CoordinatorAlert], context: RenderContext) -> str:
    """Addresses whose letters have one outcome, and that."""
    addresses = [*_addresses_counted(alerts, context)]
    said, more = ", ".join(addresses), len(addresses) - _DELAYED_NAMED
    # Nothing has to be done about these, and a daily limit may delay hundreds of them.
    if alerts[0].kind is AlertKind.DELAYED and more > 0:
        said = context.gettext(
            "{addresses} and {n} more", addresses=", ".join(addresses[:_DELAYED_NAMED]), n=more
        )
    return f"{said}: {_outcome(alerts, context)}"


def _addresses_counted(alerts: list[CoordinatorAlert], context: RenderContext) -> Iterator[str]:
    """Each address, with the number of its letters where there are several."""
    for address, same in grouped(alerts, lambda alert: alert.address).items():
        letters = context.ngettext("{n} letter", "{n} letters", len(same))
        yield f"{address} ({letters})" if len(same) > 1 else address


def _outcome(alerts: list[CoordinatorAlert], context: RenderContext) -> str:
    """What became of the letters; a person can do something about a mailbox that refuses them."""
    stage, replies = alerts[0].notification.stage, {alert.words for alert in alerts}
    if _is_full(alerts[0]):
        return context.gettext("mailbox full. Please ask for space to be freed.")
    if stage == LetterState.EXPIRED:
        return context.gettext(
            "the letter did not go out on its day; the next one will include what it said"
        )
    if stage == LetterState.REJECTED:
        same = replies.pop() if len(replies) == 1 else context.gettext("the server refused it")
        return context.ngettext(
            "{reply}. Please check the address in departments.toml.",
            "{reply}. Please check the addresses in departments.toml.",
            len({alert.address for alert in alerts}),
            reply=same.rstrip("."),
        )
    unknown = stage == LetterState.UNKNOWN or not alerts[0].words
    return context.gettext("delivery not confirmed") if unknown else alerts[0].words


def _is_full(alert: CoordinatorAlert) -> bool:
    """The server has said that the mailbox is full (RFC 3463, 3.3: X.2.2)."""
    return bool(_FULL.match(alert.words))
