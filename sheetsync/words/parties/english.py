"""The parties of an English phrase: «Legal department and HR, jointly with IT»."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sheetsync.model.frozen import frozen_positional
from sheetsync.words.cleaning import pairs, word_set
from sheetsync.words.parties.tokens import masked
from sheetsync.words.pattern import pattern

# Nouns that make a body or a post of the words before them; the plural shares them out.
_HEADS = word_set(
    """
    accountant administration adviser agency analyst architect archivist assistant auditor board
    bureau bursar caretaker center centre chair chairman chairperson champion chef clerk commission
    committee company consultant controller coordinator council curator department deputy developer
    director directorate division editor employer engineer federation group head inspector
    inspectorate lawyer lead library manager matron member ministry museum nurse office officer
    organisation organization planner presidium principal school secretariat secretary section
    senco service specialist staff steward supervisor surveyor teacher team technician trainer
    treasurer trustee union unit vicar warden foreman handyman driver cook gardener cleaner janitor
    guard porter plumber carpenter mechanic welder operator dispatcher cashier doctor mayor
    ceo cfo coo cto cio cmo chro
    """
)
_COMPOUNDED = (
    *("warden", "teacher", "keeper", "master", "librarian", "worker", "leader"),
    *("ician", "ologist"),
)
_POSTS = word_set("head director manager deputy chair secretary officer member staff")
_HELPED = (
    r"(?:jointly|together|working|in\ (?:cooperation|partnership|collaboration|consultation"
    r"|conjunction|liaison|association))\ with|with\ (?:the\ )?(?:participation|support|help"
    r"|input|advice|assistance)\ (?:of|from)|(?:supported|assisted)\ by|as\ well\ as|along\ with"
)
# Not "Member with responsibility for housing", which is one post.
_WITH = r"with(?!\s(?:special|overall|lead)?\s?(?:responsib|portfolio|interest))"
_JOINERS = rf"{_HELPED}|(?<=[\w\s]\s){_WITH}"
_BORDER = pattern(
    rf"(?P<hard>\s*[;\n/]\s*|\s+\+\s+|[,\s]*\b(?:{_JOINERS})\s+)"
    r"|(?P<both>(?:\s*,\s*|\s+)and\s+)|(?P<sign>(?:\s*,\s*|\s+)&\s+)|(?P<comma>\s*,\s*)",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL = pattern(r"\s*(?:lead|responsible|owner|support|executors?|in charge)\s*:\s*", re.I)
_PEOPLE = r"(?:\w+\s)?(?:staff|employees|members|teachers|workers|managers|volunteers|colleagues)\b"
# «All staff» are a whole; of bodies each is one, «all departments» are «departments».
_FRONT = pattern(rf"\s*(?:\d{{1,2}}[.)]\s+)?(?:(?:the|all(?!\s{_PEOPLE})|with)\s+)*", re.I)
_NAMED = pattern(r"\b[A-Z]\.")  # "J. Smith"
_INITIALS = pattern(r"(?:[A-Z]\b\.?[\s-]*){1,3}")  # "Smith, J."
# Two fields that one body has, as a rule.
_PAIRS = pairs(
    """
    audit & risk, communications & marketing, culture & leisure, diversity & inclusion,
    education & training, environment & waste, equality & diversity, estates & facilities,
    facilities & estates, finance & resources, health & safety, infection prevention & control,
    learning & development, leisure & culture, marketing & communications,
    monitoring & evaluation, parks & open spaces, parks & recreation, people & culture,
    planning & building control, policy & public affairs, policy & research,
    quality & safety, research & development, research & innovation, risk & compliance,
    sales & marketing, teaching & learning, training & development, water & sanitation,
    welfare & benefits
    """,
    by=" & ",
)
_DOUBT = "responsible-after-sign"
_REMARK = pattern(r"\s*\([^()]*\)|[\s.]+$")
# "(supported by Finance)", "(with the Board Treasurer)", not "(with a pass)".
_HELPERS = pattern(
    rf"\((?=(?:{_HELPED}|{_WITH})\s+(?:the\s+)?(?-i:[A-Z]))([^()]+)\)",
    re.IGNORECASE | re.VERBOSE,
)


@frozen_positional
class Named:
    """A party's name, its place in the phrase and the code of a doubt about it, if there is one."""

    name: str
    start: int
    end: int
    doubt: str = ""


@frozen_positional
class _Chunk:
    text: str
    start: int
    end: int
    border: str  # "hard", "both" (and), "sign" (&) or "comma": what stands before it

    @property
    def ands(self) -> bool:
        """Whether «and» or «&» stands before it."""
        return self.border in ("both", "sign")

    @property
    def words(self) -> list[str]:
        return re.findall(r"[\w’'-]+", self.text)

    def headed(self) -> bool:
        words = (_singular(word.casefold()) for word in self.words)
        return any(word in _HEADS or word.endswith(_COMPOUNDED) for word in words)

    def acronym(self) -> bool:
        return any(len(word) > 1 and word.isupper() for word in self.words)

    def plural_of(self) -> bool:
        """«Departments of …»: each that follows is one."""
        first, *rest = [word.casefold() for word in self.words]
        return rest[:1] == ["of"] and first.endswith("s") and _singular(first) in _HEADS


def read_english(line: str, known: tuple[str, ...] = ()) -> tuple[Named, ...]:
    """The parties of a line without Cyrillic letters, in its order.

    `known` are names of the roster that are never parted, the longest first.
    """
    line = _HELPERS.sub(r" \1 ", line)
    groups: list[list[_Chunk]] = []
    apart = ";" in line
    for chunk in _chunks(line, known):
        if groups and chunk.border != "hard" and _goes_on(groups[-1], chunk, apart=apart):
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    found: list[Named] = []
    for before, group in pairwise([[], *groups]):
        named = _names(group, line)
        doubted = before and group[0].border == "sign" and not (_sure(before[-1], group[0]))
        found += [replace(one, doubt=_DOUBT) for one in named] if doubted else named
    return tuple(found)


def _sure(*chunks: _Chunk) -> bool:
    """Whether any names a body or a post by itself, and so no field of work."""
    return any(chunk.headed() or chunk.acronym() for chunk in chunks)


def _chunks(line: str, known: tuple[str, ...]) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    start, border = 0, "hard"
    whole, _ = masked(line, known)
    for match in _BORDER.finditer(whole):
        chunks += _chunk(line, (start, match.start()), border)
        start, border = match.end(), match.lastgroup or "comma"
    return chunks + _chunk(line, (start, len(line)), border)


def _chunk(line: str, place: tuple[int, int], border: str) -> list[_Chunk]:
    start, end = place
    label = _LABEL.match(line, start, end)
    start = label.end() if label else start
    front = _FRONT.match(line, start, end)
    start = front.end() if front else start
    remark = _REMARK.search(line, start, end)
    end = remark.start() if remark else end
    text = line[start:end]
    return [_Chunk(text, start, end, border)] if re.search(r"\w", text) else []


def _goes_on(group: Sequence[_Chunk], chunk: _Chunk, *, apart: bool) -> bool:
    """Whether the chunk belongs to the name before it; a line may set parties `apart` by ";"."""
    first = group[0]
    plain = not any(_NAMED.search(each.text) or each.acronym() for each in (first, chunk))
    if apart and plain and chunk.border == "sign" and not (first.headed() and chunk.headed()):
        return True
    if chunk.border == "comma" and _INITIALS.fullmatch(chunk.text):
        return len(group) == 1 and len(first.words) == 1
    if chunk.ands and _are_pair(first, chunk):
        return True
    if not first.headed() and not first.acronym() and chunk.headed():
        return chunk.ands and " of " not in chunk.text
    last_words = {word.casefold() for word in first.words}
    opened = first.headed() and bool(last_words & {"of", "for", "on"})
    post = bool(last_words & _POSTS)
    services = chunk.ands and chunk.words[-1].casefold() == "services"
    return opened and (services or not chunk.headed()) and (post or not chunk.acronym())


def _are_pair(first: _Chunk, other: _Chunk) -> bool:
    return (first.text.casefold(), other.text.casefold()) in _PAIRS


def _names(group: Sequence[_Chunk], line: str) -> list[Named]:
    start, end = group[0].start, group[-1].end
    if len(group) > 1 and group[0].plural_of():
        head = _singular(group[0].words[0])
        field = group[0].text.partition(" of ")[2]
        kind = field.rstrip("0123456789")  # "Heads of Year 7 and 8"
        fields = [field, *(kind * chunk.text.isdigit() + chunk.text for chunk in group[1:])]
        return [Named(f"{head} of {field}", start, end) for field in fields]
    last = group[-1].words[-1]
    shared = len(group) > 1 and last.casefold() != _singular(last.casefold())
    is_pair = len(group) == 2 and _are_pair(*group)
    if shared and group[-1].headed() and not group[0].headed() and not is_pair:
        fields = [*(chunk.text for chunk in group[:-1]), group[-1].text.rpartition(" ")[0]]
        return [Named(f"{field} {_singular(last)}", start, end) for field in fields]
    return [Named(" ".join(line[start:end].split()), start, end)]


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    # «Business» and «class» end in s without being plurals.
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
