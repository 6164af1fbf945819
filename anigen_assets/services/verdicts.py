"""Verdicts of the asset checks: each really looks at the files or the rows, and says what it saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from anigen_assets.errors import AniGenError
from anigen_assets.services.application import Application
from anigen_assets.services.canon_reports import NEWEST_LINKS, check_against, verify_newest
from anigen_assets.services.canon_view import CanonCursor
from anigen_assets.services.close_ledger import read_hour
from anigen_assets.store.records import ChainFault, EpisodeRecord, MediaToSave
from anigen_assets.story.calendar import HOUR, parse_hour
from anigen_assets.story.findings import Finding, Severity
from anigen_assets.studio.film.probing import probe
from anigen_assets.studio.inspect import MOVING_LIMITS, inspect_film
from anigen_assets.studio.inspect import findings as findings_of

SCENE_TOLERANCE_SECONDS = 0.1
DECODED = ("picture_moves", "loudness_in_range")
STILL_STUDIOS = frozenset({"slate"})
"""Studios whose pictures stand still and whose sound is silence by design."""


@dataclass(frozen=True)
class Verdict:
    """What a check found.

    Attributes:
        numbers: What was measured, for the UI.
    """

    passed: bool
    sentence: str
    numbers: Mapping[str, float | int | str] = field(default_factory=dict)


def plan_verdict(
    app: Application, hour_key: str, cursor: CanonCursor | None = None
) -> tuple[Verdict, tuple[Finding, ...]]:
    """Whether the hour's plan is well formed and agrees with canon as the hour finds it.

    With a cursor, plans that are looked at in order share the canon they rest on.
    """
    number = app.number(hour_key)
    with app.database.unit_of_work() as uow:
        plan = uow.episodes.plan(app.series_id, number)
    if plan is None:
        return Verdict(False, f"{hour_key} has no plan."), ()
    findings = check_against(app, plan, hour_key, cursor)
    errors = [f for f in findings if f.severity is Severity.ERROR]
    sentence = f"{len(errors)} errors, {len(findings) - len(errors)} warnings."
    return Verdict(
        not errors, sentence, {"errors": len(errors), "warnings": len(findings) - len(errors)}
    ), findings


def scene_verdicts(app: Application, hour_key: str) -> dict[int, Verdict]:
    """For each scene of the hour: whether its file is a film of 30 s +- 0.1 s with picture and sound."""
    number, wanted = app.number(hour_key), app.bible.format.scene_seconds
    with app.database.unit_of_work() as uow:
        scenes = uow.episodes.scenes(app.series_id, number)
    verdicts: dict[int, Verdict] = {}
    for scene in scenes:
        if scene.media is None:
            verdicts[scene.slot] = Verdict(False, f"Scene {scene.slot} was not made.")
            continue
        verdicts[scene.slot] = _film_verdict(
            app, scene.media.media.key, scene.media.media.sha256, float(wanted)
        )
    return verdicts


def episode_verdicts(app: Application, hour_key: str) -> dict[str, Verdict]:
    """`episode_is_whole`, `picture_moves`, `loudness_in_range` and `made_in_time`."""
    number = app.number(hour_key)
    with app.database.unit_of_work() as uow:
        scenes = uow.episodes.scenes(app.series_id, number)
        episode = uow.episodes.get(app.series_id, number)
        take = None if episode is None else episode.film_take
        records = uow.media.for_episode(app.series_id, number)
    files = {m.media.kind: m.media for m in records if m.media.slot == 0 and m.media.take == take}
    if episode is None or "film" not in files:
        missing = Verdict(False, f"{hour_key} has no film.")
        return dict.fromkeys(("episode_is_whole", "made_in_time", *DECODED), missing)
    made = sum(s.state == "made" for s in scenes)
    total = app.bible.format.scenes_per_episode
    seconds = float(total * app.bible.format.scene_seconds)
    film = files.pop("film")
    whole = _files_verdict(app, _film_verdict(app, film.key, film.sha256, seconds), files.values())
    if made < total:
        whole = Verdict(False, f"Only {made} of {total} scenes are made.", whole.numbers)
    verdicts = {"episode_is_whole": whole, "made_in_time": _in_time(hour_key, episode)}
    return verdicts | _decoded(app, film.key, still={s.provider for s in scenes} <= STILL_STUDIOS)


def chain_verdict(app: Application) -> tuple[Verdict, ChainFault | None]:
    """Whether the newest links of the chain recompute, and what does not."""
    fault = verify_newest(app)
    if fault is not None:
        return Verdict(False, fault.sentence), fault
    said = f"The newest {NEWEST_LINKS} links recompute; `anigen canon verify` does them all."
    return Verdict(True, said), None


def cost_verdict(app: Application, hour_key: str) -> Verdict:
    """Whether the hour cost what was estimated, within 10%."""
    closed = read_hour(app, hour_key)
    sentence = f"Estimated {closed.estimate_usd:.6f}, charged {closed.actual_usd:.6f} USD."
    numbers = {"estimate USD": f"{closed.estimate_usd:.6f}", "actual USD": f"{closed.actual_usd:.6f}"}
    return Verdict(closed.within_estimate, sentence, numbers)


def _film_verdict(app: Application, key: str, sha256: str, seconds: float) -> Verdict:
    try:
        facts = probe(app.media.local_path(key))
    except AniGenError as error:
        return Verdict(False, str(error))
    numbers = {"seconds": facts.seconds, "audio seconds": facts.audio_seconds, "bytes": facts.bytes}
    if facts.sha256 != sha256:
        return Verdict(False, f"{key} has changed since it was made: make it again.", numbers)
    off = max(abs(facts.seconds - seconds), abs(facts.audio_seconds - seconds))
    if off > SCENE_TOLERANCE_SECONDS:
        return Verdict(
            False,
            f"{facts.seconds:.3f} s of picture, {facts.audio_seconds:.3f} s of sound, not {seconds:g} s.",
            numbers,
        )
    return Verdict(
        True,
        f"{facts.seconds:.3f} s, {facts.width_px}x{facts.height_px}, {facts.video_codec} and {facts.audio_codec}.",
        numbers,
    )


def _files_verdict(app: Application, film: Verdict, others: Iterable[MediaToSave]) -> Verdict:
    """The film's verdict, unless a file that goes with it is not what it was."""
    if not film.passed:
        return film
    for file in others:
        try:
            app.media.verify(file.key, sha256=file.sha256, bytes=file.bytes)
        except AniGenError as error:
            return Verdict(False, str(error), film.numbers)
    return film


def _decoded(app: Application, key: str, *, still: bool) -> dict[str, Verdict]:
    """Looks at the pictures and listens to the sound."""
    if still:
        return dict.fromkeys(
            DECODED, Verdict(True, "Cards and silence by design: there is nothing to measure.")
        )
    try:
        seen = inspect_film(app.media.local_path(key))
    except AniGenError as error:
        return dict.fromkeys(DECODED, Verdict(False, str(error)))
    picture = findings_of(
        seen, replace(MOVING_LIMITS, loudness_tolerance_lu=None, peak_dbtp=None, silence_seconds=None)
    )
    sound = findings_of(seen, replace(MOVING_LIMITS, black_seconds=None, frozen_seconds=None))
    black, frozen = seen.longest_black_seconds, seen.longest_frozen_seconds
    moved = f"Black for at most {black:.1f} s, still for at most {frozen:.1f} s."
    heard = (
        "Silent."
        if seen.loudness_lufs is None
        else f"{seen.loudness_lufs:.2f} LUFS, {seen.true_peak_dbtp:.2f} dBTP."
    )
    pictures = {
        "longest black s": seen.longest_black_seconds,
        "longest frozen s": seen.longest_frozen_seconds,
    }
    sounds = {"LUFS": seen.loudness_lufs or 0.0, "dBTP": seen.true_peak_dbtp or 0.0}
    return {
        "picture_moves": Verdict(not picture, " ".join(picture) or moved, pictures),
        "loudness_in_range": Verdict(not sound, " ".join(sound) or heard, sounds),
    }


def _in_time(hour_key: str, episode: EpisodeRecord) -> Verdict:
    end = parse_hour(hour_key) + HOUR
    if episode.produced_at is None:
        return Verdict(False, "It was never finished.")
    if episode.planned_at is not None and episode.planned_at >= end:
        return Verdict(True, "Backfilled: it was asked for after its hour had ended.")
    late = episode.produced_at - end
    if late > timedelta(0):
        return Verdict(False, f"Finished {late} after its hour had ended.")
    return Verdict(True, f"Finished {-late} before its hour ended.")
