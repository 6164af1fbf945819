"""The slate studio: a still card a scene, a real film in milliseconds, for tests and for soaks of many hours."""

from anigen_assets.studio.slate.studio import SlateStudio

__all__ = ["SlateStudio"]
