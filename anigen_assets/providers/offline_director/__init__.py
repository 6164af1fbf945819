"""The offline director: a deterministic storyteller that needs no model, no key and no network.

The engine lives in the modules, the writing in `storybooks/`. How the two work together is told in
`docs/storytelling.md`.
"""

from anigen_assets.providers.offline_director.director import OfflineDirector

__all__ = ["OfflineDirector"]
