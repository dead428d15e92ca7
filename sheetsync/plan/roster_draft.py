"""Drafts a roster from the parties that a plan names, for a person to fill in the addresses."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import indent

from sheetsync.model import DepartmentKind
from sheetsync.model.language import Language, capital, marked
from sheetsync.words.cleaning import fold, tidy
from sheetsync.words.headings import heading_period
from sheetsync.words.parties.without_dictionary import ALL_OF, BODY_STEMS, GROUP_HEADS, PAPER

# A tail is at least this often at the end of different names before it is taken for one.
_OFTEN = 3
_MOST_ROWS = 8  # shown of an entry
_LONGEST = 150  # characters; what is longer is a sentence, or several names in one
_HANGING = frozenset(
    (
        *("по", "о", "об", "от", "с", "со", "в", "во", "при", "на", "для", "к", "ко", "за", "из"),
        *("и", "или", "у", "под", "над"),
    )
)
_ADJECTIVE = re.compile(r"[а-я]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)")
_INITIALS = re.compile(r"\b[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?")
# A form of a school, "9 «А» класс", "5-9 классов", "11", is nobody who can answer.
_CLASS = re.compile(
    r"(?:\d+|[ivx]+)(?:\s?[-,и]\s?(?:\d+|[ivx]+))*\s?[-«\"]?\s?[а-я]?[»\"]?\s?"
    r"(?:класс\w*|кл\.?|курс\w*)?|класс\w{0,2}"
)
_UNIT = re.compile(r"[^\W\d_]{2,6}[\s-]?(?:№\s?)?\d{1,3}")  # «ПЧ-12»
_NOBODY = re.compile(
    r"(?:все|кажд\w+|желающ\w+|кто|исполнител\w|соисполнител\w|участник\w*|учащи\w+|обучающи\w+"
    r"|ученик\w*"
    r"|(?:проч|остальн|друг|ин|заинтересованн)[иы](?:е|х|ми?)"
    r"|студент\w*|дети|родител\w|жител\w|граждан\w|население|согласно|по плану|мп)\b"
)
_HEADER = marked(
    "A draft of departments.toml, made from the plan; it loads as it is. For every entry:\n"
    "  - write the addresses: letters go there;\n"
    '  - a commission or a council without a mailbox is a "body", reached `via` a department; '
    "members\n"
    '    with addresses of their own are a "group" with a `curator`: see the lines below such '
    "entries;\n"
    "  - merge entries that are one and the same: keep one name, list the others as its aliases.\n"
    "At the end stand names that may be no party at all, with the rows that they come from."
)
_HINTS = {
    DepartmentKind.BODY: marked(
        "If it has no mailbox of its own, take the addresses away and write:\n"
        'kind = "body"\n'
        'via = "the department that serves it"'
    ),
    DepartmentKind.GROUP: marked(
        "If it is several at once, take the addresses away and write:\n"
        'kind = "group"\n'
        'curator = "the department that looks after it"\n'
        'members = [{ name = "one of them", address = "one@example.org" }]'
    ),
}


@dataclass(slots=True)
class _Entry:
    """A distinct name and the sheet's rows that have it."""

    name: str
    rows: list[int]
    aliases: list[str] = field(default_factory=list)


def draft_roster(
    named: Iterable[tuple[str, int]], language: Language, *, short: Mapping[str, str] | None = None
) -> str:
    """The text of a departments.toml with an entry for each distinct name, most often named first.

    `named` are the names with the sheet's rows in which they stand. Words that follow many names,
    such as the organisation's own, are cut and named in a comment. What is hardly a party is
    commented out, so that the draft always loads. `language` is that of the comments, `short` has
    names by the abbreviations that the plan itself gives them.
    """
    found = [(tidy(name), row) for name, row in named if tidy(name)]
    tail = common_tail(name for name, _ in found)
    entries: dict[str, _Entry] = {}
    whole = {_key(alias): (alias, tidy(name)) for alias, name in (short or {}).items()}
    for name, row in found:
        alias, meant = whole.get(_key(name), ("", name))
        cut = meant.removesuffix(tail).rstrip(" ,") or meant
        entry = entries.setdefault(_key(cut), _Entry(capital(cut), []))
        entry.rows.append(row)
        if alias and alias not in entry.aliases:
            entry.aliases.append(alias)
    ordered = sorted(entries.values(), key=lambda entry: -len(entry.rows))
    sure = [_written(entry, language) for entry in ordered if not _is_doubtful(entry.name)]
    none = "" if sure else "department = []\n"  # a roster names its list, even an empty one
    header = indent(f"{language.gettext(_HEADER)}\n", "# ")
    parts = [header, _tail_comment(tail, language), none]
    parts += [*sure, *_doubtful(ordered, language)]
    return "\n".join(filter(None, parts))


def _key(name: str) -> str:
    """Equal for names that differ in signs and spaces only: «зам.директора», «Зам. директора».

    Nor does it tell «все педагоги» from «педагоги»: a roster does not either.
    """
    return ALL_OF.sub("", " ".join(re.findall(r"\w+", fold(name)))) or name


def common_tail(names: Iterable[str]) -> str:
    """The longest run of last words that ends many different names; "" where none does."""
    endings: Counter[str] = Counter()
    # Once each: a department named a hundred times would make a common tail of its own.
    for name in dict.fromkeys(names):
        words = name.split()
        # Cut behind «по» or «и», what is left of a name would be torn.
        endings.update(
            " ".join(words[i:])
            for i in range(1, len(words))
            if fold(words[i - 1]) not in _HANGING and not words[i - 1].endswith(",")
        )
    often = [e for e, count in endings.items() if count >= _OFTEN and _may_be_tail(e)]
    return max(often, key=len, default="")


def _may_be_tail(ending: str) -> bool:
    """The name of an organisation, not an abbreviation of what a department deals with: «УВР»."""
    if ending.isascii():  # "Office Manager": in English capitals do not tell names from posts
        return False
    return ending[:1].isupper() and any(word.islower() for word in ending[1:].split() or [""])


def _tail_comment(tail: str, language: Language) -> str:
    if not tail:
        return ""
    where = language.gettext("In sheetsync.toml, [organisation]:")
    return f"# {where} tails = [{_quoted(tail)}]\n"


def _written(entry: _Entry, language: Language) -> str:
    lines = [f"[[department]]  # {_place(entry, language)}", f"name = {_quoted(entry.name)}"]
    if _INITIALS.search(entry.name):
        lines.append('kind = "person"')
    if entry.aliases:
        lines.append(f"aliases = [{', '.join(map(_quoted, entry.aliases))}]")
    lines.append("addresses = []")
    hint = _HINTS.get(_kind(entry.name), "")
    lines += [indent(language.gettext(hint), "# ")] if hint else []
    return "\n".join(lines) + "\n"


def _place(entry: _Entry, language: Language) -> str:
    rows = sorted(set(entry.rows))
    shown = ", ".join(map(str, rows[:_MOST_ROWS]))
    more = ", …" if len(rows) > _MOST_ROWS else ""
    place = language.gettext("named {n}x, row {rows}")
    return place.format(n=len(entry.rows), rows=f"{shown}{more}")


def _doubtful(entries: list[_Entry], language: Language) -> Iterator[str]:
    for entry in entries:
        if _is_doubtful(entry.name):
            name = f"# name = {_quoted(entry.name)}"
            yield f"# [[department]]  # {_place(entry, language)}\n{name}\n# addresses = []\n"


def _is_doubtful(name: str) -> bool:
    """Not sure to be anybody: a form of a school, a word that names no one, a torn phrase."""
    name = ALL_OF.sub("", name)
    folded = fold(name).strip(" .,;:-")
    nobody = _CLASS.fullmatch(folded) or _NOBODY.match(folded)
    letters = name.replace("&", "")
    if len(letters) > 1 and letters.isalpha() and name.isupper() and not nobody:
        return False  # «ОК», «ОТ», "HR", "L&D"
    if _UNIT.fullmatch(name) and name.isupper() and not nobody:
        return False
    if len(name) > _LONGEST or sum(map(str.isalpha, folded)) < 3:
        return True
    if heading_period(name) or PAPER.fullmatch(folded):
        return True
    return bool(nobody) or _is_torn(name.strip(" ,:;-").split()) or _has_condition(name)


def _is_torn(words: list[str]) -> bool:
    """«организации по», «И другие»; «Тренер Волков С.» ends in initials, «Отдел ОТ» in a field."""
    first = words[0]
    is_field = first.isupper() and len(first) > 1  # «ОТ и ТБ»
    return words[-1] in _HANGING or (first.casefold() in _HANGING and not is_field)


def _has_condition(name: str) -> bool:
    """«ОКС, по итогам торгов», unlike «комиссия по труду, по охране труда»."""
    before, *parts = name.split(", ")
    hanging = (part.split(" ", 1)[0] for part in parts)
    return any(word in _HANGING and f" {word} " not in fold(before) for word in hanging)


def _kind(name: str) -> DepartmentKind:
    """A first guess from the head word; the person who fills in the addresses corrects it."""
    if ALL_OF.match(name):
        return DepartmentKind.GROUP
    words = fold(name).split()
    head = next((word for word in words if not _ADJECTIVE.fullmatch(word)), "")
    if head in GROUP_HEADS:
        return DepartmentKind.GROUP
    return DepartmentKind.BODY if head.startswith(BODY_STEMS) else DepartmentKind.DEPARTMENT


def _quoted(text: str) -> str:
    # A JSON string without escapes for letters is a TOML basic string too, but for U+007F.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
