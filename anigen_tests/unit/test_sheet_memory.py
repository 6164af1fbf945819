"""A process that makes hours for days draws a sheet for every newcomer, and keeps none of what it drew them from."""

from __future__ import annotations

from pathlib import Path

from anigen_assets.studio.sheets import draw_sheet
from anigen_tests.unit.test_slate import LOOK


def test_a_drawn_sheet_leaves_no_recordings_behind(tmp_path: Path) -> None:
    from anigen_assets.studio.animatic.figures import layers, standing

    draw_sheet(LOOK, "Aki", tmp_path / "sheet.png")
    drawn = (layers.back_hair, layers.body, layers.skin, layers.face_features, layers.front_hair)
    full = (standing._lower, standing._upper, standing._front_arms)
    assert [layer.cache_info().currsize for layer in (*drawn, layers.above_hair, *full)] == [0] * 9
