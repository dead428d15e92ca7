"""One letter made of those that several plans have for one address: a part a plan.

It joins messages, not what they say: who has letters of one plan alone gets that plan's own bytes,
and of a letter that a dead run has left the ledger knows nothing else. The data would have to be
stored beside the bytes, for workers of other machines and versions, and read back: more code than
taking our own letters apart, which would still be needed for those that were left.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import escape
from typing import NamedTuple

from sheetsync.config import Config
from sheetsync.digest.letter_kinds import LETTER_KINDS
from sheetsync.digest.subject_counts import counted, late_in
from sheetsync.fleet.database import Draft
from sheetsync.languages import load_language
from sheetsync.mail.message import Addressing, build_message
from sheetsync.mail.render import Rendered
from sheetsync.model import Topic
from sheetsync.model.language import Language
from sheetsync.words.clipping import clip

_BODY = re.compile(r"(.*<body[^>]*>)(.*)(</body>.*)", re.DOTALL)
_PREHEADER = re.compile(r'<div class="preheader"[^>]*>.*?</div>', re.DOTALL)
_HEADING = (
    '<div style="width:680px;max-width:100%;margin:0 auto;padding:18px 0 8px;box-sizing:border-box;'
    "font-family:-apple-system,Segoe UI,Roboto,Arial,sans-serif;font-size:18px;font-weight:bold;"
    'color:#202124">{words}</div>'
)
_RULE = "=" * 72
_LIMIT = 60  # characters of a subject


class _Part(NamedTuple):
    """A plan's letter taken apart again."""

    plan: str
    kind: str
    reply_to: str
    subject: str
    text: str
    html: str
    calendars: tuple[bytes, ...]


def joined(
    drafts: Sequence[Draft], *, unread: Sequence[str], config: Config, token: str, now: datetime
) -> bytes:
    """The bytes of the letter; a single draft with nothing to add stays as its plan wrote it.

    `unread` are plans that the reader is in and that could not be read today, `token` tells this
    fleet from all others.
    """
    # Its Message-ID and thread are then the plan's own, as in a single run.
    if len(drafts) == 1 and not unread:
        return drafts[0].raw
    in_turn = [_taken_apart(draft) for draft in drafts]
    # The foremost kind names the letter, as within one plan.
    kinds = list(LETTER_KINDS)
    parts = sorted(in_turn, key=lambda part: (kinds.index(part.kind), part.plan))
    settings = config.settings
    language = load_language(settings.plan.language)
    addressing = Addressing(
        sender=settings.mail.sender,
        reply_to=in_turn[0].reply_to or settings.coordinator.address,
        recipient=drafts[0].recipient,
        address=drafts[0].address,
        kind=parts[0].kind,
        plan=f"fleet {token}",
        year=settings.plan.year,
        sent=now,
    )
    calendars = [calendar for part in in_turn for calendar in part.calendars]
    return build_message(_rendered(parts, unread, language), addressing, calendars=calendars)


def _rendered(parts: Sequence[_Part], unread: Sequence[str], language: Language) -> Rendered:
    unread_words = language.gettext("The plan “{name}” could not be read today.")
    notes = [unread_words.format(name=name) for name in unread]
    texts = [f"{_RULE}\n{part.plan}\n{_RULE}\n\n{part.text}" for part in parts]
    return Rendered(
        subject=_subject(parts, language),
        text="\n".join([*notes, *([""] if notes else []), *texts]),
        html=_joined_html(parts, notes),
    )


def _subject(parts: Sequence[_Part], language: Language) -> str:
    """As «3 плана: просрочено 7 пунктов»; one plan's own subject where there is but one."""
    plans = tuple(dict.fromkeys(part.plan for part in parts))
    if len(plans) == 1:
        return parts[0].subject
    many = language.ngettext("{n} plan", "{n} plans", len(plans)).format(n=len(plans))
    # A draft is bytes: of its figures only those in the subject can be had.
    late = sum(late_in(part.subject, language) for part in parts)
    if late:
        return f"{many}: {counted(Topic.OVERDUE, late, language).whole}"
    return f"{many}: {clip(', '.join(plans), _LIMIT)}"


def _joined_html(parts: Sequence[_Part], notes: Sequence[str]) -> str:
    bodies = [_split_body(part.html) for part in parts]
    inner = [_HEADING.format(words=escape(note)) for note in notes]
    for number, (part, (_, found, _)) in enumerate(zip(parts, bodies, strict=True)):
        inner.append(_HEADING.format(words=escape(part.plan)))
        # What mail programs show beside the subject is the first part's.
        inner.append(_PREHEADER.sub("", found) if number else found)
    head, _, end = bodies[0]
    return f"{head}{''.join(inner)}{end}"


def _split_body(html: str) -> tuple[str, str, str]:
    """A document in three: its body's content, and what stands before and after it."""
    parted = _BODY.fullmatch(html)
    return (parted[1], parted[2], parted[3]) if parted else ("", html, "")


def _taken_apart(draft: Draft) -> _Part:
    # Without a policy Python takes the old one, which leaves headers encoded (RFC 2047).
    message = message_from_bytes(draft.raw, _class=EmailMessage, policy=policy.default)
    return _Part(
        plan=draft.plan,
        kind=draft.kind,
        reply_to=str(message["Reply-To"] or ""),
        subject=str(message["Subject"]),
        text=_body_text(message, "plain"),
        html=_body_text(message, "html"),
        calendars=tuple(str(each.get_content()).encode() for each in message.iter_attachments()),
    )


def _body_text(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return str(part.get_content()) if part else ""
