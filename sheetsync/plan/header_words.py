"""Tells from a header's words which field of a plan it is (config/columns.toml)."""

import re
from difflib import get_close_matches

from sheetsync.model import Synonyms
from sheetsync.model.frozen import frozen
from sheetsync.words.cleaning import fold
from sheetsync.words.tables import header_is_about, tells_beginning, tells_hours

_LONGEST = 60  # a whole sentence that happens to begin like a header is a title line
# One letter of «Отвественный» or «Строк исполнения» is not enough to take it for another header.
_SHORTEST_TYPO, _LONGEST_TYPO, _NEAR = 8, 30, 0.92
_SURE = 5  # letters by which a beginning is known even where the word is broken

# Latin letters that look like Cyrillic ones when they begin a word: people type «Cроки» with both.
_ALIKE = str.maketrans("abcehkmoptxy", "авсенкмортху")
_BROKEN = re.compile(r"(?<=\w)(?:-\s+|¬\s*)(?=\w)")  # the second is a break copied from Word
_GAPS = re.compile(r"[\s-]")

NO_LAST_DAY = 2
"""The rank of a column of days that holds no last one: beginnings, or what was done when."""

_STARTS = re.compile(
    r"начал|поручени|выдач|постановк|поступлен|регистрац|(?<!\w)с$|\b(?:start|begin|issued|from$)"
)
_ENDS = re.compile(
    r"окончан|завершен|контрольн|предельн|крайн|план|(?<!\w)по$|\b(?:end|finish|due|until|to$)"
)
_FACT = re.compile(r"факт")
_DEADLINE = re.compile(r"(?<!\w)срок|^(?:окончание|завершение|end|finish)\b")


@frozen
class HeaderWords:
    """The field of each header and of each beginning of one, all in one spelling."""

    exact: dict[str, str]
    begins: dict[str, str]
    broken: dict[str, str]  # beginnings of words that people broke
    places: dict[str, int]  # of each of them in its list: what stands further up is surer
    by_meaning: bool = False  # whether a header counts that is on no list and speaks of a field

    @classmethod
    def of(cls, synonyms: dict[str, Synonyms]) -> "HeaderWords":
        """The words of the configuration; of two fields with one header the earlier has it."""
        exact: dict[str, str] = {}
        for field, known in synonyms.items():
            for header in known.headers:
                exact.setdefault(_squeezed(_spelled(header)), field)
        begins: dict[str, str] = {}
        for field, known in synonyms.items():
            for begin in known.begins:
                begins.setdefault(fold(begin).translate(_ALIKE), field)
        broken = {_squeezed(b): field for b, field in begins.items() if len(b) >= _SURE}
        places = {text: at for texts in (broken, begins, exact) for at, text in enumerate(texts)}
        return cls(exact=exact, begins=begins, broken=broken, places=places)

    def knows(self, header: str) -> bool:
        """Whether any field may have this header: a quick look before the others."""
        text = _spelled(header)
        squeezed = _squeezed(text)
        return (
            squeezed in self.exact
            or text.startswith(tuple(self.begins))
            or squeezed.startswith(tuple(self.broken))
            or (self.by_meaning and len(text) <= _LONGEST and bool(self.meant(header)))
        )

    def whole(self, header: str) -> str:
        """The field whose header this is, "" for none."""
        return self.exact.get(_squeezed(_spelled(header)), "")

    def beginning(self, header: str, field: str = "") -> str:
        """The field whose headers begin so, "" for none; with `field`, only that one counts."""
        known = [self.begins.get(begin) or self.broken[begin] for begin in self._begun(header)]
        return next((name for name in known if field in ("", name)), "")

    def meant(self, header: str) -> str:
        """The field of a header that is on no list: one mistyped in a letter, or about a field."""
        text = _spelled(header)
        squeezed = _squeezed(text)
        if not _SHORTEST_TYPO <= len(squeezed) <= _LONGEST_TYPO:
            return header_is_about(header)
        near = get_close_matches(squeezed, self.exact, n=1, cutoff=_NEAR)
        return self.exact[near[0]] if near else header_is_about(header)

    def place(self, header: str) -> int:
        """How far down a known header, or its beginning, stands in the list."""
        squeezed = _squeezed(_spelled(header))
        known = [squeezed] if squeezed in self.exact else self._begun(header)
        return min(self.places[text] for text in known)

    def _begun(self, header: str) -> list[str]:
        text = _spelled(header)
        if len(text) > _LONGEST:
            return []
        squeezed = _squeezed(text)
        known = [begin for begin in self.begins if text.startswith(begin)]
        return known + [begin for begin in self.broken if squeezed.startswith(begin)]


def mended(header: str) -> str:
    """The header without the breaks that people put into its words: «Мероприя- тие»."""
    return _BROKEN.sub("", header)


def is_deadline(header: str) -> bool:
    """Whether a header speaks of a deadline in any of its words: «Контрольный срок»."""
    text = _both_alphabets(header)
    return len(header) <= _LONGEST and bool(_DEADLINE.search(text))


def due_rank(header: str) -> int:
    """Of several columns of days, how surely one holds the last: the lowest is it."""
    text = _both_alphabets(header)
    if _STARTS.search(text) or _FACT.search(text) or tells_hours(header):
        return NO_LAST_DAY
    return 0 if _ENDS.search(text) else 1


def is_beginning(header: str) -> bool:
    """The header of a column of first days."""
    return len(header) <= _LONGEST and tells_beginning(header)


def _both_alphabets(header: str) -> str:
    """English words as they are, Russian ones in Cyrillic letters only."""
    # With Cyrillic look-alikes in them, "start" and "due" would match no pattern any more.
    latin = fold(header).rstrip(" .:*")
    return latin if latin.isascii() else _spelled(header)


def _spelled(header: str) -> str:
    """A header as all may have typed it: no breaks by hand, one alphabet, no sign at its end."""
    return mended(fold(header)).translate(_ALIKE).rstrip(" .:*")


def _squeezed(text: str) -> str:
    """Without gaps and hyphens, which people put into words to fit them into a column."""
    return _GAPS.sub("", text)
