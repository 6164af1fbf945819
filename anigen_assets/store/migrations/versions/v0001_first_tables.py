"""The first tables, what guards them, and the viewer's views."""

from anigen_assets.store.migrations.statements import run_file

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("0001_story", "0001_canon", "0001_production", "0001_money", "0001_guards", "0001_views"):
        run_file(name)


def downgrade() -> None:
    run_file("0001_down")
