"""Plans are packed with the words that plans of the series have in common; one index less over facts."""

from alembic import op

from anigen_assets.store.migrations.statements import run_file
from anigen_assets.store.migrations.zlib_plans import pack, unpack

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    run_file("0002_up")


def downgrade() -> None:
    _unpack_all()
    run_file("0002_down")


def _unpack_all() -> None:
    connection = op.get_bind().connection.driver_connection
    connection.execute("ALTER TABLE plans DISABLE TRIGGER append_only")
    packed = connection.execute(
        "SELECT series_id, number, take, document, words FROM plans JOIN plan_dictionaries"
        " USING (series_id, dictionary_id)"
    )
    for series_id, number, take, document, words in packed.fetchall():
        connection.execute(
            "UPDATE plans SET document = %s, dictionary_id = NULL WHERE series_id = %s AND number = %s AND take = %s",
            (pack(unpack(document, words)), series_id, number, take),
        )
    connection.execute("ALTER TABLE plans ENABLE TRIGGER append_only")
