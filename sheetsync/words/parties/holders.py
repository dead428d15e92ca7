"""Who holds which post: posts and names beside each other, or in brackets, are one party."""

from collections.abc import Sequence
from dataclasses import replace

from sheetsync.words.parties.asides import are_charges, names_role
from sheetsync.words.parties.lexicon import (
    CHIEFS,
    DEPUTIES,
    GOVERNED,
    POSTS,
    SUBSTANTIVES,
    is_role,
    is_task,
)
from sheetsync.words.parties.naming import PartyDraft
from sheetsync.words.parties.noun_phrases import (
    choose_slot,
    ends_in_name,
    is_post,
    noun_phrase,
    turned,
)
from sheetsync.words.parties.pieces import Separator
from sheetsync.words.parties.tokens import DASHES, TokenKind, Words, is_person, names_person
from sheetsync.words.vocabulary import Vocabulary

_LISTED = (Separator.COMMA, Separator.AND, Separator.LINE, Separator.COLON)
_LONGEST_TASK = 3  # words
_LINES = (Separator.LINE, Separator.BREAK)


def with_holders(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """The parties, each post with the name of whoever plainly holds it."""
    drafts = [_post_first(draft, vocabulary) for draft in drafts]
    if len(drafts) < 2:
        return drafts
    if _has_all_posts(drafts, vocabulary):
        return [_with_all_posts(drafts)]
    drafts = _with_names_below(_with_posts_behind(drafts, vocabulary), vocabulary)
    drafts = _each_with_post(drafts, vocabulary)
    done = drafts[:1]
    for draft in drafts[1:]:
        joined = _one_person(done[-1], draft, alone=len(drafts) == 2, vocabulary=vocabulary)
        done[-1:] = [joined] if joined else [done[-1], draft]
    return done


def holds(person: Words, post: Words, vocabulary: Vocabulary) -> bool:
    """Whether there is a name alone, and a post without one: «уборщица Лапина» has hers."""
    if not is_person(person) or names_person(post) or not is_post(post, vocabulary):
        return False
    if any(word.text in DASHES for word in post):  # «руководитель – бухгалтерия»
        return False
    return not (post[-1].capitalised() and ends_in_name(post, vocabulary))


def with_role(draft: PartyDraft, role: Sequence[PartyDraft]) -> PartyDraft:
    """«Директор, он же секретарь Иванов И.И.»: one party, with the name that the role may bring."""
    holders = [token for each in role for token in each.words if token.kind is TokenKind.PERSON]
    words = draft.words if draft.names_person() else (*draft.words, *holders[:1])
    return replace(draft, words=words, end=max(draft.end, *(each.end for each in role)))


def _post_first(draft: PartyDraft, vocabulary: Vocabulary) -> PartyDraft:
    """«Иванов И.И. – начальник отдела»: the post, then the name, as everywhere, and no dash.

    «Сомов – по своим участкам», «Лосева – закупки», «свод – юротдел» say what each of them does.
    """
    dashes = [at for at, word in enumerate(draft.words) if word.text in DASHES]
    if len(dashes) != 1:
        return draft
    before, behind = draft.words[: dashes[0]], draft.words[dashes[0] + 1 :]
    if not before or not behind:
        return draft
    if _tells_task(before, vocabulary):
        return replace(draft, words=behind, start=behind[0].start)
    of_person = is_person(before)
    field = of_person and (_is_field(behind, vocabulary) or are_charges(behind))
    if field or _tells_task(behind, vocabulary):
        return replace(draft, words=before, end=before[-1].end)
    if of_person:
        return replace(draft, words=(*behind, *before))
    return replace(draft, words=(*before, *behind)) if is_person(behind) else draft


def _is_field(words: Words, vocabulary: Vocabulary) -> bool:
    """«Сомов – по своим участкам», «Сомов – сайт»: where or on what somebody works."""
    if words[0].key in GOVERNED:
        return True
    phrase = noun_phrase(words, vocabulary)
    plain = all(word.kind is TokenKind.WORD and word.text.islower() for word in words)
    return plain and phrase.head is not None and not phrase.party()


def _tells_task(words: Words, vocabulary: Vocabulary) -> bool:
    """What somebody is to do: «закупки», «свод»; by itself it is no party."""
    plain = all(word.kind is TokenKind.WORD and word.text[1:].islower() for word in words)
    named = any(word.capitalised() for word in words[1:])
    if not plain or named or not is_task(words[0].key) or len(words) > _LONGEST_TASK:
        return False
    phrase = noun_phrase(words, vocabulary)
    organised = words[0].key == "организация" and len(words) > 1  # «организация питания»
    return phrase.head is not None and (organised or not phrase.party())


def _with_posts_behind(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """«Иванов И.И., начальник отдела, Петров П.П., юрист»: each with his own post.

    Bodies may stand around them; beside a post or a person alone each is taken for itself.
    """
    people = (at for at, draft in enumerate(drafts) if is_person(draft.words))
    last = first = next(people, len(drafts))
    held: list[PartyDraft] = []
    while last + 1 < len(drafts) and _hold(drafts[last], drafts[last + 1], vocabulary):
        person, post = drafts[last : last + 2]
        held.append(replace(post, words=(*post.words, *person.words), start=person.start))
        last += 2
    before, behind = drafts[:first], drafts[last:]
    if len(held) < 2 or any(_is_one(other, vocabulary) for other in (*before, *behind)):
        return drafts
    return [*before, *held, *behind]


def _is_one(draft: PartyDraft, vocabulary: Vocabulary) -> bool:
    return draft.names_person() or is_post(draft.words, vocabulary)


def _with_names_below(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """Each post with the name on the line below it, where none is without one.

    Where lines end with commas, one that does not goes on with the next, whatever the others are.
    """
    marked = any(draft.cluster.first.ends_line for draft in drafts)
    done: list[PartyDraft] = []
    for draft, after in zip(drafts, (*drafts[1:], None), strict=True):
        below = bool(done) and draft.cluster.first.link is Separator.LINE
        post = done[-1] if done else draft
        begun = marked or post.cluster.first.link in _LINES
        if below and begun and _hold(draft, post, vocabulary):
            done[-1] = _over(post, draft, (*post.words, *draft.words))
        elif marked or _has_holder(draft, after):
            done.append(draft)
        else:
            return drafts
    return done


def _has_holder(post: PartyDraft, after: PartyDraft | None) -> bool:
    """A post with a name, in its own words or behind them."""
    if post.names_person():
        return not is_person(post.words)
    return after is not None and is_person(after.words)


def _hold(person: PartyDraft, post: PartyDraft, vocabulary: Vocabulary) -> bool:
    return holds(person.words, post.words, vocabulary)


def _over(first: PartyDraft, second: PartyDraft, words: Words) -> PartyDraft:
    """One party in the place of two."""
    return replace(first, words=tuple(words), start=first.start, end=second.end)


def _each_with_post(drafts: list[PartyDraft], vocabulary: Vocabulary) -> list[PartyDraft]:
    """«специалисты Иванов И.И. и Петров П.П.», «Методисты: Орлова А.А.»: each of them is one."""
    done: list[PartyDraft] = []
    post: Words = ()
    for draft, after in zip(drafts, (*drafts[1:], None), strict=True):
        if post and is_person(draft.words) and draft.cluster.first.link in _LISTED:
            done.append(replace(draft, words=(*post, *draft.words)))
            continue
        post = ()
        own = draft.words[:-1] if draft.names_person() else draft.words
        over = after is not None and after.cluster.first.link is Separator.COLON
        if own and after and is_person(after.words) and (over or own != draft.words):
            post = _of_each(own, vocabulary)
        if not post:
            done.append(draft)
        elif own != draft.words:
            done.append(replace(draft, words=(*post, draft.words[-1])))
    return done


def _of_each(words: Words, vocabulary: Vocabulary) -> Words:
    """The post that several hold, in the singular; nothing where the words are no such post."""
    phrase = noun_phrase(words, vocabulary)
    slot = choose_slot(phrase, ("nomn",))
    if slot is None or slot[1] != "plur" or not (phrase.lemmas & POSTS or phrase.animate):
        return ()
    return turned(words, slot, frozenset({"nomn", "sing"}), vocabulary)


def _one_person(
    first: PartyDraft, second: PartyDraft, *, alone: bool, vocabulary: Vocabulary
) -> PartyDraft | None:
    """The party that two neighbours are, `alone` in their list or not; None where they are two."""
    link = second.cluster.first.link
    if link is Separator.COLON and alone and _hold(second, first, vocabulary):  # «Юрист: …»
        return _over(first, second, (*first.words, *second.words))
    behind = link is Separator.COMMA and alone and not _are_told_apart(first, second, vocabulary)
    if behind and _has_post(first, second, vocabulary):
        return _over(first, second, (*second.words, *first.words))
    if behind and _single_post(first, second, vocabulary):
        one = _over(first, second, (*second.words, *first.words))
        return replace(one, doubt="responsible-one-person")
    if link is Separator.COMMA and _two_posts(first, second, alone=alone, vocabulary=vocabulary):
        return _over(first, second, (*first.words, *second.joined, *second.words))
    if link is Separator.AND and alone and _has_role(first, second, vocabulary):
        both = _over(first, second, (*first.words, *second.joined, *second.words))
        return replace(both, doubt="responsible-one-person")
    return None


def _has_post(person: PartyDraft, post: PartyDraft, vocabulary: Vocabulary) -> bool:
    """«Иванов Иван Иванович, начальник отдела»; a lone word may be of another one."""
    if len(post.words) == 1 or not _hold(person, post, vocabulary):
        return False
    return bool(noun_phrase(post.words, vocabulary).lemmas & POSTS)


def _are_told_apart(person: PartyDraft, post: PartyDraft, vocabulary: Vocabulary) -> bool:
    """Whether somebody and a post behind him are two by what each of them has for itself.

    «Исп. Лосев П.П., контроль – главный врач», «Лосев П.П. (до обеда), главный врач (после)»,
    «Ответственные: Лосев П.П., главный врач», «Куратор гр. 101 – Зорина, зав. отделением».
    """
    first, second = person.cluster.first, post.cluster.first
    if any(said[0].start < post.start for said in second.asides):
        return True
    counted = any(any(map(str.isdigit, word.text)) for said in first.asides for word in said)
    if counted or (first.brackets and second.brackets) or (first.asides and second.asides):
        return True
    roles = (noun_phrase(said, vocabulary) for said in first.asides if names_role(said))
    return any(role.numbers == {"plur"} for role in roles)


def _single_post(person: PartyDraft, post: PartyDraft, vocabulary: Vocabulary) -> bool:
    """«Лосева Анна Петровна, методист»: likelier hers than another one's, as it is a single one.

    Decrees list who is sent them in the dative, each for himself.
    """
    short = post.words[0].text.endswith(".")  # «уч. секретарь»
    words = post.words[1:] if short and len(post.words) > 1 else post.words
    if not holds(person.words, words, vocabulary):
        return False
    written = noun_phrase(words, vocabulary) if short else post.cluster.phrase
    single = written.animate and {"nomn", "sing"} <= written.cases | written.numbers
    # «Лосев П.П. – он же председатель, юрист»
    roles = person.end > person.words[-1].end or bool(post.cluster.first.asides)
    # «Кротова Н.В., управляющий делами»: she would be the «управляющая».
    roles = roles or (len(words) > 1 and bool(written.lemmas & SUBSTANTIVES))
    return single and not roles and " " in person.name()


def _has_all_posts(drafts: Sequence[PartyDraft], vocabulary: Vocabulary) -> bool:
    """«Лосева Анна Петровна, методист, уч. секретарь»: as with one post, all are likelier hers."""
    person, *posts = drafts
    if len(posts) < 2 or person.name().count(" ") < 2:
        return False
    commas = all(post.cluster.first.link is Separator.COMMA for post in posts)
    return commas and all(_single_post(person, post, vocabulary) for post in posts)


def _with_all_posts(drafts: Sequence[PartyDraft]) -> PartyDraft:
    person, *posts = drafts
    joined = [word for post in posts for word in (*post.joined, *post.words)]
    words = (*joined[len(posts[0].joined) :], *person.words)
    one = _over(posts[0], posts[-1], words)
    return replace(one, start=person.start, doubt="responsible-one-person")


def _two_posts(
    first: PartyDraft, second: PartyDraft, *, alone: bool, vocabulary: Vocabulary
) -> bool:
    """«заместитель …, начальник … Иванов И.И.»: a deputy who is also a chief.

    Decrees name who is charged in the genitive, with both of his posts and without a name.
    """
    if first.names_person() or not (alone or second.names_person()):
        return False
    one, two = (noun_phrase(draft.words, vocabulary) for draft in (first, second))
    if not (one.lemmas & DEPUTIES and two.lemmas & CHIEFS):
        return False
    if second.names_person():
        return len(first.words) > 1 and "sing" in one.numbers & two.numbers
    written = (first.cluster.phrase, second.cluster.phrase)
    return all(p.cases and "nomn" not in p.cases and "sing" in p.numbers for p in written)


def _has_role(post: PartyDraft, role: PartyDraft, vocabulary: Vocabulary) -> bool:
    """«Методист и координатор проекта Панина Ю.В.»: a role that she has beside her post.

    Two posts may be of two people: «завхоз и медсестра Панина Ю.В.»
    """
    if len(post.words) > 1 or not (is_role(role.words[0].key) and role.names_person()):
        return False
    phrase = noun_phrase(post.words, vocabulary)
    one = phrase.animate and "sing" in phrase.numbers
    return one and not phrase.lemmas & (CHIEFS | DEPUTIES)
