"""Where an hour's files lie in the media store. Keys never change; a new take gets a new name."""

from __future__ import annotations


def hour_folder(series_id: str, hour_key: str) -> str:
    """Folder of an hour; without the colon, which some file systems refuse."""
    return f"{series_id}/{hour_key.removesuffix(':00')}"


def scene_key(series_id: str, hour_key: str, slot: int, take: int) -> str:
    """A scene's film."""
    return f"{hour_folder(series_id, hour_key)}/scene_{slot}.take{take}.mp4"


def episode_key(series_id: str, hour_key: str, take: int, name: str) -> str:
    """A file of the episode, e.g. `film.mp4`."""
    return f"{hour_folder(series_id, hour_key)}/episode.take{take}.{name}"


def sheet_key(series_id: str, character_id: str, look_digest: str) -> str:
    """A character sheet; one for each look."""
    return f"{series_id}/cast/{character_id}.{look_digest[:12]}.png"
