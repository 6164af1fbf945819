"""Where films and pictures are kept. Databases, codecs and who asks for what belong elsewhere."""

from anigen_assets.store.media.local import LocalMediaStore
from anigen_assets.store.media.ports import MediaStore, StoredFile

__all__ = ["LocalMediaStore", "MediaStore", "StoredFile"]
