"""What parties have to do with their neighbours: two posts, owners, pronouns, brackets."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.words.parties.lexicon import CHIEFS, DEPUTIES, GOVERNED, POSTS, is_role
from sheetsync.words.parties.naming import PartyDraft
from sheetsync.words.parties.noun_phrases import (
    choose_slot,
    is_post,
    noun_phrase,
    turned,
)
from sheetsync.words.parties.owners import with_owners
from sheetsync.words.parties.pieces import Separator
from sheetsync.words.parties.sharing import Tokens
from sheetsync.words.parties.tokens import DASHES, PartyToken, TokenKind
from sheetsync.words.vocabulary import Vocabulary

_POSSESSIVES = frozenset({"его", "ее", "их"})
_GENDERS = {"его": frozenset({"masc", "neut"}), "ее": frozenset({"femn"})}
_LISTED = (Separator.COMMA, Separator.AND, Separator.LINE)
_DATIVES = frozenset({"им", "ему", "ей"})


def related(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """The parties with posts of one person joined, owners shared and pronouns replaced."""
    if len(drafts) == 1:
        return [_post_first(drafts[0])]
    drafts = _with_names_below(_with_posts_behind(drafts, vocabulary), vocabulary)
    drafts = _with_posts_over(drafts, vocabulary)
    drafts = _with_roles_too(drafts, vocabulary)
    posted = _each_with_post([_post_first(draft) for draft in drafts], vocabulary)
    people = _one_person(posted, vocabulary)
    return _without_pronouns(with_owners(people, vocabulary), vocabulary)


def _post_first(draft: PartyDraft) -> PartyDraft:
    """«Иванов И.И. – начальник отдела»: the post, then the name, as everywhere, and no dash."""
    dashes = [at for at, word in enumerate(draft.words) if word.text in DASHES]
    if len(dashes) != 1 or len(draft.words) < 3:
        return draft
    before, behind = draft.words[: dashes[0]], draft.words[dashes[0] + 1 :]
    if [word.kind for word in before] == [TokenKind.PERSON]:
        return replace(draft, words=(*behind, *before))
    if [word.kind for word in behind] == [TokenKind.PERSON]:
        return replace(draft, words=(*before, *behind))
    return draft


def _each_with_post(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """«специалисты Иванов И.И. и Петров П.П.»: each of them is a specialist."""
    done: list[PartyDraft] = []
    posts: Tokens = ()
    for at, draft in enumerate(drafts):
        lone = _lone_person(draft) and draft.cluster.first.link in _LISTED
        after = drafts[at + 1 : at + 2]
        if not (posts and lone):
            posts = _plural_posts(draft, after, vocabulary)
            words = (*posts, draft.words[-1]) if posts else draft.words
        else:
            words = (*posts, draft.words[0])
        done.append(replace(draft, words=words))
    return done


def _plural_posts(draft: PartyDraft, after: list[PartyDraft], vocabulary: Vocabulary) -> Tokens:
    """The post of the first of several people, in the singular; nothing where it is not shared."""
    *post, person = draft.words
    alone = bool(after) and _lone_person(after[0])
    if not post or person.kind is not TokenKind.PERSON or not alone:
        return ()
    phrase = noun_phrase(post, vocabulary)
    slot = choose_slot(phrase, ("nomn",))
    if slot is None or slot[1] != "plur" or not (phrase.lemmas & POSTS or phrase.animate):
        return ()
    return turned(post, slot, frozenset({"nomn", "sing"}), vocabulary)


def _with_posts_over(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """«Методисты: Орлова А.А., Лось Б.Б.»: each is one, as is the lone one of «Юрист: …»."""
    if len(drafts) < 2:
        return drafts
    post, *held = drafts
    over = held[0].cluster.first.link is Separator.COLON and all(map(_lone_person, held))
    if not over or post.names_person():
        return drafts
    phrase = noun_phrase(post.words, vocabulary)
    slot = choose_slot(phrase, ("nomn",))
    if slot is None or not (phrase.lemmas & POSTS or phrase.animate):
        return drafts
    if slot[1] == "sing":
        return [_over(post, held[0], (*post.words, *held[0].words))] if len(held) == 1 else drafts
    one = turned(post.words, slot, frozenset({"nomn", "sing"}), vocabulary)
    return [replace(each, words=(*one, *each.words)) for each in held]


def _one_person(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    done: list[PartyDraft] = []
    for draft in drafts:
        before = done[-1] if done and _by_comma(draft) else None
        both = before and len(drafts) == 2 and _charged_with_both(before, draft, vocabulary)
        if before and (both or _two_posts(before, draft, vocabulary)):
            comma = draft.cluster.first.joint
            done[-1] = _over(before, draft, (*before.words, *comma, *draft.words))
        elif before and len(drafts) == 2 and _post_of(before, draft, vocabulary):
            done[-1] = _over(before, draft, (*draft.words, *before.words))
        else:
            done.append(draft)
    return done


def _with_roles_too(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """«Методист и координатор проекта Панина Ю.В.»: a role that she has beside her post.

    Two posts may be of two people: «завхоз и медсестра Панина Ю.В.»
    """
    if len(drafts) != 2 or drafts[1].cluster.first.link is not Separator.AND:
        return drafts
    post, held = drafts
    phrase = noun_phrase(post.words, vocabulary)
    bare = len(post.words) == 1 and phrase.animate and "sing" in phrase.numbers
    role = is_role(held.words[0].key) and held.words[-1].kind is TokenKind.PERSON
    if not (bare and role) or phrase.lemmas & (CHIEFS | DEPUTIES):
        return drafts
    words = (*post.words, *held.cluster.first.joint, *held.words)
    return [replace(_over(post, held, words), doubt="responsible-one-person")]


def _by_comma(draft: PartyDraft) -> bool:
    return draft.cluster.first.link is Separator.COMMA


def _over(first: PartyDraft, second: PartyDraft, words: Tokens) -> PartyDraft:
    """One party in the place of two."""
    return replace(first, words=words, start=first.start, end=second.end)


def _two_posts(first: PartyDraft, second: PartyDraft, vocabulary: Vocabulary) -> bool:
    """«заместитель …, начальник … Иванов И.И.»: a deputy who is also a chief."""
    if first.names_person() or not second.names_person() or len(first.words) == 1:
        return False
    one, two = (noun_phrase(draft.words, vocabulary) for draft in (first, second))
    posts = one.lemmas & DEPUTIES and two.lemmas & CHIEFS
    return bool(posts) and "sing" in one.numbers & two.numbers


def _charged_with_both(first: PartyDraft, second: PartyDraft, vocabulary: Vocabulary) -> bool:
    """Decrees name who is charged in the genitive, with both of his posts."""
    phrases = [noun_phrase(each.cluster.first.tokens, vocabulary) for each in (first, second)]
    oblique = all(p.cases and "nomn" not in p.cases and "sing" in p.numbers for p in phrases)
    posts = phrases[0].lemmas & DEPUTIES and phrases[1].lemmas & CHIEFS
    return bool(oblique and posts) and not (first.names_person() or second.names_person())


def _post_of(person: PartyDraft, post: PartyDraft, vocabulary: Vocabulary) -> bool:
    """«Иванов Иван Иванович, начальник отдела»: the name first, then the post."""
    phrase = noun_phrase(post.words, vocabulary)
    alone = _lone_person(person) and not post.names_person()
    whole = ("nomn", "sing") in {slot[:2] for slot in phrase.slots} and len(post.words) > 1
    same = person.name() == person.cluster.tokens()[0].text
    return alone and whole and same and bool(phrase.lemmas & POSTS)


def _without_pronouns(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """«председатель, его заместители»: the pronoun gives way to the party before it."""
    done = drafts[:1]
    for draft in drafts[1:]:
        words = _named_fully(draft.words, done[-1].words, vocabulary)
        done.append(draft if words == draft.words else replace(draft, words=words))
    return done


def _named_fully(words: Tokens, before: Tokens, vocabulary: Vocabulary) -> Tokens:
    keys = [word.key for word in words]
    if keys[0] in _POSSESSIVES and len(words) > 1:
        owner = _owner_of_gender(before, keys[0], vocabulary)
        return (*words[1:], *(owner or _in_case(before, "gent", vocabulary)))
    if len(words) > 2 and keys[1] in _DATIVES:
        comma = PartyToken(",", words[0].start, words[0].start, TokenKind.MARK, ",")
        return (*words[2:], comma, words[0], *_in_case(before, "datv", vocabulary))
    return words


def _owner_of_gender(before: Tokens, pronoun: str, vocabulary: Vocabulary) -> Tokens:
    """The commission of «секретарь комиссии, её члены»: the pronoun does not fit the secretary."""
    genders = _GENDERS.get(pronoun, frozenset())
    phrase = noun_phrase(before, vocabulary)
    own = {slot[2] for slot in phrase.slots if slot[:2] == ("nomn", "sing")}
    if phrase.head is None or not genders or not own or own & genders:
        return ()
    rest = before[phrase.head + 1 :]
    other = noun_phrase(rest, vocabulary)
    fits = any(slot[:2] == ("gent", "sing") and slot[2] in genders for slot in other.slots)
    return rest if other.head is not None and fits else ()


def _in_case(words: Tokens, case: str, vocabulary: Vocabulary) -> Tokens:
    slot = choose_slot(noun_phrase(words, vocabulary), ("nomn",))
    if slot is None or words[0].key in GOVERNED:
        return words
    return turned(words, slot, frozenset({case, slot[1]}), vocabulary)


def _with_posts_behind(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """«Иванов И.И., начальник отдела, Петров П.П., юрист»: each with his own post.

    Bodies may stand around them; beside a post or a person alone each is taken for itself.
    """
    first = next((at for at, draft in enumerate(drafts) if _lone_person(draft)), len(drafts))
    last, held = first, list[PartyDraft]()
    while last + 1 < len(drafts) and _holds(drafts[last], drafts[last + 1], vocabulary):
        person, post = drafts[last : last + 2]
        held.append(replace(post, words=(*post.words, *person.words), start=person.start))
        last += 2
    others = (*drafts[:first], *drafts[last:])
    alone = any(one.names_person() or is_post(one.words, vocabulary) for one in others)
    return drafts if len(held) < 2 or alone else [*drafts[:first], *held, *drafts[last:]]


def _with_names_below(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """Each post with the name on the line below it, where all lines are such pairs."""
    pairs = list(zip(drafts[::2], drafts[1::2], strict=False))
    paired = (
        bool(pairs)
        and len(drafts) % 2 == 0
        and all(
            _holds(person, post, vocabulary)
            and person.cluster.first.link is Separator.LINE
            and post.cluster.first.link in (Separator.LINE, Separator.BREAK)
            for post, person in pairs
        )
    )
    if not paired:
        return drafts
    return [_over(post, person, (*post.words, *person.words)) for post, person in pairs]


def _holds(person: PartyDraft, post: PartyDraft, vocabulary: Vocabulary) -> bool:
    return _lone_person(person) and not post.names_person() and is_post(post.words, vocabulary)


def _lone_person(draft: PartyDraft) -> bool:
    return len(draft.words) == 1 and draft.words[0].kind is TokenKind.PERSON


def with_role(draft: PartyDraft, role: Sequence[PartyDraft]) -> PartyDraft:
    """«Директор, он же секретарь Иванов И.И.»: one party, with the name that the role may bring."""
    holders = [token for each in role for token in each.words if token.kind is TokenKind.PERSON]
    words = draft.words if draft.names_person() else (*draft.words, *holders[:1])
    return replace(draft, words=words, end=max(draft.end, *(each.end for each in role)))
