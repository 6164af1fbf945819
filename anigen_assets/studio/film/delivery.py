"""The one form in which every film is delivered: codecs, their settings and the timeline.

Scenes join by copying packets only because all are made with exactly these settings, so a change here is
a new take of everything.
"""

from __future__ import annotations

from fractions import Fraction

from anigen_assets.studio.ports import FPS, GOP_FRAMES, SAMPLE_RATE_HZ

TICK = Fraction(1, FPS)
"""Time base of pictures: one tick is 1/24 s."""

SAMPLE = Fraction(1, SAMPLE_RATE_HZ)
"""Time base of sound."""

MILLISECOND = Fraction(1, 1000)
"""Time base of subtitles and chapters."""

SAMPLES_PER_TICK = SAMPLE_RATE_HZ // FPS
AAC_FRAME_SAMPLES = 1024
AAC_BIT_RATE = 128_000

PRESET = "ultrafast"
QUANTIZER = 21
"""x264's constant quantizer, lower is better and larger; flat, outlined pictures measure 46 dB or more.

A constant rate factor of the same size spends more on stills and less on what moves, and looks at every
picture twice, which is a fifth of the encoder's time.
"""

PIXEL_FORMAT = "yuv420p"
BT709 = 1
"""ITU-T H.273 code point of BT.709 for matrix, primaries and transfer."""

X264_PARAMETERS = ":".join(
    (
        "threads=1",  # identical bytes on every machine with as many cores as it likes
        f"keyint={GOP_FRAMES}",
        "scenecut=0",
        "bframes=0",  # no reordering: packets of scenes follow each other as they are
        "rc-lookahead=0",
        "sync-lookahead=0",
        "mbtree=0",
        "stitchable=1",  # headers that do not depend on the quantizer or content
        "8x8dct=1",  # the feature that makes a stream High profile, and free here
        "no-deblock=0",  # ultrafast turns it off, and skies show blocks
        "partitions=i4x4,p8x8",  # small blocks along moving lines: 6% fewer bytes for a fifth more time
    )
)
