"""Facts of one subject lie side by side in the index, and what a key was at an hour is one step from it."""

from anigen_assets.store.migrations.statements import run_file

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_file("0007_up")


def downgrade() -> None:
    run_file("0007_down")
