"""The eight moods as music: keys, harmony, instruments and how densely they play. Only the table belongs here.

Accompaniments are written as steps that divide a bar evenly. In a figure a number is the chord's n-th
voice from below (going on an octave higher), `+` joins voices, `.` is a rest. In a bass line r is the
root, f the fifth, o the octave, - holds. In percussion X is strong and x is weak.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from anigen_assets.story.vocabulary import Mood


@dataclass(frozen=True)
class Part:
    """An instrument in the ensemble.

    Attributes:
        instrument: A name of `struck`, `sustained` or `sung` instruments.
        level_db: Its level in the ensemble.
        pan: -1 left to 1 right.
    """

    instrument: str
    level_db: float
    pan: float = 0.0


@dataclass(frozen=True)
class Style:
    """How a mood is scored.

    Attributes:
        scale: What the melody is made of.
        tonics: MIDI notes of possible keys.
        beats: In a bar.
        tempo: Beats a minute that suit it; bent a little so that bars fill the scene.
        progressions: Four chords, one a bar; one is drawn for the first part and one for the second.
        close: The last two chords.
        pad, figure, bass, lead: The ensemble.
        figures: Patterns of the accompaniment, calm first.
        bass_lines: Patterns of the bass, calm first.
        drums: Patterns by percussion instrument; they enter when the scene has found its feet.
        sparseness: Share of bars in which the melody rests.
        leaps: How far the motif moves; 1 is mostly steps.
        register: Centre of the melody in semitones above the tonic.
        swing: How late the off-beats are, in shares of a step.
        wet: Level of the reverb.
    """

    scale: str
    tonics: tuple[int, ...]
    beats: int
    tempo: float
    progressions: tuple[tuple[str, ...], ...]
    close: tuple[str, str]
    pad: Part
    figure: Part
    bass: Part
    lead: Part
    figures: tuple[str, ...]
    bass_lines: tuple[str, ...]
    drums: dict[str, str] = field(default_factory=dict)
    sparseness: float = 0.1
    leaps: float = 1.0
    register: int = 14
    swing: float = 0.0
    wet: float = 0.5


STYLES: Final[dict[Mood, Style]] = {
    Mood.HOPEFUL: Style(
        scale="ionian",
        tonics=(60, 62, 65, 67),
        beats=4,
        tempo=98,
        progressions=(
            ("IVmaj7", "V", "iii7", "vi"),
            ("I", "V", "vi", "IVadd9"),
            ("Iadd9", "iii7", "IV", "V"),
        ),
        close=("Vsus4", "Iadd9"),
        pad=Part("strings", -13),
        figure=Part("piano", -1, -0.25),
        bass=Part("bass", 0),
        lead=Part("flute", -2, 0.15),
        figures=("0 1 2 3 2 1 2 1", "0 2 1 3 2 4 3 2"),
        bass_lines=("r - - - - - f -", "r - - r - - f -"),
        drums={"shaker": "x.x.x.x.x.x.x.x.", "kick": "X.......x.......", "brush": "....x.......x..."},
        sparseness=0.1,
    ),
    Mood.TENDER: Style(
        scale="ionian",
        tonics=(61, 63, 65, 58),
        beats=3,
        tempo=76,
        progressions=(
            ("IVmaj7", "iii7", "ii7", "Iadd9"),
            ("Imaj7", "vi7", "IVmaj7", "Vsus4"),
            ("vi7", "IVmaj7", "I", "V"),
        ),
        close=("Vsus4", "Imaj9"),
        pad=Part("strings", -14),
        figure=Part("felt", -1, -0.2),
        bass=Part("felt", -4),
        lead=Part("felt", 3, 0.1),
        figures=("0 1 2 3 2 1", "0 2 3 4 3 2"),
        bass_lines=("r - - - - -",),
        sparseness=0.12,
    ),
    Mood.TENSE: Style(
        scale="harmonic",
        tonics=(57, 55, 60, 62),
        beats=4,
        tempo=112,
        progressions=(("i", "bVI", "iv", "V"), ("i", "bII", "i", "V"), ("iadd9", "bVI", "bVII", "V")),
        close=("bVI", "isus2"),
        pad=Part("dark_strings", -12),
        figure=Part("pizzicato", 1, 0.3),
        bass=Part("low_strings", -9),
        lead=Part("cello", -2, -0.15),
        figures=("0 . 1 0 . 1 0 2", "0 1 0 2 0 1 0 2"),
        bass_lines=("r - - - - - - -", "r . r . r . r r"),
        drums={"taiko": "X.....x.X.......", "tick": "x.x.x.x.x.x.x.x."},
        sparseness=0.4,
        leaps=0.8,
        register=5,
        wet=0.45,
    ),
    Mood.MELANCHOLY: Style(
        scale="aeolian",
        tonics=(57, 59, 62, 64),
        beats=4,
        tempo=66,
        progressions=(
            ("iadd9", "bVImaj7", "bIII", "bVII"),
            ("i", "iv7", "bVI", "v7"),
            ("i", "bVII", "bVImaj7", "iv"),
        ),
        close=("iv", "iadd9"),
        pad=Part("warm", -12),
        figure=Part("felt", -1, -0.2),
        bass=Part("bass", 0),
        lead=Part("cello", -3, 0.15),
        figures=("0 1 2 3 . 3 2 1", "0 2 1 3 2 1 2 1"),
        bass_lines=("r - - - - - - -", "r - - - f - - -"),
        sparseness=0.2,
        register=7,
    ),
    Mood.MYSTERIOUS: Style(
        scale="dorian",
        tonics=(59, 62, 57, 64),
        beats=4,
        tempo=70,
        progressions=(
            ("iadd9", "IV", "i", "bVIImaj7"),
            ("i", "bIImaj7", "i", "v"),
            ("iadd9", "bIII", "IV", "i"),
        ),
        close=("bIImaj7", "isus2"),
        pad=Part("glass", -13),
        figure=Part("celesta", -1, 0.35),
        bass=Part("low_strings", -12),
        lead=Part("music_box", 1, -0.3),
        figures=("0 . . 2 . . 3 .", "0 . 3 . 2 . 4 ."),
        bass_lines=("r - - - - - - -",),
        drums={"tick": "......x.......x."},
        sparseness=0.35,
        leaps=1.4,
        wet=0.8,
    ),
    Mood.TRIUMPHANT: Style(
        scale="ionian",
        tonics=(62, 60, 58, 65),
        beats=4,
        tempo=120,
        progressions=(("I", "V", "vi", "IV"), ("IV", "V", "iii7", "vi"), ("I", "bVII", "IV", "V")),
        close=("bVII", "I"),
        pad=Part("brass", -13),
        figure=Part("strings_short", 1, 0.25),
        bass=Part("bass", 1),
        lead=Part("horn", -1, -0.1),
        figures=("0 1 2 1 0 1 2 3", "0 2 1 2 3 2 1 2"),
        bass_lines=("r . r . r . r .", "r . r r f . r o"),
        drums={
            "kick": "X.....x.X.......",
            "snare": "....X.......X.xx",
            "shaker": "xxxxxxxxxxxxxxxx",
            "taiko": "X...............",
        },
        sparseness=0.05,
        leaps=1.3,
        register=9,
    ),
    Mood.PLAYFUL: Style(
        scale="mixolydian",
        tonics=(60, 65, 67, 62),
        beats=4,
        tempo=118,
        progressions=(("I6", "vi", "ii7", "V7"), ("I", "IV", "I", "bVII"), ("I", "II7", "IV", "V")),
        close=("V7", "I6"),
        pad=Part("warm", -18),
        figure=Part("pizzicato", 1, -0.3),
        bass=Part("bass", 0),
        lead=Part("clarinet", -2, 0.2),
        figures=(". 1+2 . 1+2 . 1+2 . 2+3", ". 1+2 . 1 2 3 . 1+2"),
        bass_lines=("r . . . f . . .", "r . o . f . r f"),
        drums={"woodblock": "....x.......x.x.", "shaker": "..x...x...x...x.", "kick": "x.......x......."},
        sparseness=0.12,
        leaps=1.3,
        register=11,
        swing=0.22,
        wet=0.35,
    ),
    Mood.SERENE: Style(
        scale="yo",
        tonics=(62, 60, 64, 57),
        beats=4,
        tempo=64,
        progressions=(
            ("Iadd9", "IVmaj7", "Iadd9", "vi7"),
            ("Isus2", "vi7", "IVadd9", "Vsus4"),
            ("Imaj7", "ii7", "Imaj7", "IV6"),
        ),
        close=("IVadd9", "Isus2"),
        pad=Part("warm", -12),
        figure=Part("koto", 0, -0.3),
        bass=Part("bass", -1),
        lead=Part("shakuhachi", -2, 0.2),
        figures=("0 . 2 . 3 . 1 .", "0 1 2 3 4 . . ."),
        bass_lines=("r - - - - - - -",),
        sparseness=0.25,
        wet=0.7,
    ),
}
