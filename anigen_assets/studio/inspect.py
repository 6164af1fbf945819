"""Does a film really show and sound? What it looks and sounds like, and findings against limits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from anigen_assets.studio.film.listening import SoundReport, listen
from anigen_assets.studio.film.probing import open_film
from anigen_assets.studio.film.watching import PictureReport, Stretch, watch
from anigen_assets.studio.ports import LOUDNESS_LUFS, TRUE_PEAK_DBTP


@dataclass(frozen=True)
class FilmInspection:
    """What a look at a film found.

    Attributes:
        black: Longest stretch without light.
        frozen: Longest stretch in which nothing moves.
        silence: Longest stretch below -60 dBFS.
        loudness_lufs: Integrated; None without sound or when all is silent.
        true_peak_dbtp: None without sound or when all is silent.
    """

    has_picture: bool
    has_sound: bool
    black: Stretch
    frozen: Stretch
    silence: Stretch
    loudness_lufs: float | None
    true_peak_dbtp: float | None

    @property
    def longest_black_seconds(self) -> float:
        """Length of the longest stretch without light."""
        return self.black.seconds

    @property
    def longest_frozen_seconds(self) -> float:
        """Length of the longest stretch in which nothing moves."""
        return self.frozen.seconds

    @property
    def longest_silence_seconds(self) -> float:
        """Length of the longest silence."""
        return self.silence.seconds


@dataclass(frozen=True)
class Limits:
    """What a film may be; None does not look.

    Attributes:
        loudness_tolerance_lu: Allowed distance from -16 LUFS.
        peak_dbtp: Highest true peak; a little above the mix's own limit, since coding moves peaks.
    """

    black_seconds: float | None = 2.0
    frozen_seconds: float | None = 8.0
    silence_seconds: float | None = 6.0
    loudness_tolerance_lu: float | None = 1.0
    peak_dbtp: float | None = TRUE_PEAK_DBTP + 0.5


MOVING_LIMITS = Limits()
"""For animatics and bought clips: quiet shots are held, but never wholly still for more than 8 s."""
STILL_LIMITS = Limits(frozen_seconds=None, silence_seconds=None, loudness_tolerance_lu=None, peak_dbtp=None)
"""For slates: still and silent by design, but there must be something to read."""


def inspect_film(path: Path) -> FilmInspection:
    """Decodes the sound and as much of the picture as it takes; about 0.15 s of CPU for a scene at 720p.

    Raises:
        MediaError: The file is missing, damaged or no film.
    """
    with open_film(path, picture=False) as film:
        has_picture, has_sound = bool(film.streams.video), bool(film.streams.audio)
        pictures = watch(path, film) if has_picture else PictureReport(Stretch(), Stretch())
    with open_film(path, picture=False) as film:
        sound = listen(film) if has_sound else SoundReport(None, None, Stretch())
    return FilmInspection(
        has_picture=has_picture,
        has_sound=has_sound,
        black=pictures.black,
        frozen=pictures.frozen,
        silence=sound.silence,
        loudness_lufs=sound.loudness_lufs,
        true_peak_dbtp=sound.true_peak_dbtp,
    )


def findings(inspection: FilmInspection, limits: Limits) -> tuple[str, ...]:
    """One sentence for everything that is beyond the limits; empty when all is well."""
    found = []
    if not inspection.has_picture:
        found.append("There is no picture.")
    if not inspection.has_sound:
        found.append("There is no sound.")
    found += _stretch("black", inspection.black, limits.black_seconds)
    found += _stretch("frozen", inspection.frozen, limits.frozen_seconds)
    found += _stretch("silent", inspection.silence, limits.silence_seconds)
    if inspection.has_sound:
        found += _loudness(inspection, limits)
    return tuple(found)


def _stretch(what: str, stretch: Stretch, limit: float | None) -> list[str]:
    if limit is None or stretch.seconds <= limit:
        return []
    return [
        f"It is {what} for {stretch.seconds:.1f} s from {stretch.start_seconds:.1f} s on; "
        f"at most {limit:.1f} s are allowed."
    ]


def _loudness(inspection: FilmInspection, limits: Limits) -> list[str]:
    found = []
    loudness, peak = inspection.loudness_lufs, inspection.true_peak_dbtp
    tolerance = limits.loudness_tolerance_lu
    if tolerance is not None and loudness is None:
        found.append("Its sound is silence.")
    elif tolerance is not None and loudness is not None and abs(loudness - LOUDNESS_LUFS) > tolerance:
        found.append(
            f"Its loudness is {loudness:.1f} LUFS; {LOUDNESS_LUFS:.0f} +- {tolerance:.0f} is allowed."
        )
    if limits.peak_dbtp is not None and peak is not None and peak > limits.peak_dbtp:
        found.append(f"Its true peak is {peak:.1f} dBTP; at most {limits.peak_dbtp:.1f} is allowed.")
    return found
