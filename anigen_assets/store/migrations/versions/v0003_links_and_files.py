"""Episodes know their link, files are numbered by their hour."""

from anigen_assets.store.migrations.statements import run_file

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_file("0003_up")


def downgrade() -> None:
    run_file("0003_down")
