"""AAC packets of a film's sound, exactly as long as the picture.

The first packet only primes the decoder: it lies before time 0. Mixing and loudness belong to `sound/`.
"""

from __future__ import annotations

import functools
import io

import av
import numpy as np
from numpy.typing import NDArray

from anigen_assets.errors import StudioError
from anigen_assets.studio.film.delivery import AAC_BIT_RATE, AAC_FRAME_SAMPLES
from anigen_assets.studio.film.packets import Coded, coded
from anigen_assets.studio.ports import SAMPLE_RATE_HZ


class SoundEncoder:
    """Encodes one film's sound; packets are given at the end.

    Attributes:
        stream: Opened output stream, the template for a container that takes the packets.
    """

    def __init__(self) -> None:
        self._container = av.open(io.BytesIO(), "w", format="mp4", options={"fflags": "+bitexact"})
        # The fast coder costs a quarter of the default one and measures the same on this material. The tools
        # for noise and transients cost a tenth more and bring nothing; above 14 kHz lies less than -35 dB, and
        # only in rain, so that its bits are better spent below.
        options = {"aac_coder": "fast", "aac_pns": "0", "aac_tns": "0", "cutoff": "14000"}
        self.stream = self._container.add_stream("aac", rate=SAMPLE_RATE_HZ, layout="stereo", options=options)
        self.stream.bit_rate = AAC_BIT_RATE
        self._container.start_encoding()
        self._coded: list[Coded] = []
        self._samples = 0

    def add(self, pcm: NDArray[np.float32]) -> None:
        """Appends sound.

        Args:
            pcm: (2, samples) float32 at 48 kHz, full scale +-1.

        Raises:
            StudioError: Wrong shape, or a sample that is not a number.
        """
        if pcm.ndim != 2 or pcm.shape[0] != 2 or pcm.dtype != np.float32:
            raise StudioError(
                f"Sound has shape {pcm.shape} and type {pcm.dtype}; a film takes (2, samples) float32."
            )
        if not np.isfinite(pcm).all():
            raise StudioError("Sound holds values that are not numbers.")
        if pcm.shape[1]:
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(pcm), format="fltp", layout="stereo")
            frame.sample_rate = SAMPLE_RATE_HZ
            frame.pts = self._samples
            self._samples += pcm.shape[1]
            self._coded += coded(self.stream.encode(frame))

    def finish(self, samples: int) -> list[Coded]:
        """All packets for a film of `samples`; missing sound is silence.

        Raises:
            StudioError: There is more sound than picture.
        """
        if self._samples > samples:
            raise StudioError(
                f"The sound is {self._samples / SAMPLE_RATE_HZ:.3f} s long, "
                f"the picture {samples / SAMPLE_RATE_HZ:.3f} s."
            )
        if not self._samples:
            return silence(samples)
        self.add(np.zeros((2, samples - self._samples), np.float32))
        self._coded += coded(self.stream.encode(None))
        return self._coded

    def release(self) -> None:
        """Gives the encoder's memory back at once; `stream` is of no more use."""
        self._container.close()


def silence(samples: int) -> list[Coded]:
    """Packets of digital silence, without encoding more than one of them per process."""
    data = _silent_packet()
    starts = range(-AAC_FRAME_SAMPLES, samples, AAC_FRAME_SAMPLES)
    return [Coded(data, start, min(AAC_FRAME_SAMPLES, samples - start), True) for start in starts]


@functools.lru_cache(maxsize=1)
def _silent_packet() -> bytes:
    encoder = SoundEncoder()
    encoder.add(np.zeros((2, 4 * AAC_FRAME_SAMPLES), np.float32))
    # The first packets may carry the encoder's name; the last one is nothing but silence.
    packets = encoder.finish(4 * AAC_FRAME_SAMPLES)
    encoder.release()
    return packets[-1].data
