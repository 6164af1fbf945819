"""Synthetic stories in a small show, for the tests of the director's memory."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
import pytest

from anigen_assets.services.application import Application
from anigen_assets.services.compress_story import keep_pyramid
from anigen_assets.story.context.document import DirectorContext
from anigen_assets.story.context.pyramid import Block
from anigen_tests.benchmarks.memory_story import SyntheticStory
from anigen_tests.benchmarks.memory_tables import Tables


@dataclass
class Synthetic:
    """A show on a synthetic story."""

    app: Application
    story: SyntheticStory
    tables: Tables
    url: str

    def sql(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        with psycopg.connect(self.url) as connection:
            cursor = connection.execute(statement, values)
            return cursor.fetchall() if cursor.description else []


def length(episodes: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("told", [episodes], indirect=True)


def text_of(app: Application, block: Block) -> str | None:
    with app.database.unit_of_work() as uow:
        found = uow.context.blocks(app.series_id, [(block.level, block.first)])
    return found[0].text if found else None


def section(context: DirectorContext, name: str) -> str:
    return next((s.text for s in context.sections if s.name == name), "")


def kept(app: Application, frontier: int) -> tuple[Block, ...]:
    with app.database.unit_of_work() as uow:
        made = keep_pyramid(app, uow, frontier)
        uow.commit()
    return made
