"""FilmWriter: pictures and sound in, one finished film file out, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from anigen_assets.errors import StudioError
from anigen_assets.studio.film.delivery import QUANTIZER, SAMPLE, SAMPLES_PER_TICK, TICK
from anigen_assets.studio.film.muxing import Track, mux
from anigen_assets.studio.film.pictures import PictureEncoder
from anigen_assets.studio.film.probing import probe
from anigen_assets.studio.film.sounds import SoundEncoder
from anigen_assets.studio.ports import FPS, FilmFacts
from anigen_assets.whole_file import whole_file


class FilmWriter:
    """Writes a film of a known length. Until `close` nothing is on disk, so a writer may simply be dropped.

    Pictures have a variable rate: each holds until the next, the last one until the end. Memory holds the
    coded film, a few megabytes for a scene.
    """

    def __init__(
        self, target: Path, size_px: tuple[int, int], seconds: float, *, quantizer: int = QUANTIZER
    ) -> None:
        """Opens the encoders.

        Args:
            target: The finished file; it is replaced when it exists.
            size_px: (width, height): an even width and a height that is a multiple of four.
            seconds: Exact length of picture and sound; a multiple of 1/24 s.
            quantizer: x264's constant quantizer, lower is better and larger.

        Raises:
            StudioError: The size or length is not possible.
        """
        self._end_tick = round(seconds * FPS)
        if self._end_tick <= 0 or abs(self._end_tick / FPS - seconds) > 1e-6:
            raise StudioError(f"A film cannot be {seconds} s long: it takes whole ticks of 1/{FPS} s.")
        width, height = size_px
        if width <= 0 or height <= 0 or width % 2 or height % 4:
            raise StudioError(
                f"A film cannot be {width}x{height}: the width must be even and the height a multiple of four."
            )
        self._target = target
        self._pictures = PictureEncoder(size_px, quantizer)
        self._sound = SoundEncoder()

    def write_picture(self, i420: NDArray[np.uint8], tick_24: int) -> None:
        """Shows a picture from a tick on, until the next picture.

        Args:
            i420: (height * 3 / 2, width) uint8, planes Y, U, V, BT.709 limited range; it must stay
                as it is until the next picture is written, or the film closed.
            tick_24: Time in ticks of 1/24 s; 0 for the first picture, growing after that.

        Raises:
            StudioError: Wrong shape or order.
        """
        self._pictures.add(i420, tick_24)

    def write_sound(self, pcm: NDArray[np.float32]) -> None:
        """Appends sound; what is missing at the end is silence.

        Args:
            pcm: (2, samples) float32 at 48 kHz.

        Raises:
            StudioError: Wrong shape, or a sample that is not a number.
        """
        self._sound.add(pcm)

    def close(self) -> FilmFacts:
        """Finishes the film: written to a temporary name, probed, renamed. Call it once.

        Raises:
            StudioError: There was no picture, or one after the end, or more sound than picture.
            DiskFullError: No room; the target is as before.
        """
        try:
            pictures = self._pictures.finish(self._end_tick)
            sound = self._sound.finish(self._end_tick * SAMPLES_PER_TICK)
            tracks = (Track(self._pictures.stream, pictures, TICK), Track(self._sound.stream, sound, SAMPLE))
            with whole_file(self._target) as temporary:
                mux(temporary, tracks)
                return probe(temporary)
        except av.error.FFmpegError as error:
            raise StudioError(f"{self._target} could not be written: {error.strerror or error}.") from error
        finally:
            self._pictures.release()
            self._sound.release()
