"""Short lists of English words by what they do in a sentence. Words of a show are never among them."""

from __future__ import annotations

from functools import lru_cache

from anigen_assets.story.continuity.prose.listing import listed

MONTHS = listed(
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday"
)
DETERMINERS = listed(
    "a an the this that these those his her its their our my your some any no every each another one two "
    "three"
)
PREPOSITIONS = listed(
    "about above across after against along among around as at before behind below beneath beside besides "
    "between beyond by down during except for from in inside into like near of off on onto opposite out "
    "outside over past round since than through throughout till to toward towards under underneath until "
    "up upon via with within without"
)
CONJUNCTIONS = listed(
    "and or but nor so yet because while when whenever where as if though although that which who whom "
    "whose what why how then than unless until"
)  # fmt: skip
PRONOUNS = listed(
    "i me my mine you your yours he him his she her hers it its we us our ours they them their theirs "
    "myself yourself himself herself itself ourselves themselves nobody everybody somebody anybody "
    "everyone someone anyone nothing everything something anything none"
)
AUXILIARIES = listed(
    "is are was were am be been being has have had having do does did 's 're 've 'm 'd 'll will shall"
)
ADVERBS = listed(
    "just still then now only also always soon already once again even ever almost nearly quite rather "
    "too there here today tonight together alone both all often sometimes never later first last away "
    "back home instead perhaps maybe simply merely softly"
)
FUNCTION = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | ADVERBS
"""Words that tell nothing of what a sentence is about."""
PAST = listed(
    "sat stood took gave came went ran held told saw found made left kept put let read said got fell felt "
    "knew met brought bought caught thought taught spoke woke wrote rode drove rose ate drank sang swam "
    "began bent bit blew broke built burnt chose crept cut dealt drew fed fled flew forgot forgave froze "
    "grew hid hit hung hurt laid lay led lent lit lost meant paid quit rang sent set shook shone shot "
    "shut slept slid slipped sold spent spun spread stole stuck struck swept swore swung threw wept won "
    "wore wound heard hummed leant knelt sought strode"
)
_NOT_VERBS = listed(
    "always perhaps besides towards across its his this thus yes less hers theirs yours sometimes "
    "afterwards downstairs upstairs outdoors indoors overseas nowadays unless various previous serious "
    "famous nervous curious red bed hundred naked wicked sacred aged kindred"
)
SCENE = listed(
    "walk sit stand enter come hand pour smile nod laugh look turn whisper say ask answer reply open "
    "close clos take put carri hold bring lift rais lean step lay kneel wave pull push press shake point "
    "cross climb run hurri reach wip drink eat sip sigh shrug grin frown stir cook wash sweep pick drop "
    "toss throw catch knock arriv appear join return follow stroll stop pause glanc star watch listen hum "
    "sing murmur mutter call shout speak tell rub pat hug kiss embrac bow blink yawn stretch scratch tap "
    "drum light trim fold unfold wrap unwrap ti unti button grab offer pass serv set slide slip sneak "
    "creep rush jump leap rise rose get fix mend repair polish scrub peel chop go give see read draw lock "
    "unlock ring knit row steer feed show find play danc paint chat talk argu sneez cough"
)
"""Stems of what people do in front of a camera; not what is told of them afterwards."""


def inflected(word: str) -> bool:
    """Whether a word in lower case looks like a verb in the third person, or in the past."""
    if word in AUXILIARIES or word in PAST:
        return True
    if word in FUNCTION or word in _NOT_VERBS or len(word) < 4 or not word.isalpha():
        return False
    return word.endswith("ed") or (word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")))


_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
NUMBERS = {word: number for number, word in enumerate(_ONES.split())}
_TENS = {
    word: 10 * tens
    for tens, word in enumerate(str.split("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}


@lru_cache(maxsize=16_384)
def number_of(word: str) -> int | None:
    """A whole number below a thousand, in digits or as one word: `17`, `seventeen`, `forty-one`."""
    if word.isdecimal() and len(word) < 4:
        return int(word)
    if word in NUMBERS:
        return NUMBERS[word]
    tens, _, ones = word.partition("-")
    if tens in _TENS and (not ones or 0 < NUMBERS.get(ones, 0) < 10):
        return _TENS[tens] + NUMBERS.get(ones, 0)
    return 100 if word == "hundred" else None
