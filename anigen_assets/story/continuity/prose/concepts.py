"""Words of one meaning, kinds of things, and opposites: how a law is heard in other words than its own.

`A thrush is singing` breaks a law that birds never sing, and what sinks does not float.
"""

from __future__ import annotations

from anigen_assets.story.continuity.prose.words import root

_SAME = {
    "put-out": "extinguish douse quench snuff", "mother": "mum mom mama", "father": "dad papa",
    "buy": "purchase", "sell": "vend", "hide": "conceal stash bury", "write": "author pen scribble",
    "child": "kid toddler", "begin": "start commence", "close": "shut slam", "leave": "depart",
    "die": "perish expire", "break": "shatter crack splinter smash snap burst fracture crumble",
    "burn": "blaze smoulder flicker kindle", "fire": "bonfire flame campfire blaze inferno",
    "bird": "thrush gull sparrow lark nightingale blackbird swallow crow magpie finch pigeon dove heron starling "
    "cuckoo owl seagull",
    "glass": "window pane goblet windowpane tumbler",
    "ship": "boat ferry vessel schooner dinghy trawler barge skiff", "sing": "trill warble chirp carol hum",
    "talk": "speak chat whisper say utter mutter murmur converse",
    "walk": "stroll wander stride march step pace tread", "run": "sprint dash race gallop",
    "show": "look appear reveal reflect", "water": "rain wave puddle", "rain": "drizzle downpour pour",
    "snow": "snowflake blizzard flurry", "dog": "hound puppy terrier spaniel", "cat": "kitten tomcat tabby",
    "horse": "mare stallion pony gelding foal", "fish": "cod herring trout eel salmon carp mackerel",
    "tree": "oak pine elm birch willow maple beech cedar fir",
    "flower": "rose tulip daisy lily poppy blossom bloom", "metal": "iron steel copper brass",
    "money": "coin cash", "weapon": "sword knife dagger gun pistol spear",
    "light": "lamp lantern torch candle glow shin beam", "cry": "weep sob", "laugh": "giggle chuckle guffaw",
    "eat": "devour chew munch swallow dine", "drink": "sip gulp swig", "enter": "come-in",
    "steal": "rob pinch pilfer", "kill": "murder slay", "fly": "soar glide flutter", "move": "stir shift",
    "grow": "sprout thrive", "ring": "toll chime peal", "sleep": "doze slumber nap snore",
    "see": "spot glimpse behold", "carry": "haul lug", "lie": "fib",
    "person": "man woman boy girl somebody someone people", "robot": "machine automaton", "bell": "gong",
    "door": "gate", "stone": "rock pebble boulder", "road": "street path lane", "sea": "ocean",
    "ghost": "phantom spectre spirit", "king": "queen monarch",
    "magic": "spell sorcery", "clock": "watch", "wet": "soak drench soggy sodden damp",
    "fall": "tumble plunge plummet topple", "climb": "clamber scramble", "swim": "paddle", "read": "peruse",
    "give": "donate gift", "shout": "yell scream bellow", "jump": "leap hop vault", "throw": "hurl toss fling",
    "cook": "bake fry roast", "wash": "rinse scrub", "cut": "slice chop sever", "mirror": "looking-glass",
}  # fmt: skip
_OPPOSITE = {
    "float": "sink drown founder", "melt": "freeze", "live": "die", "remember": "forget",
    "open": "close lock seal", "sleep": "wake", "stay": "vanish disappear", "rise": "fall", "full": "empty",
    "dry": "wet flood soak", "silent": "loud sing", "fail": "succeed work", "true": "false", "stop": "continue",
    "arrive": "leave", "win": "lose",
}  # fmt: skip
KINDS: dict[str, frozenset[str]] = {}
"""The concepts a stem can stand for beside itself."""
for _concept, _words in _SAME.items():
    for _word in _words.split():
        KINDS[root(_word)] = KINDS.get(root(_word), frozenset()) | {root(_concept)}
OPPOSITES: dict[str, str] = {}
"""The stem that a stem is the contrary of, either way."""
for _concept, _words in _OPPOSITE.items():
    for _word in _words.split():
        OPPOSITES.setdefault(root(_word), root(_concept))
        OPPOSITES.setdefault(root(_concept), root(_word))
SETTINGS = frozenset(
    root(word)
    for word in (
        "island",
        "town",
        "village",
        "valley",
        "city",
        "world",
        "place",
        "country",
        "countryside",
        "harbour",
        "land",
    )
)
"""Where a law holds, which its breach need not say again."""


def widened(stems: frozenset[str]) -> frozenset[str]:
    """Stems with the concepts that they stand for."""
    found = [KINDS[stem] for stem in stems if stem in KINDS]
    return stems.union(*found) if found else stems


def contrary(stems: frozenset[str], wanted: frozenset[str]) -> frozenset[str]:
    """Stems of a clause that are said by their opposites."""
    return frozenset(OPPOSITES[stem] for stem in stems if OPPOSITES.get(stem) in wanted) - stems
