"""What was told: the pyramid of summaries before an hour, and lines recalled by full-text search."""

from __future__ import annotations

from collections.abc import Sequence

from anigen_assets.services.context_people import Ensemble
from anigen_assets.services.context_view import ContextView
from anigen_assets.store.records import Summary
from anigen_assets.store.repositories.context import Wanted
from anigen_assets.story.canon import CanonState
from anigen_assets.story.context.lines import short_name
from anigen_assets.story.context.material import Recollection, SummaryNote, ThreadNote
from anigen_assets.story.context.pyramid import Block, block_of, children, remembered

MOST_BLOCKS = 400
"""Summaries that are read at most: those nearest to the hour."""
LONG_UNSEEN_EPISODES = 24
MOST_RECALLED_PEOPLE, MOST_RECALLED_THREADS = 8, 6


def summaries(view: ContextView, before: int) -> tuple[SummaryNote, ...]:
    """The fewest summaries that tell the hours below a number, oldest first.

    Where one is missing or was refused, the level below takes its place; hours that were not told have no line, and
    drafts have their titles.
    """
    last = min(before - 1, view.frontier)
    notes: list[SummaryNote] = []
    wanted: Sequence[Block] = remembered(last)
    while wanted:
        found = _found(view, wanted[-MOST_BLOCKS:])
        notes += [SummaryNote(block, found[block]) for block in wanted if found.get(block)]
        wanted = [child for block in wanted if not found.get(block) for child in children(block)][
            -MOST_BLOCKS:
        ]
    drafted = (
        view.uow.memory.drafted_titles(view.series_id, last + 1, before - 1) if last < before - 1 else {}
    )
    notes += [SummaryNote(block_of("episode", number), title) for number, title in drafted.items()]
    return tuple(sorted(notes, key=lambda note: note.block.first))


def recollections(
    view: ContextView, threads: Sequence[ThreadNote], people: Ensemble, state: CanonState, before: int
) -> tuple[Recollection, ...]:
    """Lines of long ago about who and what is in play: people unseen for long or back after long, threads due soon."""
    wishes: list[tuple[str, Wanted]] = []
    for who in _long_unseen(view, people, state):
        name = state.value(who, "name")
        kind, sight = state.get(who, "kind"), people.seen.get(who)
        numbers = {sight.number} if sight is not None and sight.number < before else set()
        numbers |= {kind.number} if kind is not None else set()
        wishes.append((name, Wanted(short_name(name), tuple(sorted(numbers)))))
    answers = view.uow.context.recall(view.series_id, [wish for _, wish in wishes], before)
    told = [
        Recollection(about, summary.first_number, line)
        for (about, wish), found in zip(wishes, answers, strict=True)
        for line, summary in _lines(found, wish.words)
    ]
    return tuple(dict.fromkeys((*_openings(view, threads, before), *told)))


def _found(view: ContextView, blocks: Sequence[Block]) -> dict[Block, str]:
    read = view.uow.context.blocks(view.series_id, [(b.level, b.first) for b in blocks])
    texts = {(summary.level, summary.first_number): summary.text for summary in read}
    return {block: texts[block.level, block.first] for block in blocks if (block.level, block.first) in texts}


def _long_unseen(view: ContextView, people: Ensemble, state: CanonState) -> list[str]:
    def absence(who: str) -> int:
        sight = people.seen.get(who)
        return view.number - sight.number if sight is not None else 0

    def age(who: str) -> int:
        kind = state.get(who, "kind")
        return view.number - kind.number if kind is not None else 0

    living = [who for who in people.protected if state.value(who, "status") not in ("dead", "")]
    away = sorted((w for w in living if absence(w) > LONG_UNSEEN_EPISODES), key=lambda w: (-absence(w), w))
    back = [who for who in people.passing if age(who) > LONG_UNSEEN_EPISODES]
    return [*back, *away][:MOST_RECALLED_PEOPLE]


def _openings(view: ContextView, threads: Sequence[ThreadNote], before: int) -> list[Recollection]:
    """The scenes in which the promises were made that are due first."""
    due = [t for t in threads if 0 < t.opened_number < before][:MOST_RECALLED_THREADS]
    read = view.uow.context.blocks(
        view.series_id, [("scene", number) for number in {t.opened_number for t in due}]
    )
    scenes = {summary.first_number: summary.text.split("\n") for summary in read}
    told = []
    for thread in due:
        lines = scenes.get(thread.opened_number, [])
        line = next((one for one in lines if one.startswith(f"{thread.opened_scene} ")), "")
        if line:
            told.append(Recollection(f'"{thread.title}" opened', thread.opened_number, line))
    return told


def _lines(found: Sequence[Summary], words: str) -> list[tuple[str, Summary]]:
    lines = []
    for summary in found[:1]:
        naming = [line for line in summary.text.split("\n") if words in line]
        lines += [(line, summary) for line in naming[-1:]]
    return lines
