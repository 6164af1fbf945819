"""Tables as typed models, one module per group; importing the package registers them all."""

from anigen_assets.store.tables import canon, episodes, money, production
from anigen_assets.store.tables.base import Base

__all__ = ["Base", "canon", "episodes", "money", "production"]
