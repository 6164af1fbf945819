"""Reading a show bible from a file: by the name of a packaged series, or by a path.

Whatever is wrong with it is listed at once, each error with its line. `docs/bible.md` explains the fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path as FilePath

from pydantic import ValidationError

from anigen_assets.errors import BibleError
from anigen_assets.story.bible import Bible
from anigen_assets.story.bible_errors import model_flaws, whole_flaws
from anigen_assets.story.bible_references import reference_flaws
from anigen_assets.story.chain import canonical_json, sha256_hex
from anigen_assets.story.near_miss import did_you_mean
from anigen_assets.story.yaml_tree import MOST_BYTES, Flaw, Tree, UnreadableError, read_tree

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class LoadedBible:
    """A bible and where it came from.

    Attributes:
        text: The file as it is written.
        digest: sha256 hex of what it says: comments and layout do not count.
        source: The file's name, for messages.
    """

    bible: Bible
    text: str
    digest: str
    source: str


def load_bible(name_or_path: str | FilePath) -> LoadedBible:
    """Reads and checks a bible.

    Args:
        name_or_path: Name of a packaged series, e.g. `tidewatch`, or a path to a YAML file.

    Raises:
        BibleError: When there is no such file or it is broken; one line an error, `file:line: what`.
    """
    source, data = _read(str(name_or_path))
    try:
        tree = read_tree(data)
    except UnreadableError as error:
        raise _broken(source, [error.flaw]) from None
    flaws = [*tree.flaws, *reference_flaws(tree)]
    bible = _model(tree, flaws)
    if flaws or bible is None:
        raise _broken(source, flaws)
    digest = sha256_hex(canonical_json(bible.model_dump(mode="json")))
    return LoadedBible(bible, data.decode("utf-8-sig"), digest, source)


def packaged_series() -> tuple[str, ...]:
    """Names of the series in the package, sorted."""
    found = (FilePath(entry.name) for entry in files("anigen_assets.series").iterdir())
    return tuple(sorted(path.stem for path in found if path.suffix in SUFFIXES))


def _read(name: str) -> tuple[str, bytes]:
    packaged = packaged_series()
    file: FilePath | Traversable = FilePath(name).expanduser()
    if name in packaged:
        file = files("anigen_assets.series") / f"{name}.yaml"
    elif not file.is_file() and not name.endswith(SUFFIXES) and "/" not in name:
        hint = did_you_mean(name, packaged, before=" ").replace("did", "Did")
        raise BibleError(
            f"There is no series '{name}': the package has {', '.join(packaged)}, "
            f"and a bible of your own is named by its path, e.g. my_series.yaml.{hint}"
        )
    if not file.is_file():
        there = isinstance(file, FilePath) and file.exists()
        raise BibleError(
            f"The bible {name} cannot be read: {'it is not a plain' if there else 'there is no such'} file."
        )
    try:
        with file.open("rb") as stream:
            return (f"{name}.yaml" if name in packaged else name), stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise BibleError(f"The bible {name} cannot be read: {error.strerror or error}.") from None


def _broken(source: str, flaws: list[Flaw]) -> BibleError:
    return BibleError("\n".join(f"{source}:{flaw.line}: {flaw.text}" for flaw in sorted(set(flaws))))


def _model(tree: Tree, flaws: list[Flaw]) -> Bible | None:
    """The model, or None with what is wrong added to the flaws."""
    if not isinstance(tree.value, dict):
        flaws.append(Flaw(1, "a bible is a mapping that begins with fields such as 'slug:' and 'title:'"))
        return None
    try:
        return Bible.model_validate(tree.value)
    except ValidationError as error:
        flaws += model_flaws(error, tree)
        if not flaws:
            flaws += whole_flaws(error)
    return None
