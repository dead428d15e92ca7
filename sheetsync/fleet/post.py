"""Sends the day's letters of all plans: one an address, within the limits of each sender.

What became of a letter is in the fleet's database first and in the ledgers of its plans after
that. A run that dies in between leaves what `recover` makes good by the database.
"""

import secrets
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from sheetsync.config import Config, load_config
from sheetsync.config.fleet import FleetConfig
from sheetsync.errors import DeliveryError, SheetsyncError
from sheetsync.fleet.database import Draft, FleetDatabase
from sheetsync.fleet.entries import FleetPlan
from sheetsync.fleet.joint import joined
from sheetsync.fleet.quota import Limiter
from sheetsync.fleet.runner import sender_of
from sheetsync.fleet.settling import settle
from sheetsync.languages import _
from sheetsync.mail.delivery import DeliveryReport, RetryPolicy, deliver
from sheetsync.mail.transport import transport
from sheetsync.model import TAKEN, YET_TO_GO, LetterState, StoredLetter
from sheetsync.model.frozen import frozen
from sheetsync.state.database import placeholders


@frozen
class Post:
    """One letter to one address and what became of it; `plans` are those that it is about."""

    address: str
    plans: tuple[str, ...]
    state: LetterState
    reply: str


@frozen
class _PostLedger:
    """The posts of one sender as a delivery sees them."""

    posting: "DayPost"
    sender: str
    config: Config
    missing: dict[str, set[str]]

    def waiting(self) -> Sequence[StoredLetter]:
        """The posts of the day that have yet to go, each with its bytes."""
        database, now = self.posting.database, self.posting.now
        day = now.date()
        found = database.rows(
            "SELECT id, address, reply, tries, state FROM posts WHERE day = ? AND sender = ? "  # noqa: S608
            f"AND state IN ({placeholders(YET_TO_GO)}) ORDER BY id",
            *(day.isoformat(), self.sender, *YET_TO_GO),
        )
        key = database.name("token", secrets.token_hex(4))
        letters = []
        for id_, address, reply, tries, state in found:
            drafts = database.drafts(day, id_)
            unread = tuple(sorted(plan for plan, known in self.missing.items() if address in known))
            raw = joined(drafts, unread=unread, config=self.config, token=key, now=now)
            letters.append(
                StoredLetter(
                    id=id_,
                    day=day,
                    kind=drafts[0].kind,
                    address=address,
                    recipient=drafts[0].recipient,
                    state=LetterState(state),
                    reply=reply,
                    tries=tries,
                    changed=now,
                    raw=raw,
                )
            )
        return letters

    def keep(self, *letters: StoredLetter) -> None:
        """Note what became of posts; it is on the disk when this returns."""
        # Who has lost its claim must not write over what the new holder wrote.
        self.posting.fence()
        with self.posting.database.writing() as connection:
            connection.executemany(
                "UPDATE posts SET state = ?, reply = ?, tries = ? WHERE id = ?",
                [(each.state, each.reply, each.tries, each.id) for each in letters],
            )


@dataclass(slots=True, kw_only=True)
class DayPost:
    """The letters of one day. `problems` are the senders that failed, each once.

    `fence` raises where this process is no longer the one that sends; it is asked before each step.
    """

    config: FleetConfig
    database: FleetDatabase
    now: datetime
    fence: Callable[[], None] = lambda: None
    problems: list[SheetsyncError] = field(default_factory=list)

    def send(self, entries: Sequence[FleetPlan]) -> None:
        """Join what waits by address and take it where it goes."""
        day = self.now.date()
        missing = self._missing(entries, day)
        senders = self._senders(entries)
        grouped: defaultdict[str, dict[str, list[Draft]]] = defaultdict(dict)
        for draft in self.database.drafts(day):
            grouped[draft.sender].setdefault(draft.address, []).append(draft)
        for sender, by_address in grouped.items():
            self._file(sender, by_address)
        for sender in self._open_senders(day):
            if sender in senders:
                self._deliver(sender, senders[sender], missing)
        self.problems += settle(self.database, self.config.plans, now=self.now)

    def _file(self, sender: str, by_address: dict[str, list[Draft]]) -> None:
        """Make one post of all letters of an address; who has one today gets no second."""
        with self.database.writing() as connection:
            for address, drafts in by_address.items():
                day = drafts[0].day.isoformat()
                made = connection.scalar(
                    "INSERT INTO posts (day, sender, address, state, reply, tries) "
                    "VALUES (?, ?, ?, ?, '', 0) ON CONFLICT DO NOTHING RETURNING id",
                    (day, sender, address, LetterState.PENDING),
                )
                if made is not None:
                    connection.executemany(
                        "INSERT INTO parts (post, plan, day, letter) VALUES (?, ?, ?, ?)",
                        [(made, draft.plan, day, draft.letter) for draft in drafts],
                    )

    def _deliver(self, sender: str, config: Config, missing: dict[str, set[str]]) -> None:
        server = config.mail_server
        limiter = Limiter(database=self.database)
        ledger = _PostLedger(posting=self, sender=sender, config=config, missing=missing)
        limit = server.daily_limit if server else None

        def turn() -> None:
            limiter.wait(sender, self.config.settings.letters_a_minute)

        # No pauses: what the server wants later goes with the next run of the day.
        patience = RetryPolicy(sleep=limiter.sleep, pauses=())
        # Posts, not letters of plans, are what the server counts.
        allowance = None if limit is None else max(0, limit - self._taken_count(sender))
        delivery = deliver(
            ledger,
            partial(
                transport, server, config.outbox, password_file=config.password_file, plan="fleet"
            ),
            patience=patience,
            allowance=allowance,
            turn=turn if server else None,
        )
        self._note(delivery, sender)

    def _note(self, delivery: DeliveryReport, sender: str) -> None:
        if delivery.problem:
            self.problems.append(delivery.problem)
        if delivery.held:
            self.problems.append(
                DeliveryError(
                    "The day's limit of {sender} is reached, letters waiting: {n}.",
                    sender=sender,
                    n=delivery.held,
                )
            )
        for result in delivery.results:
            if not result.state.gone and not result.ours:
                words = _("The letter to {to} did not go", to=result.letter.recipient)
                self.problems.append(DeliveryError(f"{words}: {result.state}, {result.reply}."))

    def _missing(self, entries: Sequence[FleetPlan], day: date) -> dict[str, set[str]]:
        """By plan that could not be read today, whom its letters would go to."""
        rows = self.database.rows(
            "SELECT plan FROM runs WHERE day = ? AND read = 0", day.isoformat()
        )
        failed = {plan for (plan,) in rows}
        return {entry.name: self._readers(entry) for entry in entries if entry.name in failed}

    def _readers(self, entry: FleetPlan) -> set[str]:
        rows = self.database.rows("SELECT DISTINCT address FROM drafts WHERE plan = ?", entry.name)
        had = {address for (address,) in rows}
        try:
            config = load_config(entry.folder)
        except SheetsyncError:
            # The plan's record says what is wrong with its settings.
            return had
        return had | config.readers()

    def _senders(self, entries: Sequence[FleetPlan]) -> dict[str, Config]:
        """By sender the settings of the first plan that uses it."""
        wanted = set(self._open_senders(self.now.date()))
        wanted |= {draft.sender for draft in self.database.drafts(self.now.date())}
        found: dict[str, Config] = {}
        for entry in entries:
            if wanted <= found.keys():
                break
            try:
                config = load_config(entry.folder)
            except SheetsyncError:
                # The plan's own run has said why; another one may name the same sender.
                continue
            found.setdefault(sender_of(config), config)
        return found

    def _open_senders(self, day: date) -> list[str]:
        found = self.database.rows(
            "SELECT DISTINCT sender FROM posts WHERE day = ? "  # noqa: S608
            f"AND state IN ({placeholders(YET_TO_GO)})",
            *(day.isoformat(), *YET_TO_GO),
        )
        return [sender for (sender,) in found]

    def _taken_count(self, sender: str) -> int:
        ((count,),) = self.database.rows(
            "SELECT count(*) FROM posts WHERE day = ? AND sender = ? "  # noqa: S608
            f"AND state IN ({placeholders(TAKEN)})",
            *(self.now.date().isoformat(), sender, *TAKEN),
        )
        return int(count)


def posts_of(database: FleetDatabase, day: date) -> tuple[Post, ...]:
    """What became of all letters of the day."""
    found = database.rows(
        "SELECT DISTINCT posts.id, address, state, reply, plan FROM posts "
        "JOIN parts ON post = posts.id WHERE posts.day = ? ORDER BY posts.id, plan",
        day.isoformat(),
    )
    posts: dict[int, Post] = {}
    for id_, address, state, reply, plan in found:
        before = posts[id_].plans if id_ in posts else ()
        posts[id_] = Post(
            address=address, plans=(*before, plan), state=LetterState(state), reply=reply
        )
    return tuple(posts.values())
