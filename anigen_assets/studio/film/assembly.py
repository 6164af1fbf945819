"""Scenes into an episode's files: film, subtitles, poster, thumbnail, manifest, all in one folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from anigen_assets.errors import MediaError
from anigen_assets.studio.film.joining import join_scenes
from anigen_assets.studio.film.manifests import ManifestHead, SceneEntry, write_manifest
from anigen_assets.studio.film.posters import write_posters
from anigen_assets.studio.film.probing import probe
from anigen_assets.studio.film.subtitles import write_vtt
from anigen_assets.studio.film.timeline import chapters_of, episode_lines
from anigen_assets.studio.ports import FilmFacts, SpokenLine


@dataclass(frozen=True)
class SceneInput:
    """A finished scene.

    Attributes:
        title: Becomes the chapter's name.
        lines: In scene time.
        sha256: What the file was when it was made.
        loudness_lufs: As measured when it was made; None when silent.
    """

    path: Path
    title: str
    lines: tuple[SpokenLine, ...]
    sha256: str
    loudness_lufs: float | None


@dataclass(frozen=True)
class EpisodeJob:
    """Everything that decides the bytes of an episode's files."""

    series_id: str
    series_title: str
    hour_key: str
    number: int
    title: str
    synopsis: str
    scenes: tuple[SceneInput, ...]


@dataclass(frozen=True)
class EpisodeFiles:
    """The files of an episode.

    Attributes:
        paths: By kind: film, vtt, poster, thumbnail, manifest.
        facts: Of the film.
    """

    paths: Mapping[str, Path]
    facts: FilmFacts


def assemble(job: EpisodeJob, folder: Path) -> EpisodeFiles:
    """Joins the scenes and writes everything that goes with the film.

    Raises:
        MediaError: A scene is missing, damaged or not the one that was made.
        StudioError: The scenes cannot be joined.
        DiskFullError: No room for the files.
    """
    scenes = [probe(scene.path) for scene in job.scenes]
    for scene, facts in zip(job.scenes, scenes, strict=True):
        if facts.sha256 != scene.sha256:
            raise MediaError(
                f"{scene.path} is not the scene that was made: its content has changed. Make it again."
            )
    seconds = [facts.seconds for facts in scenes]
    chapters = chapters_of([scene.title for scene in job.scenes], seconds)
    lines = episode_lines([scene.lines for scene in job.scenes], seconds)
    film = folder / "film.mp4"
    facts = join_scenes(
        [scene.path for scene in job.scenes],
        film,
        title=f"{job.series_title} {job.number}: {job.title}",
        chapters=chapters,
        lines=lines,
        facts=scenes,
    )
    paths = {
        "film": film,
        "vtt": folder / "film.vtt",
        "poster": folder / "poster.jpg",
        "thumbnail": folder / "thumbnail.jpg",
    }
    write_vtt(lines, paths["vtt"])
    write_posters(film, paths["poster"], paths["thumbnail"])
    manifest = folder / "manifest.json"
    write_manifest(
        manifest,
        ManifestHead(job.series_id, job.series_title, job.hour_key, job.number, job.title, job.synopsis),
        facts=facts,
        files=paths,
        scenes=[
            SceneEntry(s.title, length, s.sha256, s.loudness_lufs)
            for s, length in zip(job.scenes, seconds, strict=True)
        ],
        chapters=chapters,
    )
    return EpisodeFiles({**paths, "manifest": manifest}, facts)
