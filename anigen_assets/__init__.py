"""AniGen: an anime series that never ends, made by machines and run like a data platform."""

__version__ = "0.1.0"
