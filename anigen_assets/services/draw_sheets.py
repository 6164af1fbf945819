"""Character sheets: one picture for each look a character ever had, drawn when the look is first needed."""

from __future__ import annotations

from dataclasses import dataclass

from anigen_assets.services.application import Application
from anigen_assets.services.media_keys import sheet_key
from anigen_assets.services.scene_requests import canon_shown
from anigen_assets.services.standing_plan import require_plan
from anigen_assets.store.records import MediaRecord, MediaToSave
from anigen_assets.story.canon import Character
from anigen_assets.story.chain import canonical_json, sha256_hex
from anigen_assets.studio.sheets import draw_sheet


@dataclass(frozen=True)
class CharacterSheet:
    """A character's sheet on record.

    Attributes:
        already: It was there before.
    """

    character: Character
    media: MediaRecord
    already: bool


def draw_sheets(app: Application, hour_key: str) -> tuple[CharacterSheet, ...]:
    """Makes sure that everyone in the hour's plan has a sheet; only new looks are drawn.

    Raises:
        StateError: The hour has no plan.
    """
    number = app.number(hour_key)
    with app.database.unit_of_work() as uow:
        plan = require_plan(uow, app.series_id, number, hour_key).plan
        canon = canon_shown(uow, plan)
    people = sorted({person for scene in plan.scenes for person in scene.cast})
    cast = [character for person in people if (character := canon.character(person)) is not None]
    return tuple(_sheet(app, character) for character in cast)


def _sheet(app: Application, character: Character) -> CharacterSheet:
    look = sha256_hex(canonical_json([character.name, character.look.model_dump(mode="json")]))
    key = sheet_key(app.series_id, character.id, look)
    standing = _standing(app, character, key)
    if standing is not None:
        return standing
    # Hours side by side may need the same newcomer: the second waits and finds the sheet drawn.
    with app.database.hold(app.series_id, f"sheet:{key}"):
        return _standing(app, character, key) or _draw(app, character, key)


def _standing(app: Application, character: Character, key: str) -> CharacterSheet | None:
    with app.database.unit_of_work() as uow:
        known = uow.media.get(app.series_id, key)
    if known is None or app.media.size(key) != known.media.bytes:
        return None
    return CharacterSheet(character, known, already=True)


def _draw(app: Application, character: Character, key: str) -> CharacterSheet:
    drawn = app.media.staging_path(key)
    draw_sheet(character.look, character.name, drawn)
    stored = app.media.put_file(drawn, key)
    media = MediaToSave(app.series_id, key, "sheet", stored.sha256, stored.bytes)
    with app.database.unit_of_work() as uow:
        record = uow.media.record(media, app.clock.now())
        uow.commit()
    return CharacterSheet(character, record, already=False)
