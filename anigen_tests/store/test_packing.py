"""Plans as they are kept: read as they were written, smaller the more there is to quote from."""

from __future__ import annotations

import json
import random
import zlib
from typing import Any

import psycopg
import pytest

from anigen_assets.store.database import Database
from anigen_assets.store.packing import SAMPLES_TO_TRAIN, Packer, dictionary_of
from anigen_assets.store.read_models import ReadModels
from anigen_assets.store.repositories.plan_words import FIRST_STRETCHES, stretch_of
from anigen_assets.story.chain import canonical_json
from anigen_tests.store.story import SERIES, begin, draft

WORDS = (
    "harbour",
    "lamp",
    "tide",
    "bell",
    "ledger",
    "choir",
    "theatre",
    "poster",
    "clock",
    "shed",
    "onion",
    "slip",
)


def _document(which: int, lines: int = 40) -> dict[str, Any]:
    chance = random.Random(which)
    return {
        "scenes": [{"mood": "hopeful", "text": " ".join(chance.choices(WORDS, k=9))} for _ in range(lines)]
    }


@pytest.mark.parametrize("samples", [0, 2, SAMPLES_TO_TRAIN, 64])
def test_a_document_is_read_as_it_was_written_however_much_its_dictionary_knew(samples: int) -> None:
    words = dictionary_of([_document(which) for which in range(samples)]) if samples else None
    written = Packer(words).pack(_document(99))
    assert Packer(words).unpack(written) == _document(99)


def test_a_dictionary_of_many_documents_makes_the_next_ones_smaller() -> None:
    sizes = [
        len(Packer(words).pack(_document(99)))
        for words in (
            None,
            *(dictionary_of([_document(which) for which in range(n)]) for n in (2, 64)),
        )
    ]
    assert sizes == sorted(set(sizes), reverse=True), sizes


def test_documents_in_a_zlib_stream_are_still_read() -> None:
    text, words = canonical_json(_document(1)).encode(), canonical_json(_document(2)).encode()
    packer = zlib.compressobj(9, zdict=words)
    assert Packer(zlib.compress(words)).unpack(packer.compress(text) + packer.flush()) == _document(1)
    assert Packer().unpack(zlib.compress(text)) == _document(1)


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises((ValueError, zlib.error)):
        Packer().unpack(b"neither of both")


def test_stretches_begin_where_they_say_and_never_go_back() -> None:
    stretches = [stretch_of(number) for number in range(1, 4000)]
    assert stretches == sorted(stretches)
    first = [stretch_of(n) for n in (1, 2, 3, 16, 17, 65, 257, 1280, 1281, 2305)]
    assert first == [0, 0, 1, 1, 2, 3, 4, 4, 5, 6]


def test_plans_are_read_across_stretches_by_the_story_and_by_the_viewer(
    database: Database, database_url: str
) -> None:
    last = FIRST_STRETCHES[1] + 1
    with database.unit_of_work() as uow:
        begin(uow)
        for number in range(1, last + 1):
            draft(uow, number)
        uow.commit()
        written = uow.episodes.recent_plans(SERIES, last + 1, last)
    assert [plan.number for plan in written] == list(range(1, last + 1))
    shown = ReadModels(database, SERIES)
    cards = shown.episodes_page(limit=last)
    assert [card.logline for card in cards] == [plan.logline for plan in reversed(written)]
    assert all(shown.episode(plan.number).plan == plan for plan in written)  # type: ignore[union-attr]
    with psycopg.connect(database_url) as connection:
        ids = connection.execute("SELECT dictionary_id FROM plans ORDER BY number").fetchall()
    assert [i for (i,) in ids] == [stretch_of(number) or None for number in range(1, last + 1)]


def test_the_same_documents_give_the_same_dictionary() -> None:
    documents = [_document(which) for which in range(SAMPLES_TO_TRAIN)]
    assert dictionary_of(documents) == dictionary_of(json.loads(json.dumps(documents)))
