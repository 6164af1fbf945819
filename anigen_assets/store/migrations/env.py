"""Alembic's entry: runs on the connection that `store.migrate` hands over, in one transaction."""

from alembic import context

from anigen_assets.store.tables import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
