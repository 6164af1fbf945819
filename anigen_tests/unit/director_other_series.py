"""A second bible, of another genre, as plain as a bible may be: no manners, haunts, lexicon or storybook of its own."""

from __future__ import annotations

from typing import Any

from anigen_assets.story.bible import Bible

_CAST = [
    ("adair", "Captain Ros Adair", "lead", 47, "short", "sharp", "coat", False, "Curt, dry orders", 180),
    ("imre", "Dr. Imre Kovalt", "main", 63, "swept", "sleepy", "coat", True, "Formal, precise", 105),
    ("pell", "Pell Osgood", "main", 17, "spiky", "round", "hoodie", True, "Excited questions", 150),
    ("tamsin", "Tamsin Vey", "main", 29, "ponytail", "almond", "uniform", False, "Jokes and irony", 205),
    ("odo", "Old Odo", "main", 81, "wavy", "sleepy", "sweater", True, "Riddles and proverbs", 95),
    ("lin", "Lin", "main", 10, "bob", "round", "jacket", False, "", 320),
]
_PLACES = {
    "desk": ("The Night Desk", "workshop"),
    "cable": ("Cable Street", "street"),
    "upper": ("Upper Terminus", "station"),
    "tram": ("Tram Nine", "train"),
    "milk": ("The Milk Bar", "cafe"),
    "roof": ("The Tin Roof", "rooftop"),
    "cold": ("The Cold Room", "classroom"),
    "archive": ("The Archive", "library"),
    "weir": ("Weir Walk", "riverbank"),
    "wood": ("The Signal Wood", "forest"),
    "shelf": ("The Shelf", "city"),
    "attic": ("Attic Nineteen", "bedroom"),
}
_THREADS: list[dict[str, Any]] = [
    {"id": "file", "title": "The Unclosed File", "question": "Who took the file?", "cast": ["imre", "adair", "odo"],
     "due_episodes": 20, "answer": "Captain Adair took it herself, to protect a witness."},
    {"id": "counterweight", "title": "The Empty Counterweight", "question": "What rides down when tram nine goes up?",
     "cast": ["tamsin", "pell"], "due_episodes": 34},
    {"id": "key", "title": "Lin's Key", "question": "Which door does Lin's key open?", "cast": ["lin", "odo"],
     "due_episodes": 50, "clues": ["The key has the number of a room that was walled up."]},
    {"id": "news", "title": "Who prints tomorrow?", "question": "Where does Odo get tomorrow's paper?", "cast": ["odo"],
     "due_episodes": 66},
    {"id": "masts", "title": "The Signal Wood", "question": "Who still answers the old masts?", "due_episodes": 82},
]  # fmt: skip


def night_desk() -> Bible:
    """A detective agency that takes the cases that come in after midnight."""
    return Bible.model_validate(
        {
            "slug": "night_desk",
            "title": "The Night Desk",
            "premise": "In a mountain city a small agency takes only the cases that come in after midnight.",
            "tone": "Noir with a soft heart.",
            "visual_style": "Ink-washed night city, sodium lamps, wet cobbles.",
            "cast": [_member(*entry) for entry in _CAST],
            "places": [
                {"id": i, "name": name, "description": f"{name}, at night.", "look": {"set_kind": kind}}
                for i, (name, kind) in _PLACES.items()
            ],
            "items": [
                {
                    "id": "lighter",
                    "name": "brass lighter",
                    "description": "It never fails.",
                    "holder": "adair",
                }
            ],
            "world_rules": [{"id": "weight", "text": "What goes up is pulled by something that goes down."}],
            "bonds": [{"a": "adair", "b": "imre", "bond": "friends", "because": "They keep the same hours."}],
            "threads": _THREADS,
        }
    )


def _member(
    who: str,
    name: str,
    role: str,
    age: int,
    hair: str,
    eyes: str,
    outfit: str,
    masculine: bool,
    speech: str,
    hz: int,
) -> dict[str, Any]:
    return {
        "id": who,
        "name": name,
        "role": role,
        "description": f"{name} of the night desk.",
        "want": "To close one case.",
        "speech": speech,
        "secrets": [{"id": f"secret_{who}", "text": f"{name} cannot sleep."}],
        "look": {
            "age": age,
            "hair_style": hair,
            "hair_colour": "#332211",
            "eye_shape": eyes,
            "eye_colour": "#445566",
            "skin_colour": "#d8a888",
            "masculine": masculine,
            "outfit": outfit,
            "outfit_colour": "#334455",
            "accent_colour": "#aa5533",
        },
        "voice": {"pitch_hz": hz},
    }
