"""Drafts a roster from the parties that a plan names, for a person to fill in the addresses."""

import json
from collections import Counter
from collections.abc import Iterable

from sheetsync.model import DepartmentKind
from sheetsync.words.cleaning import fold, tidy

# A tail is at least this often at the end of different names before it is taken for one.
_OFTEN = 3
_BODIES = ("комисси", "совет", "комитет", "коллеги", "штаб", "президиум", "рабочая группа")
_GROUPS = (
    "организации",
    "учреждения",
    "предприятия",
    "советы",
    "органы",
    "муниципалитеты",
    "члены",
)
_HEADER = """\
# A draft of departments.toml, made from the plan. For every entry:
#   - write the addresses: letters go there;
#   - kind "body" (commission, council: no mailbox) needs via = "the department that serves it";
#   - kind "group" needs curator = "the department that looks after it" and members with addresses;
#   - merge entries that are one and the same: keep one name, list the others as its aliases.
"""


def draft_roster(names: Iterable[str]) -> str:
    """The text of a departments.toml with an entry for each distinct name, most often named first.

    Words that follow many names, such as the organisation's own, are cut and named in a comment.
    """
    counted = Counter(filter(None, map(tidy, names)))
    tail = _tail(list(counted))
    entries: dict[str, tuple[str, int]] = {}
    for name, count in counted.items():
        short = name.removesuffix(tail).rstrip(" ,") or name
        known, before = entries.get(fold(short), (short[:1].upper() + short[1:], 0))
        entries[fold(short)] = (known, before + count)
    ordered = sorted(entries.values(), key=lambda entry: -entry[1])
    parts = [_HEADER, _tail_comment(tail), *(_entry(name, count) for name, count in ordered)]
    return "\n".join(filter(None, parts))


def _tail(names: list[str]) -> str:
    """The longest run of last words that ends many different names; "" where none does."""
    endings: Counter[str] = Counter()
    for name in names:
        words = name.split()
        endings.update(" ".join(words[i:]) for i in range(1, len(words)))
    often = [
        ending for ending, count in endings.items() if count >= _OFTEN and ending[:1].isupper()
    ]
    return max(often, key=len, default="")


def _tail_comment(tail: str) -> str:
    if not tail:
        return ""
    return f"# In sheetsync.toml, [organisation]: tails = [{_quoted(tail)}]\n"


def _entry(name: str, count: int) -> str:
    kind = _kind(name)
    lines = [f"[[department]]  # named {count}x", f"name = {_quoted(name)}"]
    if kind is DepartmentKind.DEPARTMENT:
        lines.append("addresses = []")
    elif kind is DepartmentKind.BODY:
        lines += ['kind = "body"', 'via = ""']
    else:
        lines += ['kind = "group"', 'curator = ""', "members = []"]
    return "\n".join(lines) + "\n"


def _kind(name: str) -> DepartmentKind:
    """A first guess from the head word; the person who fills in the addresses corrects it."""
    words = fold(name).split()
    if any(word in _GROUPS for word in words[:2]):
        return DepartmentKind.GROUP
    if any(word.startswith(_BODIES) for word in words[:2]):
        return DepartmentKind.BODY
    return DepartmentKind.DEPARTMENT


def _quoted(text: str) -> str:
    # A JSON string without escapes for letters is a TOML basic string too.
    return json.dumps(text, ensure_ascii=False)
