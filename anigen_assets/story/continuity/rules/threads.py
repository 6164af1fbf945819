"""Promises to the viewer: opened once, moved in steps, kept in time, and then left alone."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.changes import AdvanceThread, OpenThread, ResolveThread
from anigen_assets.story.continuity.contexts import ChangeContext, Complaint, PlanContext
from anigen_assets.story.continuity.registry import Example, change_rule, plan_rule
from anigen_assets.story.findings import Severity

DUE_SOON_EPISODES = 1
"""So many episodes before it is due, an untouched thread is warned about."""
MOST_OVERDUE_MOVED = 3
"""An episode can move so many overdue threads; after a long gap the others wait for the next ones."""

_OPEN = OpenThread(id="bell", title="The bell", question="Who rang the bell?", cast=("aoi",), due_number=24)
_RESOLVED = ResolveThread(id="lamp", how="the lamp was lit by Tomo")


@change_rule(
    AdvanceThread,
    ResolveThread,
    rule_id="unknown-thread",
    message="In {here}, the thread '{thread}' is moved, but there is none of that id{hint}.",
    wrong=Example(
        "Scene 3 advances the thread 'lump'.",
        lambda s: s.change(3, AdvanceThread(id="lump", beat=1, note="a clue")),
    ),
    right=Example(
        "Scene 2 opens a thread, and scene 5 advances it.",
        lambda s: s.change(2, _OPEN).change(5, AdvanceThread(id="bell", beat=1, note="the rope is wet")),
    ),
)
def unknown_thread(at: ChangeContext[AdvanceThread | ResolveThread]) -> Iterator[Complaint]:
    """Only a thread that was opened moves."""
    thread = at.change.id
    if at.state.kind(f"thread:{thread}") != "thread":
        hint = at.during.near(f"thread:{thread}", "thread").replace("thread:", "")
        yield at.complaint(f"{at.kind} of '{thread}'", thread=thread, hint=hint)


@change_rule(
    OpenThread,
    rule_id="thread-opened-twice",
    message="In {here}, the thread {thread} is opened, but there is one since {there}.",
    wrong=Example(
        "Scene 3 opens a thread 'lamp', which the bible has.",
        lambda s: s.change(3, _OPEN.model_copy(update={"id": "lamp"})),
    ),
    right=Example("Scene 3 opens a thread of its own.", lambda s: s.change(3, _OPEN)),
)
def thread_opened_twice(at: ChangeContext[OpenThread]) -> Iterator[Complaint]:
    """A thread's id is used once for ever, even after it is resolved."""
    fact = at.state.get(f"thread:{at.change.id}", "kind")
    if fact is not None:
        thread = f"'{at.change.id}'"
        yield at.complaint(f"opens {thread}: {at.change.question}", fact, thread=thread)


@change_rule(
    AdvanceThread,
    rule_id="thread-closed-advances",
    message="In {here}, the thread {thread} is advanced, but was {status} in {there}.",
    wrong=Example(
        "The lamp's thread was resolved in episode 3 and is advanced in scene 4.",
        lambda s: s.told(3, 6, _RESOLVED).change(4, AdvanceThread(id="lamp", beat=1, note="a new clue")),
    ),
    right=Example(
        "The lamp's thread is advanced in scene 2 and resolved in scene 4.",
        lambda s: s.change(2, AdvanceThread(id="lamp", beat=1, note="a clue")).change(4, _RESOLVED),
    ),
)
def thread_closed_advances(at: ChangeContext[AdvanceThread]) -> Iterator[Complaint]:
    """A thread that is closed does not move."""
    yield from _closed(at, at.change.id)


@change_rule(
    ResolveThread,
    rule_id="thread-resolved-twice",
    message="In {here}, the thread {thread} is resolved, but was {status} in {there}.",
    wrong=Example(
        "The lamp's thread was resolved in episode 3 and is resolved in scene 4.",
        lambda s: s.told(3, 6, _RESOLVED).change(4, _RESOLVED),
    ),
    right=Example("The lamp's thread is resolved in scene 4.", lambda s: s.change(4, _RESOLVED)),
)
def thread_resolved_twice(at: ChangeContext[ResolveThread]) -> Iterator[Complaint]:
    """A promise is kept once."""
    yield from _closed(at, at.change.id)


def _closed(
    at: ChangeContext[AdvanceThread] | ChangeContext[ResolveThread], thread: str
) -> Iterator[Complaint]:
    fact = at.state.get(f"thread:{thread}", "status")
    if fact is not None and fact.value != "open":
        name = at.label(f"thread:{thread}")
        yield at.complaint(f"{at.kind} of {name}", fact, thread=name, status=fact.value)


@change_rule(
    AdvanceThread,
    rule_id="thread-beat-skipped",
    message="In {here}, the thread {thread} is moved to beat {beat}, but stands at beat {current} since {there}.",
    wrong=Example(
        "The lamp's thread has not moved yet and is moved to beat 2.",
        lambda s: s.change(3, AdvanceThread(id="lamp", beat=2, note="a clue")),
    ),
    right=Example(
        "The lamp's thread is moved to beat 1 in scene 2 and to beat 2 in scene 5.",
        lambda s: s.change(2, AdvanceThread(id="lamp", beat=1, note="a clue")).change(
            5, AdvanceThread(id="lamp", beat=2, note="another clue")
        ),
    ),
)
def thread_beat_skipped(at: ChangeContext[AdvanceThread]) -> Iterator[Complaint]:
    """A thread moves by one beat at a time."""
    fact = at.state.get(f"thread:{at.change.id}", "beat")
    if fact is not None and at.change.beat != int(fact.value) + 1:
        thread = at.label(f"thread:{at.change.id}")
        yield at.complaint(
            f"moves {thread} to beat {at.change.beat}",
            fact,
            thread=thread,
            beat=at.change.beat,
            current=fact.value,
        )


@change_rule(
    OpenThread,
    rule_id="thread-due-passed",
    message="In {here}, the thread '{thread}' is opened, due in episode {due}: that is past already.",
    wrong=Example(
        "Episode 5 opens a thread that is due in episode 4.",
        lambda s: s.change(3, _OPEN.model_copy(update={"due_number": 4})),
    ),
    right=Example("Episode 5 opens a thread that is due in episode 24.", lambda s: s.change(3, _OPEN)),
)
def thread_due_passed(at: ChangeContext[OpenThread]) -> Iterator[Complaint]:
    """A promise is due in the future."""
    if at.change.due_number < at.during.plan.number:
        due = at.change.due_number
        yield at.complaint(f"opens '{at.change.id}', due in episode {due}", thread=at.change.id, due=due)


@plan_rule(
    "thread-overdue",
    "{here} leaves the thread {thread} alone, which is open since {there} and due in episode {due}: "
    "advance or resolve it.",
    wrong=Example(
        "Episode 32 touches none of the threads that are due in it.",
        lambda s: s.as_number(32),
    ),
    right=Example(
        "Episode 32 resolves two of the threads that are due in it and advances a third.",
        lambda s: (
            s.as_number(32)
            .change(2, _RESOLVED)
            .change(4, ResolveThread(id="ferry", how="it comes back"))
            .change(5, AdvanceThread(id="letter", beat=1, note="a stamp"))
        ),
    ),
)
def thread_overdue(episode: PlanContext) -> Iterator[Complaint]:
    """A thread is moved or resolved in the episode it is due in, and in every one after until it is resolved."""
    overdue = [(subject, due) for subject, due in episode.open_threads() if due <= episode.plan.number]
    left = [(subject, due) for subject, due in overdue if not _touched(episode, subject)]
    if episode.plan.filler or len(overdue) - len(left) >= MOST_OVERDUE_MOVED:
        return
    for subject, due in left:
        thread = episode.label(subject)
        text = f"leaves {thread} alone"
        yield episode.complaint(0, text, episode.before.get(subject, "status"), thread=thread, due=due)


@plan_rule(
    "thread-due-soon",
    "{here} leaves the thread {thread} alone, which is open since {there} and due in episode {due}.",
    severity=Severity.WARNING,
    wrong=Example(
        "Episode 31 touches none of the threads that are due in episode 32.", lambda s: s.as_number(31)
    ),
    right=Example(
        "The threads are due in episode 32, and episode 30 touches none.", lambda s: s.as_number(30)
    ),
)
def thread_due_soon(episode: PlanContext) -> Iterator[Complaint]:
    """A thread that is due in the next episode should move."""
    soon = range(episode.plan.number + 1, episode.plan.number + DUE_SOON_EPISODES + 1)
    for subject, due in episode.open_threads():
        if due in soon and not episode.plan.filler and not _touched(episode, subject):
            thread = episode.label(subject)
            fact = episode.before.get(subject, "status")
            yield episode.complaint(0, f"leaves {thread} alone", fact, thread=thread, due=due)


def _touched(episode: PlanContext, subject: str) -> bool:
    return any(
        episode.after.get(subject, attribute) != episode.before.get(subject, attribute)
        for attribute in ("status", "beat", "due_number")
    )
