"""Titles that no other episode has."""

from __future__ import annotations

from anigen_assets.providers.offline_director.grammar import stable, titled, walk, wordings
from anigen_assets.providers.offline_director.words import Words

TITLE_CHARACTERS = 80
_ROMAN = ("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def title_for(words: Words) -> str:
    """A title for the main part: one of the unit's own, else one with a tail, else a numbered one."""
    request = words.world.request
    recent = {plan.title.casefold() for plan in request.recent}

    def free(title: str) -> bool:
        fits = 0 < len(title) <= TITLE_CHARACTERS
        return fits and title.casefold() not in recent and not request.title_taken(title)

    own: list[str] = []
    for text in words.part.unit.titles:
        for step in range(wordings(text)):
            made = words.wording(text, step)
            if made:
                own.append(titled(made))
    if not own:
        own = [titled(words.say("{place}"))]
    start = words.part.turn + stable(words.world.slug, words.part.unit.id)
    ordered = [own[(start + step) % len(own)] for step in range(len(own))]
    for title in ordered:
        if free(title):
            return title
    tails = words.world.lexicon["title_tail"]
    for step in range(len(tails)):
        tail = tails[walk(stable(words.world.number), step, len(tails))]
        filled_tail = words.wording(tail, 0)
        for title in ordered:
            if filled_tail and free(f"{title}{filled_tail}"):
                return f"{title}{filled_tail}"
    for number in _ROMAN:
        for title in ordered:
            if free(f"{title} {number}"):
                return f"{title} {number}"
    return f"{ordered[0][:60]}, {words.world.number}"
