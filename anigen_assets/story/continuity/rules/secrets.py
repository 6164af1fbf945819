"""What is hidden, and who knows it since when."""

from __future__ import annotations

from collections.abc import Iterator

from anigen_assets.story.changes import DeclareSecret, Learn
from anigen_assets.story.continuity.contexts import ChangeContext, Complaint
from anigen_assets.story.continuity.registry import Example, change_rule
from anigen_assets.story.findings import Severity

_AOI_LEARNS = Learn(subject="aoi", secret="false_log", how="she compares the handwriting")


@change_rule(
    Learn,
    rule_id="unknown-secret",
    message="In {here}, {who} learns '{secret}', but no such secret was ever declared{hint}.",
    wrong=Example(
        "Aoi learns 'true_log'.",
        lambda s: s.change(3, Learn(subject="aoi", secret="true_log", how="she reads it")),
    ),
    right=Example(
        "Scene 3 declares a secret of Mika's, and Aoi learns it there.",
        lambda s: s.cast(3, "aoi", "mika").change(
            3,
            DeclareSecret(id="hidden_key", owner="mika", text="Mika has had the key all along"),
            Learn(subject="aoi", secret="hidden_key", how="Mika tells her"),
        ),
    ),
)
def unknown_secret(at: ChangeContext[Learn]) -> Iterator[Complaint]:
    """A secret is learned only when there is one."""
    change = at.change
    if at.during.after.kind(f"secret:{change.secret}") != "secret":
        who = at.label(change.subject)
        hint = at.during.near(f"secret:{change.secret}", "secret").replace("secret:", "")
        yield at.complaint(f"{who} learns '{change.secret}'", who=who, secret=change.secret, hint=hint)


@change_rule(
    Learn,
    rule_id="secret-learned-twice",
    message="In {here}, {who} learns '{secret}', but knows it since {there}.",
    wrong=Example(
        "Aoi learned Ren's secret in episode 3 and learns it in scene 4.",
        lambda s: s.told(3, 2, _AOI_LEARNS).change(4, _AOI_LEARNS),
    ),
    right=Example(
        "Aoi learned Ren's secret in episode 3, and Mika learns it in scene 4.",
        lambda s: (
            s.told(3, 2, _AOI_LEARNS)
            .cast(4, "aoi", "mika")
            .change(4, Learn(subject="mika", secret="false_log", how="Aoi tells her"))
        ),
    ),
)
def secret_learned_twice(at: ChangeContext[Learn]) -> Iterator[Complaint]:
    """Nobody learns what they know; the owner of a secret knows it."""
    change = at.change
    fact = at.state.get(change.subject, f"knows:{change.secret}")
    if fact is not None:
        who = at.label(change.subject)
        yield at.complaint(
            f"{who} learns '{change.secret}': {change.how}", fact, who=who, secret=change.secret
        )


@change_rule(
    DeclareSecret,
    rule_id="secret-declared-twice",
    message="In {here}, the secret '{secret}' is declared, but there is one since {there}.",
    wrong=Example(
        "Scene 3 declares the secret 'false_log', which the bible has.",
        lambda s: s.change(3, DeclareSecret(id="false_log", owner="mika", text="Mika wrote the log")),
    ),
    right=Example(
        "Scene 3 declares another secret.",
        lambda s: s.change(3, DeclareSecret(id="true_log", owner="mika", text="Mika kept the real log")),
    ),
)
def secret_declared_twice(at: ChangeContext[DeclareSecret]) -> Iterator[Complaint]:
    """A secret's id is used once for ever."""
    fact = at.state.get(f"secret:{at.change.id}", "kind")
    if fact is not None:
        yield at.complaint(f"declares '{at.change.id}': {at.change.text}", fact, secret=at.change.id)


@change_rule(
    Learn,
    rule_id="learns-offstage",
    message="In {here}, {who} learns '{secret}', but is not in the scene's cast.",
    severity=Severity.WARNING,
    wrong=Example(
        "Mika learns Ren's secret in a scene with Aoi and Ren.",
        lambda s: s.change(3, Learn(subject="mika", secret="false_log", how="she hears of it")),
    ),
    right=Example("Aoi learns Ren's secret in a scene with both.", lambda s: s.change(3, _AOI_LEARNS)),
)
def learns_offstage(at: ChangeContext[Learn]) -> Iterator[Complaint]:
    """Who learns a secret is seen learning it."""
    change = at.change
    if change.subject not in at.during.scene.cast and at.during.present(change.subject):
        who = at.label(change.subject)
        yield at.complaint(f"{who} learns '{change.secret}'", who=who, secret=change.secret)
