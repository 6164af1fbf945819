"""How what is known is put into words: each thing in wordings from the fullest to the briefest.

The briefest wording of what is protected still answers the questions of `fidelity`.
"""

from __future__ import annotations

from anigen_assets.story.bible import CastMember
from anigen_assets.story.context.budget import Line
from anigen_assets.story.context.compression import headline
from anigen_assets.story.context.lines import clipped, one_line
from anigen_assets.story.context.material import (
    ItemNote,
    Material,
    PersonNote,
    SecretNote,
    SummaryNote,
    ThreadNote,
)
from anigen_assets.story.context.turns import parsed
from anigen_assets.story.plan import EpisodePlan

LONG_UNSEEN_EPISODES = 32
"""Somebody who has not been seen for so long is pointed out."""
SHORT_CHARACTERS = 80


def thread_line(thread: ThreadNote, number: int) -> Line:
    """A promise: question, age, due number, how overdue it is, and what its director knows about it."""
    late = number - thread.due_number
    when = f"OVERDUE by {late}" if late > 0 else "due now" if late == 0 else f"{-late} left"
    head = f'- {when}: "{one_line(thread.title)}" ({thread.id}), due {thread.due_number}, beat {thread.beat}'
    brief = f"{head}: {one_line(thread.question)}"
    people = f" With {', '.join(thread.cast)}." if thread.cast else ""
    aged = f"{brief} Open for {number - thread.opened_number} episodes.{people}"
    last = f" Last move: {one_line(thread.note)}" if thread.note else ""
    clue = f" Next clue: {one_line(thread.clue)}" if thread.clue else ""
    answer = f" The truth: {one_line(thread.answer)}" if thread.answer else ""
    return Line(aged + last + clue + answer, aged + last, aged, brief)


def person_line(person: PersonNote, number: int) -> Line:
    """Who, what they are to the story, whether they are there, and where."""
    place = f"; at {one_line(person.place)};" if person.place else ";"
    reason = f" {one_line(person.reason)};" if person.reason and person.status != "present" else ""
    brief = f"- {one_line(person.name)} ({person.id}), {person.role}, {person.status}{place}{reason}"
    unseen = number - person.seen_number if person.seen_number is not None else None
    if unseen is not None and unseen > LONG_UNSEEN_EPISODES and person.status == "present":
        brief += f" NOT SEEN for {unseen} episodes;"
    elif unseen is not None:
        brief += f" seen in {person.seen_number};"
    traits = "".join(f" {name}: {one_line(value)};" for name, value in person.traits)
    who = "" if person.in_bible else f" {one_line(person.description)} {one_line(person.want)}".rstrip()
    return Line(brief + traits + who, brief + traits, brief)


def cast_line(member: CastMember) -> Line:
    """One of the bible's cast: what never changes about them."""
    brief = f"- {one_line(member.name)} ({member.id}), {member.role}: {one_line(member.description)}"
    short = f"- {one_line(member.name)} ({member.id}), {member.role}: {clipped(member.description, SHORT_CHARACTERS)}"
    want = f" Wants: {one_line(member.want)}"
    speech = f" Speech: {one_line(member.speech)}" if member.speech else ""
    return Line(brief + want + speech, brief + want, brief, short, f"- {one_line(member.name)} ({member.id})")


def secret_line(secret: SecretNote) -> Line:
    """A secret, whose it is, and who knows it besides."""
    known = f" Known to {', '.join(secret.knowers)}." if secret.knowers else " Nobody else knows."
    head = f"- {secret.id}, of {one_line(secret.owner)}:"
    return Line(
        f"{head} {one_line(secret.text)}{known}", f"{head} {clipped(secret.text, SHORT_CHARACTERS)}{known}"
    )


def item_line(item: ItemNote) -> Line:
    """A thing, its state, and in whose hands it is."""
    held = f"held by {one_line(item.holder)}" if item.holder else "nobody holds it"
    return Line(f"- {one_line(item.name)} ({item.id}), {item.state}, {held}")


def summary_line(note: SummaryNote, *, protected: bool = False) -> Line:
    """A block of the pyramid: all of it, its turning points, or its headline; a protected one keeps its turns."""
    block = note.block
    if block.level == "episode":
        return Line(f"- {block.first}: {one_line(note.text)}", f"- {block.first}: {clipped(note.text, 100)}")
    first = f"- {block.level} {block.first} to {block.last}: {headline(note.text)}"
    full = "\n".join((first, *(f"  {line}" for line in note.text.split("\n")[1:])))
    if block.level != "arc":
        return Line(full, clipped(first, 100), clipped(first, 60))
    bare = [f"  {turn.core}" for turn in parsed(note.text)]
    turns = "\n".join((first, *bare))
    if protected:
        return Line(full, turns, "\n".join((clipped(first, 60), *bare)))
    return Line(full, turns, clipped(first, 100), clipped(first, 60))


def episode_line(plan: EpisodePlan, material: Material) -> Line:
    """A recent episode: as a script, as it is told, or in a line."""
    head = f"- {plan.number}{' (filler)' if plan.filler else ''} {one_line(plan.title)}: {one_line(plan.logline)}"
    told, script = [head, f"  {one_line(plan.synopsis)}"], [head, f"  {one_line(plan.synopsis)}"]
    for scene in plan.scenes:
        people = ", ".join(material.name(who) for who in scene.cast) or "nobody"
        where = (
            f"{material.name(scene.place)} ({scene.place}), {scene.time_of_day}, {scene.weather}; {people}"
        )
        act = f"  {scene.slot}. {one_line(where)}: {one_line(scene.summary)}"
        told.append(act)
        script += [
            act,
            *(f"    {one_line(material.name(li.speaker))}: {one_line(li.text)}" for li in scene.dialogue),
        ]
    if plan.next_teaser:
        script.append(f"  Next-episode card: {one_line(plan.next_teaser)}")
    return Line("\n".join(script), "\n".join(told), "\n".join(told[:2]), head, clipped(head, 100))
