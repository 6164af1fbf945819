"""A wording: which family of contradiction it is, which field of a scene it stands in, and its text with slots.

Slots: `{X}` somebody the family is about who is not in the scene, `{Y}` somebody in its cast, `{Z}` another one,
`{he}` `{him}` `{his}` `{He}` for X, `{Yhe}` and so on for Y, `{I}` an item's name, `{P}` a place's name, `{C}` a
colour, `{S}` hair in words, `{M}` a mark, `{A}` an age, `{season}` `{time}` `{weather_verb}` `{weather_noun}`
`{weather_bare}`, `{secret}`, `{title}` and `{question}` in canon's words, `{N}` a
newcomer's whole name, `{bond}` and `{bonds}`, `{broken}` a broken law.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Field = Literal["summary", "action", "dialogue", "prompt", "synopsis", "note"]


@dataclass(frozen=True)
class Wording:
    """One way to say something that contradicts canon.

    Attributes:
        family: Which contradiction it is.
        field: Where it is said.
        text: With slots.
    """

    family: str
    field: Field
    text: str


def many(family: str, **texts: tuple[str, ...]) -> tuple[Wording, ...]:
    """Wordings of one family, by field."""
    fields: dict[str, Field] = {
        "summary": "summary",
        "action": "action",
        "dialogue": "dialogue",
        "prompt": "prompt",
        "synopsis": "synopsis",
        "note": "note",
    }
    return tuple(Wording(family, fields[field], text) for field, each in texts.items() for text in each)


@dataclass(frozen=True)
class Pools:
    """Texts that a wording's facts are made of.

    Attributes:
        secrets: Sentences without full stop; `{X}` is the owner.
        questions: (title, question) of threads.
        laws: (law, sentence that breaks it).
    """

    secrets: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    laws: tuple[tuple[str, str], ...]
