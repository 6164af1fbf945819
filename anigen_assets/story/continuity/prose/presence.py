"""How somebody is there who is no subject: shown, met, spoken to, beside another, or by a part of their body."""

from __future__ import annotations

from anigen_assets.story.continuity.prose.english import (
    ADVERBS,
    DETERMINERS,
    PAST,
    PREPOSITIONS,
    inflected,
)
from anigen_assets.story.continuity.prose.gazetteer import Mention
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import (
    PICTURES,
    clause_at,
    denies,
    remembered_in,
    reported_in,
    supposed_in,
)
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.subjects import OF_THE_DEAD
from anigen_assets.story.continuity.prose.words import stem, stems

_BESIDE = frozenset(
    (
        "beside",
        "with",
        "alongside",
        "behind",
        "opposite",
        "facing",
        "near",
        "between",
        "to",
        "at",
        "across",
        "into",
        "after",
        "past",
        "against",
        "toward",
        "towards",
        "around",
        "round",
    )
)
_GIVING = stems(
    "go hand give pass speak talk whisper turn nod wave bow throw toss point hurry step lean walk run"
)
_NAMED_AFTER = stems("tak took name call ask long model yearn look years day days week month")
_REMOTE = stems(
    "miss remember recall mention name describe write phone dial telephone mourn love hate forgive "
    "blame quote praise honour honor imitate resemble draw paint seek await expect want need know trust "
    "believe owe envy curse think dream imagine lose bury respect admire worship like recognise "
    "recognize become call be have lack inherit outlive avenge fear avoid replace succeed suspect mean"
)
"""Verbs whose object may be anywhere, or under the earth."""
_BODY = listed(
    "voice laughter laugh hand hands eyes face fingers shoulder shoulders head feet foot arm arms smile "
    "elbow elbows palm palms cheek cheeks knee knees finger back sleeve boots footsteps"
)
_FRAMES = listed(
    "shot close-up closeup close view portrait image figure figures silhouette two-shot profile angle focus frame "
    "pan tilt reveal reveals cut dolly zoom track tracking push over-the-shoulder insert wide medium"
)
_NOT_SHOWN = listed("about for like without than after from named unlike belonging")
_VACANT = listed(
    "empty vacant absent missing memorial shrine altar urn envelope letter letters postcard addressed"
)
SAYING = listed(
    "shouts shouted calls called cries cried yells yelled mutters muttered adds added hisses hissed "
    "snaps snapped grumbles sighs groans jokes insists warns laughs growls begs pleads suggests agrees "
    "declares announces says said asks asked replies replied whispers whispered murmurs murmured "
    "answers answered calls"
)
_STANDING = listed(
    "sits stands waits lies comes walks appears stood sat waited kneels steps enters came is enter leans crouches "
    "emerges hovers stumbles rests goes"
)
_PARTICIPLES = listed("cut set put shut lit read hung sung rung swept")


def met(statement: Statement, mention: Mention) -> str:  # noqa: PLR0911 - one return a case
    """How somebody is there who is no subject: as the one who does it, beside another, or given something."""
    low = statement.sentence.low
    before = low[mention.start - 1] if mention.start else ""
    if before == "by" and _passive(low, mention.start):
        return "does it"
    if mention.start and _stands_after_verb(low, mention.start):
        return before
    if before == "after" and any(stem(w) in _NAMED_AFTER for w in low[: mention.start]):
        return ""
    if before in _BESIDE and before != "to" and _shares(statement, mention):
        return f"is there ({before})"
    if before == "to" and any(stem(w) in _GIVING for w in low[: mention.start]):
        return "is spoken to or given something" if _now(low) else ""
    if before in PAST or not inflected(before) or stem(before) in _REMOTE or low[0] in ("in", "on"):
        return ""
    begin, _ = clause_at(low, mention.start)
    subject = any(begin <= m.start < mention.start for m in statement.of_kind("character")) or low[begin] in (
        "he",
        "she",
        "they",
    )
    return f"is met ({before})" if subject and not _relative_past(low, mention) else ""


def by_hand(statement: Statement, mention: Mention) -> str:
    """`Aoi's hands tie the knot`: part of a body is there when the body is."""
    low = statement.sentence.low
    part = low[mention.end + 1] if mention.end + 1 < len(low) else ""
    if part not in _BODY or not is_now(statement, mention) or not OF_THE_DEAD.isdisjoint(low):
        return ""
    begin, _ = clause_at(low, mention.start)
    if denies(low[begin:]):
        return ""
    leading = low[begin : mention.start]
    if leading[-1:] and leading[-1] in ("comes", "come", "sounds", "rises", "echoes"):
        return f"sounds {part}"
    shown = statement.passage.kind in ("action", "prompt")
    framed = not leading or leading[-1] in (
        "on",
        "of",
        "and",
        "as",
        "while",
        "over",
        "at",
        "to",
        "in",
        "under",
    )
    return f"shows {part}" if framed and (shown or not leading or leading[-1] not in ("of", "to")) else ""


def shown(statement: Statement, mention: Mention) -> str:  # noqa: PLR0911 - one return a case
    """A video model draws whoever a prompt or a direction names, save in a picture, in a memory or as missing."""
    low = statement.sentence.low
    begin, _ = clause_at(low, mention.start)
    leading = low[begin : mention.start]
    if "one" in leading or reported_in(low[: mention.start]):
        return ""  # `the sort of thing one tells Aoi`, `it said: Aoi is selling up`
    if (
        not _VACANT.isdisjoint(low[begin:])
        or not OF_THE_DEAD.isdisjoint(low)
        or denies(low[begin : mention.end + 4])
    ):
        return ""
    if not is_now(statement, mention, pictures=False) or _relative_past(low, mention):
        return ""
    framed = not _FRAMES.isdisjoint(low[max(0, mention.start - 6) : mention.start])
    if leading[-1:] and leading[-1] in _NOT_SHOWN and not (framed and leading[-1] == "from"):
        return ""
    pictured = any(w in PICTURES for w in leading) and not (framed and leading[:1] and leading[0] in _FRAMES)
    if pictured or (leading[-1:] == ("of",) and not framed):
        return ""
    verb = next((w for w in reversed(leading) if inflected(w) or w.endswith("ing")), "")
    if leading[-1:] == ("to",) and not framed and stem(verb) not in _GIVING:
        return ""
    return "" if verb and stem(verb) in _REMOTE - {"be", "have"} else "is shown"


def is_now(statement: Statement, mention: Mention, *, pictures: bool = True) -> bool:
    """Whether nothing before a name, nor a condition, makes what is said of it a memory, a picture or a wish."""
    low = statement.sentence.low
    leading = low[: mention.start]
    if supposed_in(low, mention.start) or remembered_in(leading):
        return False
    return not (pictures and any(w in PICTURES for w in low))


def _relative_past(low: tuple[str, ...], mention: Mention) -> bool:
    """`the name Aoi carved`: what somebody once did to a thing that stands before their name."""
    before = low[mention.start - 1] if mention.start else ""
    after = next((w for w in low[mention.end :] if w not in ADVERBS), "")
    noun = before.isalpha() and before not in PREPOSITIONS and before not in DETERMINERS
    return noun and (after in PAST or after.endswith("ed") or after in ("had", "used", "would"))


def _stands_after_verb(low: tuple[str, ...], at: int) -> bool:
    """`On the bench sits Aoi`, `says Aoi`."""
    word = low[at - 1]
    stands = word in _STANDING
    return word in SAYING or (
        stands
        and ((at >= 2 and (low[0] in PREPOSITIONS or low[0] in ("there", "here", "out", "in"))) or at == 1)
    )


def _passive(low: tuple[str, ...], at: int) -> bool:
    """`is lifted by Aoi`; not a chair by Aoi's bed, nor a book by Aoi."""
    verbs = [
        w
        for w in low[max(0, at - 9) : at]
        if w.endswith(("ed", "en", "wn")) or w in PAST or w in _PARTICIPLES
    ]
    helper = any(w in ("is", "are", "'s", "being", "gets", "been") for w in low[:at])
    return bool(verbs) and helper


def _shares(statement: Statement, mention: Mention) -> bool:
    """Whether somebody does something in the company of the one named."""
    low = statement.sentence.low
    others = [m for m in statement.of_kind("character") if m.start != mention.start]
    company = bool(others) or low[0] in ("he", "she", "they")
    return company and any(inflected(w) and w not in _STATIVE for w in low) and _now(low)


_STATIVE = frozenset(["was", "had", "were", "'d", "been"])


def _now(low: tuple[str, ...]) -> bool:
    return not any(w in ("angry", "promise", "promised", "thanks", "grateful", "prays", "pray") for w in low)
