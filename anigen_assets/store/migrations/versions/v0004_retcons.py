"""Retcons are few among many links, and are found without reading those."""

from anigen_assets.store.migrations.statements import run_file

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_file("0004_up")


def downgrade() -> None:
    run_file("0004_down")
