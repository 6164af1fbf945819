"""Higher levels of summaries, words found within an era, and when somebody was last seen."""

from anigen_assets.store.migrations.statements import run_file

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_file("0005_up")


def downgrade() -> None:
    run_file("0005_down")
