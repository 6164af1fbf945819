"""The server keeps no samples of documents, texts and digests, and plans lie whole in their rows."""

from anigen_assets.store.migrations.statements import run_file

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_file("0008_up")


def downgrade() -> None:
    run_file("0008_down")
