"""PostgreSQL and media: tables, migrations, unit of work, repositories, read models.

The only place that imports sqlalchemy. Start with `embedded` (which database), `migrate` (its schema), `database`
(units of work and their repositories) and `read_models` (what the viewer sees).
"""
