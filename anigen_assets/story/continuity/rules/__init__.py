"""The rules, one module a family. Importing this package registers them."""

from anigen_assets.story.continuity.rules import (
    bonds,
    facts,
    fillers,
    items,
    novelty,
    people,
    places,
    secrets,
    shape,
    shots,
    threads,
)

__all__ = [
    "bonds",
    "facts",
    "fillers",
    "items",
    "novelty",
    "people",
    "places",
    "secrets",
    "shape",
    "shots",
    "threads",
]
