"""Sound: voices, score, ambience and the mix, in numpy; 48 kHz stereo float32."""

from anigen_assets.studio.sound.scene import SceneSound, compose_scene
from anigen_assets.studio.sound.timing import time_lines

__all__ = ["SceneSound", "compose_scene", "time_lines"]
