"""What a materialization shows in the Dagster UI. Text written by a model is escaped before it becomes markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from urllib.parse import quote

import dagster as dg

from anigen_assets.services.application import Application
from anigen_assets.services.assemble_episode import AssembledEpisode
from anigen_assets.services.close_ledger import ClosedDay, ClosedHour
from anigen_assets.services.draw_sheets import CharacterSheet
from anigen_assets.services.plan_episode import PlannedHour
from anigen_assets.services.produce_scenes import MadeScene
from anigen_assets.store.records import SnapshotRecord
from anigen_assets.story.plan import EpisodePlan

Metadata = dict[str, dg.MetadataValue]
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$&])")


def plain(text: str) -> str:
    """Text as markdown that shows just that text."""
    return _MARKDOWN.sub(r"\\\1", text)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> dg.MetadataValue:
    """A markdown table whose cells show just their text, on one line each."""
    lines = [head, ["---"] * len(head), *([plain(" ".join(cell.split())) for cell in row] for row in rows)]
    return dg.MetadataValue.md("\n".join(f"| {' | '.join(line)} |" for line in lines))


def media_url(app: Application, media_id: int) -> str:
    """Address of a stored file in the viewer."""
    return f"{app.settings.viewer_url}/app/static/media/{media_id}"


def watch_url(app: Application, number: int) -> str:
    """Address of an episode's page in the viewer."""
    return f"{app.settings.viewer_url}/watch?episode={quote(str(number))}"


def plan_metadata(app: Application, planned: PlannedHour) -> Metadata:
    """Title, synopsis, scene table, provenance."""
    plan = planned.plan
    rows = [(str(s.slot), s.place, f"{s.time_of_day}, {s.weather}", s.mood, s.summary) for s in plan.scenes]
    changes = "\n".join(f"- scene {c.scene}: `{c.change.kind}`" for c in plan.changes) or "none"
    return {
        "title": dg.MetadataValue.text(f"Episode {plan.number}: {plan.title}"),
        "synopsis": dg.MetadataValue.md(plain(plan.synopsis)),
        "scenes": table(("#", "place", "when", "mood", "what happens"), rows),
        "canon changes": dg.MetadataValue.md(changes),
        "kind": dg.MetadataValue.text("filler" if plan.filler else "regular"),
        "take": dg.MetadataValue.int(planned.episode.take),
        "director": dg.MetadataValue.text(app.director.name),
        "prompt hash": dg.MetadataValue.text(planned.prompt_hash),
        "warnings": dg.MetadataValue.int(len(planned.findings)),
        "stale drafts": dg.MetadataValue.text(", ".join(map(str, planned.stale)) or "none"),
        "made now": dg.MetadataValue.bool(not planned.already),
        "watch": dg.MetadataValue.url(watch_url(app, plan.number)),
    }


def sheet_metadata(app: Application, sheets: Sequence[CharacterSheet]) -> Metadata:
    """The cast with its sheets."""
    cast = "\n".join(
        f"- [{plain(s.character.name)}]({media_url(app, s.media.media_id)}){'' if s.already else ' (new)'}"
        for s in sheets
    )
    return {
        "cast": dg.MetadataValue.md(cast),
        "characters": dg.MetadataValue.int(len(sheets)),
        "drawn now": dg.MetadataValue.int(sum(not s.already for s in sheets)),
        "cost USD": _usd(Decimal(0)),
    }


def scene_metadata(app: Application, scene: MadeScene) -> Metadata:
    """Length, take, loudness, a link to the film."""
    shown: Metadata = {
        "place": dg.MetadataValue.text(scene.place),
        "summary": dg.MetadataValue.md(plain(scene.summary)),
        "seconds": dg.MetadataValue.float(scene.seconds),
        "take": dg.MetadataValue.int(scene.take),
        "studio": dg.MetadataValue.text(scene.provider),
        "film": dg.MetadataValue.url(media_url(app, scene.media_id)),
        "cost USD": _usd(Decimal(0)),
        "made now": dg.MetadataValue.bool(not scene.already),
    }
    if scene.loudness_lufs is not None:
        shown["loudness LUFS"] = dg.MetadataValue.float(round(scene.loudness_lufs, 2))
    return shown


def episode_metadata(app: Application, film: AssembledEpisode) -> Metadata:
    """Poster, title, synopsis, length, files, a link to the viewer."""
    plan: EpisodePlan = film.plan
    link = watch_url(app, plan.number)
    poster = media_url(app, film.media["thumbnail"].media_id)
    files = "\n".join(
        f"| {kind} | {m.media.bytes:,} | `{m.media.sha256[:16]}` |" for kind, m in sorted(film.media.items())
    )
    return {
        "poster": dg.MetadataValue.md(f"[![poster]({poster})]({link})"),
        "title": dg.MetadataValue.text(f"Episode {plan.number}: {plan.title}"),
        "synopsis": dg.MetadataValue.md(plain(plan.synopsis)),
        "seconds": dg.MetadataValue.float(film.seconds),
        "sha256": dg.MetadataValue.text(film.media["film"].media.sha256),
        "files": dg.MetadataValue.md(f"| file | bytes | sha256 |\n|---|---|---|\n{files}"),
        "kind": dg.MetadataValue.text("filler" if plan.filler else "regular"),
        "made now": dg.MetadataValue.bool(not film.already),
        "watch": dg.MetadataValue.url(link),
    }


def snapshot_metadata(app: Application, link: SnapshotRecord) -> Metadata:
    """The link of the chain."""
    return {
        "canon digest": dg.MetadataValue.text(link.digest),
        "parent digest": dg.MetadataValue.text(link.parent_digest),
        "kind": dg.MetadataValue.text(link.kind),
        "changes": dg.MetadataValue.int(link.changes_count),
        "position": dg.MetadataValue.int(link.position),
        "watch": dg.MetadataValue.url(watch_url(app, link.number)),
    }


def ledger_metadata(app: Application, closed: ClosedHour) -> Metadata:
    """Estimate, actual, difference, and what paid studios would have taken."""
    shown: Metadata = {
        "estimate USD": _usd(closed.estimate_usd),
        "actual USD": _usd(closed.actual_usd),
        "difference USD": _usd(closed.difference_usd),
        "entries": dg.MetadataValue.int(len(closed.entries)),
        "watch": dg.MetadataValue.url(watch_url(app, closed.number)),
    }
    return shown | {f"quote {name} USD": _usd(amount) for name, amount in sorted(closed.quotes.items())}


def day_metadata(app: Application, day: ClosedDay) -> Metadata:
    """The day against its budget."""
    shown: Metadata = {
        "hours": dg.MetadataValue.int(day.hours),
        "estimate USD": _usd(day.estimate_usd),
        "actual USD": _usd(day.actual_usd),
        "budget USD": _usd(day.budget_usd),
    }
    return shown | {f"quote {name} USD": _usd(amount) for name, amount in sorted(day.quotes.items())}


def _usd(amount: Decimal) -> dg.MetadataValue:
    """Money is never a float, so it is shown as text."""
    return dg.MetadataValue.text(f"{amount:.6f}")
