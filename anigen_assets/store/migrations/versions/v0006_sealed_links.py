"""Every link carries a seal over its whole row, the moment of its recording included."""

from anigen_assets.store.migrations.statements import run_file

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_file("0006_up")


def downgrade() -> None:
    run_file("0006_down")
