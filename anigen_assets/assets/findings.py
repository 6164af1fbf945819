"""Findings of checks as tables in the Dagster UI: what contradicts what, and what of canon does not verify."""

from __future__ import annotations

from collections.abc import Sequence

import dagster as dg

from anigen_assets.assets.metadata import table
from anigen_assets.store.records import ChainFault
from anigen_assets.story.findings import Evidence, Finding

NONE = dg.MetadataValue.md("No findings.")
SIDES = 2


def findings_table(found: Sequence[tuple[str, Finding]]) -> dg.MetadataValue:
    """Findings by hour: rule, severity, message, and both scenes with their words."""
    head = ("hour", "rule", "severity", "message", "scene", "contradicts")
    rows = [(hour, f.rule, f.severity, f.message, *_sides(f.evidence)) for hour, f in found]
    return table(head, rows) if rows else NONE


def broken_chain_table(fault: ChainFault | None) -> dg.MetadataValue:
    """Where canon does not verify, in the columns of the other findings that apply."""
    if fault is None:
        return NONE
    where = f"episode {fault.number}" if fault.number else "no episode"
    rows = [("canon_chain_intact", "error", fault.sentence, fault.table, str(fault.position), where)]
    return table(("rule", "severity", "message", "table", "link", "told in"), rows)


def _sides(evidence: Sequence[Evidence]) -> list[str]:
    sides = [_side(one) for one in evidence[:SIDES]]
    return sides + [""] * (SIDES - len(sides))


def _side(one: Evidence) -> str:
    where = "the bible" if not one.episode else f"episode {one.episode}"
    scene = f", scene {one.scene}" if one.scene else ""
    return f"{where}{scene}: {one.text}"
