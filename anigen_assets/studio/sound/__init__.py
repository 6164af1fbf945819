"""Sound: voices, score, ambience and the mix, in numpy; 48 kHz stereo float32."""

from anigen_assets.studio.sound.timing import time_lines

__all__ = ["time_lines"]
