"""The prompt as one text: the parts fitted into the budget, with what each takes and what was asked of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anigen_assets.story.calendar import key_of
from anigen_assets.story.context.budget import Line, fit
from anigen_assets.story.context.fidelity import Question, about_person, about_rule, about_thread, unanswered
from anigen_assets.story.context.material import Material
from anigen_assets.story.context.sections import (
    Draft,
    changing_drafts,
    request_lines,
    stable_drafts,
)
from anigen_assets.story.context.tokens import DEFAULT_TOKENS, LEAST_TOKENS
from anigen_assets.story.context.turns import parsed

STABLE_SHARE = 0.55
"""At most so much of the budget is the prefix."""
GROWING = (
    "Open threads",
    "People",
    "Secrets",
    "Bonds",
    "Items",
    "The story so far",
    "Recalled",
    "Last episodes",
)
"""Who gets the room that is left: those whose every line is protected come first."""


@dataclass(frozen=True)
class Section:
    """A part of the prompt.

    Attributes:
        stable: Byte for byte the same from hour to hour while bible and declared rules stay.
        tokens: Upper bound.
        text: With its heading; ends with an empty line.
        left_out: Lines for which there was no room.
    """

    name: str
    stable: bool
    tokens: int
    text: str
    left_out: int = 0


@dataclass(frozen=True)
class DirectorContext:
    """What a director is told.

    Attributes:
        hour: Partition key.
        budget: Tokens it may take.
        questions: What the text must tell (see `fidelity`).
        lost: Questions that the text does not answer.
    """

    hour: str
    number: int
    budget: int
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    lost: tuple[Question, ...]

    @property
    def text(self) -> str:
        """The whole prompt."""
        return "".join(section.text for section in self.sections)

    @property
    def prefix(self) -> str:
        """The stable part, for prompt caching."""
        return "".join(section.text for section in self.sections if section.stable)

    @property
    def tokens(self) -> int:
        """Upper bound of the whole."""
        return sum(section.tokens for section in self.sections)

    @property
    def answered(self) -> int:
        """How many of the questions the text answers."""
        return len(self.questions) - len(self.lost)


def no_context() -> DirectorContext:
    """Of a director that was given none."""
    return DirectorContext("", 0, 0, (), (), ())


def assemble(material: Material, budget: int = DEFAULT_TOKENS) -> DirectorContext:
    """The prompt for an hour, in at most `budget` tokens.

    Raises:
        ValueError: The budget is below LEAST_TOKENS.
    """
    if budget < LEAST_TOKENS:
        raise ValueError(f"a context takes at least {LEAST_TOKENS} tokens, not {budget}")
    sections = list(_stable(material, budget))
    request = _written(Draft("Request", False, 1.0, tuple(map(Line, request_lines(material)))), budget)
    room = budget - sum(s.tokens for s in sections) - request.tokens
    sections += [*_changing(material, room), request]
    questions = questions_of(material)
    text = "".join(section.text for section in sections)
    return DirectorContext(
        hour=key_of(material.hour),
        number=material.number,
        budget=budget,
        sections=tuple(sections),
        questions=questions,
        lost=unanswered(text, questions),
    )


def questions_of(material: Material) -> tuple[Question, ...]:
    """What the prompt must tell: open threads, living protected people, world rules, and the newest arc's turns."""
    threads = [about_thread(t.id, t.title, t.question, t.due_number) for t in material.threads]
    living = [p for p in material.people if p.protected and p.status != "dead"]
    people = [about_person(p.id, p.name, p.role, p.status, p.place) for p in living]
    laws = [about_rule(one, text) for one, text in material.rules]
    arcs = [note for note in material.summaries if note.block.level == "arc"]
    turns = [turn.question() for note in arcs[-1:] for turn in parsed(note.text)]
    return (*threads, *people, *laws, *turns)


def _stable(material: Material, budget: int) -> Iterator[Section]:
    left = int(budget * STABLE_SHARE)
    spare = 0
    for draft in stable_drafts(material):
        allowance = min(left, int(budget * draft.share) + spare)
        section = _written(draft, allowance)
        if draft.share < 1.0:
            spare = max(0, allowance - section.tokens)
        left -= section.tokens
        yield section


def _changing(material: Material, room: int) -> list[Section]:
    drafts = changing_drafts(material)
    least = {draft.name: _least(draft) for draft in drafts}
    kept = sum(least.values())  # room for what is protected in parts still to come
    written: dict[str, Section] = {}
    left = room
    for draft in drafts:
        kept -= least[draft.name]
        allowance = min(max(int(room * draft.share), least[draft.name]), max(0, left - kept))
        written[draft.name] = _written(draft, allowance)
        left -= written[draft.name].tokens
    for draft in sorted(drafts, key=lambda d: GROWING.index(d.name)):
        had = written[draft.name].tokens
        written[draft.name] = _written(draft, had + left)
        left -= written[draft.name].tokens - had
    return [written[draft.name] for draft in drafts if written[draft.name].text]


def _least(draft: Draft) -> int:
    """Tokens that a part's protected lines take at least; nothing when it has none."""
    if not draft.protected:
        return 0
    order = draft.order or tuple(range(len(draft.lines)))
    lines = [draft.lines[i] for i in order[: draft.protected]]
    return _overhead(draft) + sum(line.cost(line.briefest) for line in lines)


def _written(draft: Draft, allowance: int) -> Section:
    """A part in its allowance; empty when not one of its lines has room."""
    order = draft.order or tuple(range(len(draft.lines)))
    heading = _heading(draft.name)
    fitted = fit([draft.lines[i] for i in order], max(0, allowance - _overhead(draft)))
    shown = dict(zip(order, fitted.wordings, strict=True))
    lines = [words for i in range(len(draft.lines)) if (words := shown[i]) is not None]
    if not lines:
        return Section(draft.name, draft.stable, 0, "", len(draft.lines))
    tokens = heading.cost(0) + fitted.tokens + 1
    if fitted.dropped:
        more = Line(f"({fitted.dropped} more left out)")
        lines, tokens = [*lines, more.wordings[0]], tokens + more.cost(0)
    text = "\n".join((heading.wordings[0], *lines)) + "\n\n"
    return Section(draft.name, draft.stable, tokens, text, fitted.dropped)


def _overhead(draft: Draft) -> int:
    """Heading, the room for saying that lines were left out, and the empty line at the end."""
    return _heading(draft.name).cost(0) + LEFT_OUT.cost(0) + 1


def _heading(name: str) -> Line:
    return Line(f"# {name}")


LEFT_OUT = Line("(9999999 more left out)")
"""The room that is kept for saying so."""
