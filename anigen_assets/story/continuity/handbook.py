"""The rules as a table for the documentation, and the command that writes it there.

`python -m anigen_assets.story.continuity.handbook docs/continuity.md` renews the table between its two marks.
"""

from __future__ import annotations

import sys
from pathlib import Path

from anigen_assets.story.continuity import RULES, Rule

BEGIN = "<!-- rules: written by anigen_assets.story.continuity.handbook -->"
END = "<!-- end of rules -->"
_HEAD = ("Rule", "Severity", "It holds", "It refuses", "It lets pass")


def rules_table() -> str:
    """All rules as Markdown, a table for each family, sorted by family and then as they are written."""
    families: dict[str, list[Rule]] = {}
    for rule in sorted(RULES.values(), key=lambda r: r.family):
        families.setdefault(rule.family, []).append(rule)
    return "\n\n".join(
        f"### {name.replace('_', ' ').capitalize()}\n\n{_table(rules)}" for name, rules in families.items()
    )


def renewed(page: str) -> str:
    """The page with today's table between its marks.

    Raises:
        ValueError: When a mark is missing.
    """
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page needs the marks {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{rules_table()}\n\n{END}{after}"


def _table(rules: list[Rule]) -> str:
    rows = [_HEAD, tuple("---" for _ in _HEAD), *(_row(rule) for rule in rules)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _row(rule: Rule) -> tuple[str, ...]:
    texts = (f"`{rule.id}`", str(rule.severity), rule.holds, rule.wrong.says, rule.right.says)
    return tuple(text.replace("|", "\\|") for text in texts)


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(renewed(target.read_text(encoding="utf-8")), encoding="utf-8")
