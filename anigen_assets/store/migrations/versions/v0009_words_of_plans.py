"""Plans are packed by zstd with more of their words, which the viewer reads once; room is given back earlier."""

from alembic import op

from anigen_assets.store.migrations.statements import run_file
from anigen_assets.store.migrations.zlib_plans import pack
from anigen_assets.store.packing import Packer

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_file("0009_up")


def downgrade() -> None:
    _repack_all()
    run_file("0009_down")


def _repack_all() -> None:
    connection = op.get_bind().connection.driver_connection
    for table in ("plans", "plan_dictionaries"):
        connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER append_only")
    plans = connection.execute(
        "SELECT series_id, number, take, document, words FROM plans LEFT JOIN plan_dictionaries"
        " USING (series_id, dictionary_id)"
    )
    for series_id, number, take, document, words in plans.fetchall():
        connection.execute(
            "UPDATE plans SET document = %s, dictionary_id = NULL WHERE series_id = %s AND number = %s AND take = %s",
            (pack(Packer(words).unpack(document)), series_id, number, take),
        )
    connection.execute("DELETE FROM plan_dictionaries")
    for table in ("plans", "plan_dictionaries"):
        connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER append_only")
