"""Whether protected facts can still be read: questions that a text answers by string and structure, without a model.

A question has needles, and a text answers it when one of its lines has them all. So a name and a number count only
together: a text that mentions both somewhere does not tell that one is due at the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from anigen_assets.story.context.lines import one_line


@dataclass(frozen=True)
class Question:
    """Something the text must tell.

    Attributes:
        about: What is asked, for people, e.g. `the open thread t1_office`.
        needles: What the answering line must have.
    """

    about: str
    needles: tuple[str, ...]


def unanswered(text: str, questions: Iterable[Question]) -> tuple[Question, ...]:
    """Questions that no line answers, in order."""
    lines = "\n".join(one_line(line) for line in text.split("\n"))
    return tuple(q for q in questions if not _answered(lines, [one_line(n) for n in q.needles]))


def _answered(lines: str, needles: list[str]) -> bool:
    at = lines.find(needles[0])
    while at >= 0:
        end = lines.find("\n", at)
        line = lines[lines.rfind("\n", 0, at) + 1 : end if end >= 0 else len(lines)]
        if all(needle in line for needle in needles[1:]):
            return True
        at = lines.find(needles[0], end) if end >= 0 else -1
    return False


def about_thread(thread_id: str, title: str, question: str, due_number: int) -> Question:
    """An open promise: what it is called, what it asks, and by when it is to be kept."""
    return Question(f"the open thread {thread_id}", (f'"{one_line(title)}"', question, f"due {due_number},"))


def about_person(person_id: str, name: str, role: str, status: str, place: str) -> Question:
    """A living character: name, role, status, and where they stand (empty: never shown anywhere)."""
    where = (f"at {one_line(place)};",) if place else ()
    return Question(
        f"the character {person_id}", (f"{one_line(name)} ({person_id}), {role}, {status}", *where)
    )


def about_rule(rule_id: str, text: str) -> Question:
    """A law of the world."""
    return Question(f"the world rule {rule_id}", (text,))
