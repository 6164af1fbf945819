"""What prose says of secrets, threads and laws: known too early, settled or unsettled, broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import DeclareRule, Learn, ResolveThread
from anigen_assets.story.continuity.contexts import Complaint, SceneContext
from anigen_assets.story.continuity.prose.echo_rules import Echo, breaks_law, teller_of
from anigen_assets.story.continuity.prose.questions import answers, asks_again, opens, settles, titled
from anigen_assets.story.continuity.prose.reading import Statement
from anigen_assets.story.continuity.registry import Example, told_rule
from anigen_assets.story.plan import DialogueLine
from anigen_assets.story.vocabulary import Emotion

_AOI_LEARNS = Learn(subject="aoi", secret="false_log", how="she compares the handwriting")
_RESOLVED = ResolveThread(id="ferry", how="it comes back")


def _line(speaker: str, text: str) -> tuple[DialogueLine, ...]:
    return (
        DialogueLine(speaker=speaker, text=text, emotion=Emotion.NEUTRAL),
        DialogueLine(speaker="ren", text="I see it every night.", emotion=Emotion.NEUTRAL),
    )


@told_rule(
    "told-secret-unlearned",
    "In {here}, {who} tells or knows the secret '{secret}' of {there}, but has not learned it.",
    wrong=Example(
        "Aoi says in scene 3 that Ren wrote the log himself, which she cannot know.",
        lambda s: s.scene(3, dialogue=_line("aoi", "Ren wrote the log of the storm himself.")),
    ),
    right=Example(
        "Aoi learned it in episode 3, and says so in scene 3.",
        lambda s: s.told(3, 2, _AOI_LEARNS).scene(
            3, dialogue=_line("aoi", "Ren wrote the log of the storm himself.")
        ),
    ),
)
def told_secret_unlearned(scene: SceneContext) -> Iterator[Complaint]:
    """Nobody tells a secret that they have not learned; lies and dreams are declared as such."""
    told: set[tuple[str, str]] = set()
    for echo in scene.echoes:
        if not echo.subject.startswith("secret:"):
            continue
        bare = echo.subject.removeprefix("secret:")
        who = teller_of(echo, scene.after.value(echo.subject, "owner"))
        fact = scene.after.get(echo.subject, "kind")
        if who and fact is not None and (who, bare) not in told and not scene.after.knows(who, bare):
            told.add((who, bare))
            yield scene.complaint(echo.statement.quote, fact, who=scene.label(who), secret=bare)


@told_rule(
    "told-thread-open",
    "In {here}, the {field} treats {thread} as an open question, but it was resolved in {there}.",
    wrong=Example(
        "The ferry's thread was resolved in episode 3, and in scene 3 it is still a mystery.",
        lambda s: s.told(3, 6, _RESOLVED).scene(
            3, summary="What of the ferry? Nobody knows: what of the ferry?"
        ),
    ),
    right=Example(
        "The ferry's thread is open, and in scene 3 it is still a mystery.",
        lambda s: s.scene(3, summary="What of the ferry? Nobody knows: what of the ferry?"),
    ),
)
def told_thread_open(scene: SceneContext) -> Iterator[Complaint]:
    """A question that is answered is not asked as if it were open."""
    following = {id(one): two for one, two in scene.followed}
    yield from _threads(
        scene,
        "resolved",
        scene.before,
        lambda echo: asks_again(echo, following.get(id(echo.statement))),
        lambda statement, _: opens(statement.sentence, following.get(id(statement))),
    )


@told_rule(
    "told-thread-closed",
    "In {here}, the {field} has {thread} settled, which is open since {there} and resolved by no change.",
    wrong=Example(
        "The ferry's thread is open, and in scene 3 its riddle is solved at last.",
        lambda s: s.scene(
            3, summary="The riddle of the ferry is solved at last: what of the ferry is known."
        ),
    ),
    right=Example(
        "Scene 3 resolves the ferry's thread, and its riddle is solved at last.",
        lambda s: s.change(3, _RESOLVED).scene(
            3, summary="The riddle of the ferry is solved at last: what of the ferry is known."
        ),
    ),
)
def told_thread_closed(scene: SceneContext) -> Iterator[Complaint]:
    """A question that is open is not told as answered, except where a change resolves it."""
    yield from _threads(scene, "open", scene.after, answers, lambda one, at: settles(one.sentence, at))


def _threads(
    scene: SceneContext,
    status: str,
    canon: CanonState,
    says: Callable[[Echo], bool],
    hints: Callable[[Statement, range], bool],
) -> Iterator[Complaint]:
    """Threads of a status that a sentence contradicts: by the words of their question, or by their title."""
    found = [
        (echo.subject, echo.statement)
        for echo in scene.echoes
        if echo.subject in scene.threads and says(echo)
    ]
    titles = scene.reading.titles
    for statement in scene.statements:
        if statement.passage.kind == "prompt" or titles.last.isdisjoint(statement.sentence.bag):
            continue
        ends = sorted(titles.last & statement.sentence.bag)
        for thread, title in (named for word in ends for named in titles.by_last[word]):
            at = titled(statement, title)
            if at is not None and hints(statement, at):
                found.append((thread, statement))
    # A title comes back with another question of its kind: then the one is meant of which it is true.
    true = {id(statement) for thread, statement in found if canon.value(thread, "status") not in ("", status)}
    told: set[str] = set()
    for thread, statement in found:
        fact = canon.get(thread, "status")
        if fact is not None and fact.value == status and thread not in told and id(statement) not in true:
            told.add(thread)
            yield scene.complaint(
                statement.quote, fact, thread=scene.label(thread), field=statement.passage.kind
            )


@told_rule(
    "told-law-broken",
    "In {here}, the {field} breaks the law of {there}: {law}",
    wrong=Example(
        "The light is never put out, and in scene 3 Ren puts it out.",
        lambda s: s.scene(3, summary="Ren puts out the light and goes home."),
    ),
    right=Example(
        "A later law says otherwise of another thing, and the light burns on.",
        lambda s: s.told(3, 1, DeclareRule(id="no_whistling", text="Nobody whistles on the pier.")).scene(
            3, summary="Ren never puts out the light."
        ),
    ),
)
def told_law_broken(scene: SceneContext) -> Iterator[Complaint]:
    """What a law of the world forbids does not happen, and what it promises does not fail."""
    told: set[str] = set()
    for echo in scene.echoes:
        fact = scene.after.get(echo.subject, "text") if echo.subject.startswith("rule:") else None
        if fact is not None and echo.subject not in told and breaks_law(echo):
            told.add(echo.subject)
            field = echo.statement.passage.kind
            yield scene.complaint(echo.statement.quote, fact, law=fact.value, field=field)
