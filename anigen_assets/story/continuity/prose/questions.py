"""Whether a sentence takes a thread's question as open or as settled; by the question's words or by its title."""

from __future__ import annotations

from functools import lru_cache

from anigen_assets.story.continuity.prose.echo_rules import Echo
from anigen_assets.story.continuity.prose.echoes import Clause, coverage, meaning, said
from anigen_assets.story.continuity.prose.listing import listed
from anigen_assets.story.continuity.prose.moods import NEGATIONS, asked, clause_at
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.prose.words import Sentence, sentences, stem, stems

_OPEN = listed(
    "unanswered unsolved unresolved unexplained unsettled mystery riddle wonder wonders wondering "
    "puzzle puzzles puzzling puzzled unknown guess guesses baffled baffles enigma stumped clueless "
    "elusive unfinished puzzlement pending baffling investigation investigates suspects racks rack"
)
_PENDING = listed("open awake clue clues theory theories no-sense")
"""What says so only of something that is called by its title."""
_FINDING_OUT = stems(
    "know knows explain say tell solve answer understand idea closer clue find settle figure resolve crack"
)
_NOT_AT_ALL = listed("nobody no-one none neither nowhere never not n't no without still")
_NOBODY = listed("nobody no-one none")
_SEEKING = stems(
    "solve answer explain find learn discover uncover understand crack resolve settle figure unravel"
)
_BYGONE = listed(
    "think thinks told remember remembers remembered recall recalls time since had used glad "
    "behind settled laugh laughs solved explained ago back finally sorry"
)
_ANSWERED = listed("knows know answer answers answered solved settled explained known clear")
_SETTLING = stems(
    "solve answer settle understand reveal resolve explain uncover discover unmask crack unravel decipher clear "
    "decode finish end conclude close"
)
_PLAINLY = listed(
    "solved answered settled revealed solves resolved resolves explained uncovered discovered unmasked "
    "explains cracked"
)
_ACHIEVED = listed("over done finished solved closed cracked found ended")
_PRIZES = listed("answer answers solution truth end bottom explanation conclusion everything sense")
_GETTING = stems(
    "find lay have know uncover learn reach get come bring stumble discover hit give make piece work "
    "tell unlock"
)
_NOT_YET = listed(
    "almost nearly half not never n't yet soon will 'll if until partly would could might may nobody "
    "far no one-day someday unless hope hopes want wants tries try trying wishes boasts boast pretends "
    "claims wrong untrue cannot ca hardly must should needs before 'd can bears"
)
_TAKEN_BACK = listed(
    "wrong untrue boasts boast boasted pretends pretend claims claim lied mistaken false if wait"
)


def asks_again(echo: Echo, following: Statement | None) -> bool:  # noqa: PLR0911 - one return a case
    """Whether a sentence takes a thread's question as open."""
    statement, sentence = echo.statement, echo.statement.sentence
    stems_said = said(sentence)
    if (
        len(echo.clause.stems) < 2
        or coverage(echo.clause, stems_said) < 0.8
        or (len(echo.clause.stems) < 3 and len(stems_said) > 5)
    ):
        return False
    if sentence.low[-2:] == ("tell", "you") and not asked(sentence):
        return False  # `nobody could get him down, I tell you`
    if _is_bygone(sentence, following) or _asks_otherwise(sentence, echo.clause):
        return False
    named = {w for m in statement.mentions for w in sentence.low[m.start : m.end]}
    if not echo.clause.stems - meaning(tuple(named)):
        return False  # who is named as in a question is not asked about
    around = [sentence, *(s.sentence for s in (*statement.earlier[:1], following) if s is not None)]
    same = (
        asked(sentence)
        and not {"have", "has", "had"} & set(sentence.low[:1])
        and len(stems_said) <= len(echo.clause.stems) + 3
    )
    near = any(wonders(one) or _at_a_loss(one) for one in around)
    nobody = not _NOBODY.isdisjoint(sentence.bag) or {"no", "one"} <= sentence.bag
    literal = asked(sentence) and f" {' '.join(echo.clause.words)} " in f" {' '.join(sentence.low)} "
    if literal and len(echo.clause.words) > 4 and coverage(echo.clause, stems_said) > 0.99:
        return True
    if same and (len(echo.clause.stems) >= 3 or near):
        return True
    return not _OPEN.isdisjoint(sentence.bag) or (nobody and wonders(sentence)) or _at_a_loss(sentence)


def _asks_otherwise(sentence: Sentence, clause: Clause) -> bool:
    """`Is it true? That the clock stopped?`, `was it us when it stopped?`, `did I tell you how?`: not why."""
    first = sentence.low[0]
    return first == "that" or (first in ("was", "were", "did") and clause.words[:1] != (first,))


def answers(echo: Echo) -> bool:
    """Whether a sentence takes a thread's question as answered."""
    return (
        len(echo.clause.stems) > 1
        and not _PLAINLY.isdisjoint(echo.statement.sentence.bag)
        and settles(echo.statement.sentence, None)
        and coverage(echo.clause, said(echo.statement.sentence)) >= 0.8
    )


def opens(sentence: Sentence, following: Statement | None) -> bool:
    """Whether a sentence that names a question says that it is open."""
    if _is_bygone(sentence, following):
        return False
    alone = following is not None and len(sentence.low) <= 6 and asked(following.sentence)
    unsure = alone and any(stem(w) in _SEEKING for w in following.sentence.low) if following else False
    senseless = "sense" in sentence.bag and not NEGATIONS.isdisjoint(sentence.bag)
    return (
        wonders(sentence)
        or unsure
        or senseless
        or _at_a_loss(sentence)
        or _sought(sentence.low, asks=asked(sentence))
        or not _PENDING.isdisjoint(sentence.bag)
    )


def wonders(sentence: Sentence) -> bool:
    """Whether a sentence says that something is not known."""
    bag, low = sentence.bag, sentence.low
    over = any(w in ("solved", "over", "explained", "answered") for w in low) and NEGATIONS.isdisjoint(bag)
    if not _OPEN.isdisjoint(bag) and not over:
        return True
    denied = [at for at, word in enumerate(low) if word in _NOT_AT_ALL]
    return any(stem(word) in _FINDING_OUT for word in low[denied[0] :]) if denied else False


def _at_a_loss(sentence: Sentence) -> bool:
    """`if only somebody could tell us`, `it has been driving me mad`."""
    low = sentence.low
    return any(low[i : i + 2] == ("if", "only") for i in range(len(low))) or any(
        w in low for w in ("mad", "crazy", "sleepless", "puzzling")
    )


def _sought(low: tuple[str, ...], *, asks: bool) -> bool:
    """`sets out to solve`: what is to be found has not been found; `still thinking about it?` does not say so."""
    thinking = not asks and "thinking" in low and ("stop" in low or "keeps" in low or "still" in low)
    return thinking or any(
        low[at - 1] == "to" and (stem(low[at]) in _SEEKING or (low[at] == "get" and "bottom" in low))
        for at in range(1, len(low))
    )


def _is_bygone(sentence: Sentence, following: Statement | None) -> bool:
    """Whether it was a question once, by this sentence or the next."""
    low = sentence.low
    if any(
        low[i : i + 2] == ("the", "day") and low[i - 1] not in ("'s", "is") for i in range(len(low))
    ) or low[:2] == ("there", "was"):
        return True
    if not _BYGONE.isdisjoint(sentence.bag) and "still" not in sentence.bag and "again" not in sentence.bag:
        return "been" not in sentence.bag or "had" in sentence.bag
    after = following.sentence if following is not None else None
    if after is not None and not _RESOLVED_TO.isdisjoint(after.bag):
        return False
    return after is not None and not _ANSWERED.isdisjoint(after.bag) and NEGATIONS.isdisjoint(after.bag)


_RESOLVED_TO = listed("vows vow swears promises wants tries sets seeks hopes no")


def settles(sentence: Sentence, title: range | None) -> bool:
    """Whether a sentence says that something is solved: `cracks it`, `finds the answer`, `the mystery is over`.

    Args:
        title: Where the title stands; None when the question itself is what the sentence has.
    """
    low = sentence.low
    if not _TAKEN_BACK.isdisjoint(sentence.bag):
        return False
    for cue, word in enumerate(low):
        if title is not None and cue in title:
            continue
        if asked(sentence) and (title is not None or ":" not in low[cue:]):
            return False
        begin, _ = clause_at(low, cue)
        leading = [w for i, w in enumerate(low[begin:cue], begin) if title is None or i not in title]
        if not _NOT_YET.isdisjoint(leading) or leading[-1:] == ["to"]:
            continue
        verb = stem(word) in _SETTLING and word not in ("answer", "end", "answers", "close", "clear")
        verb = verb and (word != "answered" or _is_said_of_it(low, cue))
        other = leading[-1:] == ["whose"] or (
            low[cue + 1 : cue + 2] == ("of",) and _not_of(cue + 2, low, title)
        )
        prize = (
            word in _PRIZES
            and not other
            and any(stem(w) in _GETTING and low[max(0, i - 1)] != "to" for i, w in enumerate(low))
        )
        shown = (
            word in _PRIZES and low[0] in ("that", "this", "so", "here", "there") and _is_said_of_it(low, cue)
        )
        if (
            title is not None
            and word == "behind"
            and low[cue + 1 : cue + 2] in (("us",), ("them",), ("me",), ("her",))
        ):
            return True
        worked_out = word in ("figured", "worked", "figures", "works") and low[cue + 1 : cue + 2] == ("out",)
        if verb or prize or shown or worked_out or (word in _ACHIEVED and _is_said_of_it(low, cue)):
            return True
    return False


def _not_of(at: int, low: tuple[str, ...], title: range | None) -> bool:
    """Whether `end of` goes on with something else than what is called by its title: `the end of the beach`."""
    at += low[at : at + 1] == ("the",)
    return title is not None and at not in title and at + 1 not in title and low[at : at + 1] not in _WHOLE


_WHOLE = (("it",), ("this",), ("all",), ("matter",), ("mystery",), ("riddle",), ("case",), ("question",))


def _is_said_of_it(low: tuple[str, ...], at: int) -> bool:
    return any(w in ("is", "'s", "has", "have", "'ve", "are") for w in low[max(0, at - 4) : at])


def titled(statement: Statement, title: str) -> range | None:
    """Where a title of more than one word stands word for word, written as one and no name of anything else."""
    sentence = statement.sentence
    words, low = title_words(title), sentence.low
    if len(words) < 2 or words[0] not in sentence.bag:
        return None
    begin = next((i for i in range(len(low) - len(words) + 1) if low[i : i + len(words)] == words), None)
    if begin is None:
        return None
    end = begin + len(words)
    # `The Empty House` is a title, the empty house is a house; a title that is written as a phrase is one.
    written = sentence.words[end - 1][:1].isupper() or not title.rsplit(maxsplit=1)[-1][:1].isupper()
    written = written and (words[0] == "the" or sentence.words[begin][:1].isupper())
    own = {i for m in statement.mentions for i in range(m.start, m.end)}
    named = all(
        i in own or low[i] in ("and", "or") for i in range(begin, end)
    )  # `Aoi and Ren` are two people
    before = low[begin - 1] if begin else ""
    addressed = before in ("to", "from") and low[begin - 2] not in _PRIZES
    return range(begin, end) if written and not named and not addressed else None


@lru_cache(maxsize=4096)
def title_words(title: str) -> tuple[str, ...]:
    """The words of a title as sentences have them, casefolded."""
    return tuple(word for one in sentences(title) for word in one.low if word not in (",", ":"))
