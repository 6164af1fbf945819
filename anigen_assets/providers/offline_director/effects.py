"""From the directives of a scene to typed canon changes whose `previous` is what canon says at that moment.

Verbs:
    warm a b: because        the bond grows by one step        learn b [secret]: how   b learns the part's secret
    cool a b: because        they fall out                     secret a: text          a has something to hide
    bond a b word: because   the bond becomes a word           depart a absent: why    a leaves (absent, departed, dead)
    item a [here]            the part's thing becomes an item  return a: why           a is back
    hold a|none|here [item] [state]  an item changes hands     move a                  a settles at the scene's place
    settle g                 a newcomer is introduced as main  place kind: Name | what it is, a new place
    set a attribute: value | because
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from anigen_assets.providers.offline_director.bonds import cooler, warmer
from anigen_assets.providers.offline_director.grammar import stable
from anigen_assets.providers.offline_director.model import Directive
from anigen_assets.providers.offline_director.words import Words
from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import (
    Change,
    DeclareSecret,
    Depart,
    Hold,
    IntroduceItem,
    IntroducePlace,
    Learn,
    Move,
    Relate,
    Return,
    SetAttribute,
)
from anigen_assets.story.looks import PlaceLook
from anigen_assets.story.names import same_name
from anigen_assets.story.vocabulary import SetKind

TEXT_CHARACTERS = 240


def change_for(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    """The change a directive makes now, or None when there is nothing to change.

    Args:
        canon: Canon just before it, the changes of earlier scenes included.
    """
    make = _VERBS.get(directive.verb)
    return make(directive, words, canon) if make else None


def clipped(text: str, limit: int = TEXT_CHARACTERS) -> str:
    """A text within a limit, cut at a word."""
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def _who(words: Words, letter: str) -> str:
    return words.part.roles.get(letter, "")


def _text(directive: Directive, words: Words) -> str:
    return clipped(words.say(directive.text)) if directive.text else "It was shown in the scene."


def _relate(directive: Directive, words: Words, canon: CanonState, bond: str | None) -> Change | None:
    a, b = (_who(words, letter) for letter in directive.words[:2])
    now = canon.bond(a, b)
    if not (a and b) or bond is None or bond == now:
        return None
    return Relate(a=a, b=b, bond=bond, previous=now, because=_text(directive, words))


def _warm(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    a, b = (_who(words, letter) for letter in directive.words[:2])
    return _relate(directive, words, canon, warmer(canon.bond(a, b) or ""))


def _cool(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    a, b = (_who(words, letter) for letter in directive.words[:2])
    return _relate(directive, words, canon, cooler(canon.bond(a, b) or ""))


def _bond(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    return _relate(directive, words, canon, " ".join(directive.words[2:]))


def item_id(words: Words) -> str:
    """The id of the item that a part brings into canon."""
    origin = words.part.thread_id or f"{words.world.number}_{words.part.unit.id}"
    return f"i{origin.removeprefix('t')}"[:48]


def _item(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    thing = words.part.thing
    if thing is None or canon.kind(item_id(words)):
        return None
    to = directive.words[0] if directive.words else "none"
    holder = words.place if to == "here" else _who(words, to)
    name = _free_name(thing.name, holder, words, canon)
    if name is None:
        return None
    described = words.say("{thing.A}; {thing.odd}.").capitalize()
    return IntroduceItem(id=item_id(words), name=name, description=clipped(described), holder=holder)


def _free_name(name: str, holder: str, words: Words, canon: CanonState) -> str | None:
    """What nothing else in canon is called: the name, with its owner's, or as another one; None when all are taken."""
    person = words.world.people.get(holder) or words.part.newcomers.get(holder)
    taken = [canon.value(item, "name") for item in canon.ids("item")]
    options = [name, f"{person.short}'s {name}", f"{person.short}'s other {name}"] if person else [name]
    return next((o for o in options if not any(same_name(o, t) for t in taken)), None)


def _hold(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    to, *rest = directive.words
    named = [word for word in rest if canon.kind(word) == "item"]
    state = [word for word in rest if word not in named]
    item = named[0] if named else words.part.item or item_id(words)
    if canon.kind(item) != "item":
        return None
    holder = words.place if to == "here" else "" if to == "none" else _who(words, to)
    now = canon.value(item, "holder")
    if holder == now and not state:
        return None
    made = Hold(item=item, holder=holder, previous=now)
    return made.model_copy(update={"state": state[0]}) if state else made


def _learn(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    subject = _who(words, directive.words[0])
    secret = directive.words[1] if len(directive.words) > 1 else words.part.secret
    if canon.kind(f"secret:{secret}") != "secret" or canon.knows(subject, secret):
        return None
    return Learn(subject=subject, secret=secret, how=_text(directive, words))


def _secret(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    owner = _who(words, directive.words[0])
    made = own_secret(words)
    if canon.kind(f"secret:{made}"):
        return None
    return DeclareSecret(id=made, owner=owner, text=_text(directive, words))


def own_secret(words: Words) -> str:
    """The id of the secret that a part declares."""
    origin = words.part.thread_id or f"{words.world.number}_{words.part.unit.id}"
    return f"s{origin.removeprefix('t')}"[:48]


def _depart(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    subject = _who(words, directive.words[0])
    if canon.value(subject, "status") != "present":
        return None
    made = Depart(subject=subject, status="absent", reason=_text(directive, words))
    return made.model_copy(update={"status": directive.words[1]})


def _return(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    subject = _who(words, directive.words[0])
    if canon.value(subject, "status") not in {"absent", "departed"}:
        return None
    return Return(subject=subject, reason=_text(directive, words))


def _move(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    subject = _who(words, directive.words[0])
    if canon.value(subject, "base") == words.place:
        return None
    return Move(subject=subject, to_place=words.place)


def _place(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    name, _, what = words.say(directive.text).partition("|")
    place = f"p{words.world.number}_{directive.words[0]}"
    taken = {canon.value(p, "name").casefold() for p in canon.ids("place")}
    if canon.kind(place) or name.strip().casefold() in taken:
        return None
    look = PlaceLook(set_kind=SetKind(directive.words[0]), tint="#f3ece2", seed=stable(place) % 10_000)
    return IntroducePlace(id=place, name=name.strip(), look=look, description=clipped(what.strip()))


def _set(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    subject, attribute = _who(words, directive.words[0]), directive.words[1]
    value, _, because = words.say(directive.text).partition("|")
    now = canon.get(subject, attribute)
    if now is not None and now.value == value.strip():
        return None
    return SetAttribute(
        subject=subject,
        attribute=attribute,
        value=clipped(value.strip()),
        previous=now.value if now else None,
        because=clipped(because.strip()),
    )


def _settle(directive: Directive, words: Words, canon: CanonState) -> Change | None:
    """A newcomer belongs to the main cast from now on."""
    subject = _who(words, directive.words[0])
    now = canon.value(subject, "role")
    if now != "minor":
        return None
    return SetAttribute(subject=subject, attribute="role", value="main", previous=now, because="came to stay")


_Maker = Callable[[Directive, Words, CanonState], Change | None]
_VERBS = cast(
    dict[str, _Maker],
    {
        "warm": _warm,
        "cool": _cool,
        "bond": _bond,
        "item": _item,
        "hold": _hold,
        "learn": _learn,
        "secret": _secret,
        "depart": _depart,
        "return": _return,
        "move": _move,
        "settle": _settle,
        "place": _place,
        "set": _set,
    },
)
