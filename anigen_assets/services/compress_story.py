"""The pyramid of summaries is kept by retirement: a line for each scene and episode, a summary for each full block.

Everything happens in the transaction of the caller, under the canon lock. What is there is left alone; what is
missing, because the story was told before or an hour was told late, is made, oldest first and a bounded number at a
time.
"""

from __future__ import annotations

from collections.abc import Iterable

from anigen_assets.services.application import Application
from anigen_assets.services.generation_log import note
from anigen_assets.services.summaries import episode_summary, scenes_summary
from anigen_assets.store.records import Summary
from anigen_assets.store.unit_of_work import UnitOfWork
from anigen_assets.story.canon import CanonState
from anigen_assets.story.changes import Change, Key
from anigen_assets.story.context.compression import (
    Accepted,
    Compressor,
    Extractive,
    Material,
    Part,
    compress,
    headline,
)
from anigen_assets.story.context.pyramid import (
    LEVELS,
    Block,
    block_of,
    blocks_around,
    children,
    complete,
    span,
)
from anigen_assets.story.context.turns import Registry, Turn, parsed, turns_of
from anigen_assets.story.plan import EpisodePlan

BLOCKS_AT_ONCE = 32
"""Missing summaries that are made in one transaction."""
EXTRACTIVE: Compressor = Extractive()


def remember_episode(uow: UnitOfWork, plan: EpisodePlan) -> None:
    """Writes the lines of an episode that becomes canon, and notes whom it shows."""
    shown = {who for scene in plan.scenes for who in scene.cast}
    named = sorted(shown | {scene.place for scene in plan.scenes})
    state = uow.memory.facts(plan.series_id, [Key(one, "name") for one in named], plan.number)
    uow.context.add(episode_summary(plan))
    uow.context.add(scenes_summary(plan, lambda one: state.value(one, "name", one)))
    uow.memory.mark_seen(plan.series_id, shown, plan.number)


def keep_pyramid(
    app: Application, uow: UnitOfWork, frontier: int, compressor: Compressor = EXTRACTIVE
) -> tuple[Block, ...]:
    """Makes the summaries that are due up to the frontier, at most BLOCKS_AT_ONCE; returns their blocks.

    An hour that completes no block costs one look at whether the newest is there.
    """
    if frontier < span("arc"):
        return ()
    newest = block_of("arc", frontier // span("arc") * span("arc"))
    if frontier % span("arc") and uow.context.blocks(app.series_id, [(newest.level, newest.first)]):
        return ()
    made: list[Block] = []
    for level in LEVELS[1:]:
        due = complete(level, frontier)
        have = uow.context.beginnings(app.series_id, level) if due else set()
        for first in due:
            if first in have:
                continue
            if len(made) == BLOCKS_AT_ONCE:
                return tuple(made)
            block = block_of(level, first)
            _tell(app, uow, block, compressor)
            made.append(block)
    return tuple(made)


def retell(
    app: Application,
    uow: UnitOfWork,
    numbers: Iterable[int],
    frontier: int,
    compressor: Compressor = EXTRACTIVE,
) -> tuple[Block, ...]:
    """Makes the summaries around some hours again, from the arc up: a filler or a retcon changed what they tell."""
    touched = {block for number in numbers for block in blocks_around(number) if block.last <= frontier}
    ordered = sorted(touched, key=lambda block: (LEVELS.index(block.level), block.first))
    for block in ordered:
        _tell(app, uow, block, compressor)
    return tuple(ordered)


def _tell(app: Application, uow: UnitOfWork, block: Block, compressor: Compressor) -> None:
    material = _arc(app, uow, block) if block.level == "arc" else _above(uow, app.series_id, block)
    outcome = compress(compressor, material)
    text = outcome.text if isinstance(outcome, Accepted) else ""  # empty: the level below takes its place
    for refusal in outcome.refusals:
        note(app, uow, "memory", f"{compressor.name} summary of the {block.name} refused, {refusal}")
    if not text:
        told = f"no summary of the {block.name} keeps its facts: the level below is used in its place"
        note(app, uow, "memory", told, level="WARNING")
    uow.context.add(Summary(app.series_id, block.level, block.first, block.last, text))


def _arc(app: Application, uow: UnitOfWork, block: Block) -> Material:
    series_id, told = app.series_id, uow.memory.told_numbers(app.series_id, block.first, block.last)
    have = {s.first_number for s in uow.context.level(series_id, "scene", block.first, block.last)}
    for number in told:
        plan = None if number in have else uow.episodes.plan(series_id, number)
        if plan is not None:
            remember_episode(uow, plan)
    lines = uow.context.level(series_id, "episode", block.first, block.last)
    parts = tuple(Part(line.first_number, line.text) for line in lines if line.first_number in told)
    return Material(block, parts, _turns(uow, series_id, block))


def _turns(uow: UnitOfWork, series_id: str, block: Block) -> tuple[Turn, ...]:
    changes = uow.memory.changes(series_id, block.first, block.last)
    named = sorted({one for _, _, change in changes for one in _mentioned(change)})
    keys = [Key(one, attribute) for one in named for attribute in ("kind", "name", "role", "title")]
    state = uow.memory.facts(series_id, keys, block.last)
    known = _registry(state)
    return tuple(
        turn for number, scene, change in changes for turn in turns_of(number, [(scene, change)], known)
    )


def _registry(state: CanonState) -> Registry:
    def name(one: str) -> str:
        return state.value(one, "name") or state.value(one, "title") or one.removeprefix("thread:")

    def opened(thread_id: str) -> int | None:
        fact = state.get(f"thread:{thread_id}", "kind")
        return None if fact is None else fact.number

    return Registry(name, lambda one: state.value(one, "role"), opened)


def _mentioned(change: Change) -> set[str]:
    fields = ("subject", "a", "b", "item", "holder", "previous", "to_place", "id")
    values = {value for field in fields if isinstance(value := getattr(change, field, None), str) and value}
    return values | {key.subject for key in change.writes()}


def _above(uow: UnitOfWork, series_id: str, block: Block) -> Material:
    texts = _texts(uow, series_id, block)
    parts = tuple(
        Part(first, headline(text)) for first, text in texts if not text.endswith(": nothing was told")
    )
    turns = tuple(turn for _, text in texts for turn in parsed(text))
    return Material(block, parts, turns)


def _texts(uow: UnitOfWork, series_id: str, block: Block) -> list[tuple[int, str]]:
    """(first number, text) of the blocks below; where one was refused, of those below it."""
    below = children(block)
    found = {
        s.first_number: s.text for s in uow.context.blocks(series_id, [(b.level, b.first) for b in below])
    }
    texts: list[tuple[int, str]] = []
    for child in below:
        if text := found.get(child.first, ""):
            texts.append((child.first, text))
        elif child.level == "arc":
            lines = [turn.line for turn in _turns(uow, series_id, child)]
            texts.append(
                (child.first, "\n".join((f"{child.first} to {child.last}: many things happened", *lines)))
            )
        else:
            texts += _texts(uow, series_id, child)
    return texts
