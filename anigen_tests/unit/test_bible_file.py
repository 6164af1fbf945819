"""A broken bible is refused with every error at its line, and nothing in a bible file runs or floods."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from anigen_assets.errors import BibleError
from anigen_assets.story.bible import Bible
from anigen_assets.story.bible_errors import models_in
from anigen_assets.story.bible_file import load_bible, packaged_series
from anigen_assets.story.near_miss import near_miss

DOCS = Path(__file__).parents[2] / "docs" / "bible.md"
EXAMPLE = re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)[0]
LINES = EXAMPLE.splitlines()


def write(tmp_path: Path, text: str | bytes) -> Path:
    path = tmp_path / "show.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def errors_of(tmp_path: Path, text: str | bytes) -> list[str]:
    path = write(tmp_path, text)
    with pytest.raises(BibleError) as caught:
        load_bible(path)
    return [line.removeprefix(f"{path}:") for line in str(caught.value).splitlines()]


def at(fragment: str) -> int:
    """Line of the example that holds the fragment, counted from 1."""
    return next(i for i, line in enumerate(LINES, start=1) if fragment in line)


def edited(*edits: tuple[str, str]) -> str:
    text = EXAMPLE
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def test_the_documented_example_is_a_bible(tmp_path):
    loaded = load_bible(write(tmp_path, EXAMPLE))
    assert loaded.bible.slug == "lantern_bay"
    assert loaded.text == EXAMPLE


def models_of(model: type[BaseModel]) -> set[type[BaseModel]]:
    inner = {m for field in model.model_fields.values() for m in models_in(field.annotation)}
    return {model} | {deep for m in inner for deep in models_of(m)}


def test_the_documentation_shows_every_field():
    shown = set(re.findall(r"(?:^|[\s{,-])([a-z_]+):", EXAMPLE, re.MULTILINE))
    fields = {name for model in models_of(Bible) for name in model.model_fields}
    assert fields - shown == set()


def test_every_packaged_series_loads_by_its_name():
    assert "tidewatch" in packaged_series()
    assert [load_bible(name).bible.slug for name in packaged_series()] == list(packaged_series())


def test_the_digest_is_of_what_is_said_and_not_of_how(tmp_path):
    digest = load_bible(write(tmp_path, EXAMPLE)).digest
    assert load_bible(write(tmp_path, "# a comment\n" + EXAMPLE)).digest == digest
    assert load_bible(write(tmp_path, edited(("tone: quiet", "tone: Quiet")))).digest != digest


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "hair_style: bob ",
            "hair_style: bobb ",
            "cast[0].look.hair_style: 'bobb' is not one of long, bob, twin_tails, ponytail, short, spiky, wavy, "
            "braid, bun, swept; did you mean 'bob'?",
        ),
        (
            "    role: lead ",
            "    rolle: lead ",
            "cast[0].rolle: there is no such field; did you mean 'role'?",
        ),
        (
            "      pitch_hz: 240",
            "      pich_hz: 240",
            "cast[0].voice.pich_hz: there is no such field; did you mean 'pitch_hz'?",
        ),
        ("role: lead ", "role: hero ", "cast[0].role: 'hero' is not one of lead, main, minor"),
        ("age: 17 ", "age: 170 ", "cast[0].look.age: input should be less than or equal to 110, not '170'"),
        (
            "tone: quiet, curious, warm",
            "tone: yes",
            "tone: 'True' is read as true or false: write it in quotes",
        ),
        ("tone: quiet, curious, warm", "tone: 12", "tone: '12' is read as a number: write it in quotes"),
        (
            "tone: quiet, curious, warm",
            "tone: 2026-01-01",
            "tone: '2026-01-01' is read as a date: write it in quotes",
        ),
        (
            "tone: quiet, curious, warm",
            "tone:",
            "tone: is empty (a value that begins with # must be in quotes)",
        ),
        (
            "tone: quiet, curious, warm",
            "tone: 2026-13-45",
            "'2026-13-45' looks like a number or a date, but is none: use quotes",
        ),
        (
            'hair_colour: "#3a2b25"',
            "hair_colour: #3a2b25",
            "cast[0].look.hair_colour: is empty (a value that begins with # must be in quotes)",
        ),
        (
            'hair_colour: "#3a2b25"',
            'hair_colour: "#3A2B25"',
            "cast[0].look.hair_colour: '#3A2B25' is not of the form: sRGB, lower case, as #rrggbb",
        ),
        (
            "    holder: ren ",
            "    holder: rne ",
            "items[0].holder: no person or place of the bible has the id 'rne'; did you mean 'ren'?",
        ),
        (
            "    cast: [aoi, tomo]",
            "    cast: [aoi, tmoo]",
            "threads[0].cast[1]: no person of the bible has the id 'tmoo'; did you mean 'tomo'?",
        ),
        (
            "    haunts: [archive, pier]",
            "    haunts: [archive, peir]",
            "cast[0].haunts[1]: no place of the bible has the id 'peir'; did you mean 'pier'?",
        ),
        (
            "elder: Grandfather",
            "eldest: Grandfather",
            "cast[0].manner.calls.eldest: no person or age of the bible has the id 'eldest'; "
            "did you mean 'elder'?",
        ),
        ("  - a: aoi", "  - a: ren", "bonds[0]: a bond takes two, and both are 'ren'"),
        (
            "{id: letter, title",
            "{id: stair, title",
            "threads[4].id: the id 'stair' is used already on line {stair}",
        ),
        ("{id: cove, name", "{id: aoi, name", "places[7].id: the id 'aoi' is used already on line {aoi}"),
        (
            "name: Mika Ono",
            "name: Captain Sato DAICHI",
            "cast[3].name: 'Daichi Sato' is the name of line {mika} again",
        ),
        (
            "first_hour: 2026-01-01T00:00:00Z",
            "first_hour: 2026-01-01T00:30:00Z",
            "first_hour: must be a full hour with its time zone, e.g. 2026-01-01T00:00:00Z, "
            "not '2026-01-01 00:30:00+00:00'",
        ),
        (
            "scene_seconds: 30 ",
            "scene_seconds: 40 ",
            "format.scene_seconds: input should be less than or equal to 30, not '40'",
        ),
        ("title: Lantern Bay ", "slug: other_bay ", "'slug' is given twice (first on line 1)"),
    ],
)
def test_an_error_is_told_with_its_line(tmp_path, old: str, new: str, said: str):
    line = at(old if "Captain" not in new else "name: Daichi Sato")
    marks = {"stair": at("{id: stair"), "aoi": at("- id: aoi"), "mika": at("name: Mika Ono")}
    said = re.sub(r"\{(\w+)\}", lambda mark: str(marks[mark[1]]), said)
    assert f"{line}: {said}" in errors_of(tmp_path, edited((old, new)))


def test_a_missing_field_is_told_at_its_parent_s_line(tmp_path):
    text = edited(("    want: To leave on the ferry one day.\n", ""))
    assert errors_of(tmp_path, text) == [f"{at('- id: ren')}: cast[1].want is missing"]


def test_a_missing_section_is_told_at_the_top(tmp_path):
    text = EXAMPLE[: EXAMPLE.index("places:")] + EXAMPLE[EXAMPLE.index("items:") :]
    assert "1: places is missing" in errors_of(tmp_path, text)


def test_too_few_entries_are_told_at_their_section(tmp_path):
    start = EXAMPLE.index("  - {id: kite_shed")
    text = EXAMPLE[:start] + EXAMPLE[EXAMPLE.index("\n", start) + 1 :]
    assert errors_of(tmp_path, text) == [f"{at('places:')}: places: 11 entries, and at least 12 are needed"]


def test_all_errors_are_listed_at_once_in_order_of_lines(tmp_path):
    text = edited(("hair_style: bob ", "hair_style: bobb "), ("{id: letter, title", "{id: stair, title"))
    text = text.replace("slug: lantern_bay", "slug: Lantern Bay").replace("holder: ren", "holder: rne")
    found = errors_of(tmp_path, text)
    numbers = [int(line.partition(":")[0]) for line in found]
    assert numbers == [1, at("hair_style: bob "), at("holder: ren"), at("{id: letter")]


def test_an_error_is_told_once(tmp_path):
    found = errors_of(tmp_path, edited(("    holder: ren ", "    holder: nobody ")))
    assert found == [
        f"{at('holder: ren')}: items[0].holder: no person or place of the bible has the id 'nobody'"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("slug: a\n\ttitle: b\n", "2: a tab in the indentation: indent with spaces"),
        (
            "slug: a\ntitle: b: c\n",
            "2: a colon where no value can begin: write a text with a colon in quotes",
        ),
        ("slug: a\ntitle: @b\n", "2: a character that cannot begin a value: write the value in quotes"),
        ("slug: a\ntitle: *b\n", "2: an alias without an anchor: write a text that begins with * in quotes"),
        (
            "slug: a\ntitle: !!python/object/apply:os.system ['true']\n",
            "2: a tag (tag:yaml.org,2002:python/object/apply:os.system): only plain values are read",
        ),
        ("slug: a\n---\nslug: b\n", "2: a second document begins: one file is one document"),
        ("slug: a\n<<: {title: b}\n", "2: a merge key (<<): write the fields out"),
        ("slug: a\n? [x]\n: b\n", "2: a list or mapping as a key"),
        ("slug: a\ncast: &c [*c]\n", "2: an alias stands inside what it stands for"),
        ("slug: " + "[" * 30 + "]" * 30, "1: lists and mappings are nested deeper than 24 levels"),
        ("slug: a\ntitle: \x07\n", "2: a control character (code 7)"),
        (b"slug: a\ntitle: caf\xe9\n", "2: not UTF-8: byte 0xe9 begins no character"),
        ("", "1: the file is empty"),
        ("# nothing\n", "1: the file is empty"),
        ("- slug\n", "1: a bible is a mapping that begins with fields such as 'slug:' and 'title:'"),
        ("slug: [" + "x, " * 110_000 + "x]", "1: more than 50000 values"),
        ("#" * 1_000_001, "1: the file is larger than 1 MB"),
    ],
    ids=lambda value: None if not isinstance(value, str) else value[-40:],
)
def test_what_is_not_readable_is_refused_with_its_line(tmp_path, text: str | bytes, said: str):
    assert errors_of(tmp_path, text) == [said]


def test_an_alias_bomb_is_refused(tmp_path):
    layers = "".join(f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]\n" for i in range(1, 10))
    (said,) = errors_of(tmp_path, "l0: &l0 [boom]\n" + layers)
    assert "aliases repeat values more than 50000 times" in said


def test_a_few_aliases_are_fine(tmp_path):
    text = edited(
        ('outfit_colour: "#2b3a67"', 'outfit_colour: &navy "#2b3a67"'),
        ('outfit_colour: "#22313f"', "outfit_colour: *navy"),
    )
    bible = load_bible(write(tmp_path, text)).bible
    assert bible.cast[3].look.outfit_colour == "#2b3a67"


@pytest.mark.parametrize("broken", ["bonds", "cast", "threads", "items", "places"])
def test_a_section_of_the_wrong_form_is_told_and_not_stumbled_over(tmp_path, broken: str):
    text = re.sub(
        rf"^{broken}:.*?(?=^[a-z])",
        f"{broken}: [1, {{id: 2}}, [x]]\n",
        EXAMPLE,
        flags=re.DOTALL | re.MULTILINE,
    )
    assert any(f": {broken}" in line for line in errors_of(tmp_path, text))


def test_an_unknown_series_is_told_with_those_there_are():
    with pytest.raises(BibleError, match=r"no series 'tidewach': the package has .*tidewatch.* Did you mean"):
        load_bible("tidewach")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(BibleError, match=r"gone\.yaml cannot be read: there is no such file"):
        load_bible(tmp_path / "gone.yaml")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(BibleError, match="not a plain file"):
        load_bible(tmp_path / "pipe.yaml")


@pytest.mark.parametrize(
    ("wrong", "known", "close"),
    [
        ("rne", ["shrine", "ren"], "ren"),
        ("haire_style", ["hair_style", "hair_colour"], "hair_style"),
        ("xyz", ["ren", "aoi"], None),
        ("ren", [], None),
    ],
)
def test_the_closest_known_word_is_named(wrong: str, known: list[str], close: str | None):
    assert near_miss(wrong, known) == close
