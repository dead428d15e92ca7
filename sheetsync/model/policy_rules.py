"""The numbers of the policy: its own are the defaults, `[digest]` in sheetsync.toml sets them."""

from sheetsync.model.frozen import frozen


@frozen
class PolicyRules:
    """Days before the last one and days of silence are calendar days, all others working days.

    `calendar` says whether letters carry the month's last days for the reader's calendar.
    """

    before: int = 7
    before_explicit: int = 14
    late_explicit: int = 1
    late_words: int = 3
    late_again: int = 10
    late_monthly: int = 20
    spacing: int = 3
    word: int = 45
    pulse_again: int = 10
    ask_months: tuple[int, ...] = (2, 4, 7, 10)
    request_months: tuple[int, ...] = (4, 7, 10, 12)
    close_month: int = 12
    close_again: int = 20
    escalate_late: int = 12
    escalate_silent: int = 10
    quiet_start: int = 10
    sitting: int = 3
    calendar: bool = False
