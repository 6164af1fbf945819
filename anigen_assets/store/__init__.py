"""PostgreSQL and media: tables, migrations, unit of work, repositories, read models. The only place that imports sqlalchemy."""
