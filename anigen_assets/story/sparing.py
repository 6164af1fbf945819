"""Models that leave out what was not said: a field added later costs plans and bibles without it not one byte.

Digests of bibles, stored plans and fingerprints of requests cover these bytes, so an optional field must not
change what is written for those who do not use it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import SerializerFunctionWrapHandler, model_serializer

from anigen_assets.story.looks import Frozen


class Sparing(Frozen):
    """A model some of whose fields are written only when they differ from their default."""

    SPARED: ClassVar[tuple[str, ...]] = ()

    @model_serializer(mode="wrap")
    def _without_defaults(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        written: dict[str, Any] = write(self)
        for name in self.SPARED:
            if getattr(self, name) == type(self).model_fields[name].default:
                written.pop(name, None)
        return written
