# One image for all parts; docker-compose.yml says which part runs.
FROM python:3.12-slim-bookworm

# OpenGL for the renderer; nothing else is needed from the system.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libegl1 libgl1 \
    && rm -rf /var/lib/apt/lists/*

RUN useradd --create-home --uid 10001 anigen
WORKDIR /app

# Dependencies change less often than code: a layer of their own. pip byte-compiles them, which halves the start.
COPY pyproject.toml README.md LICENSE ./
COPY anigen_assets/__init__.py anigen_assets/
RUN pip install --no-cache-dir . \
    && pip uninstall -y anigen

# The code stays root's: the services read it and write to the volumes alone.
COPY . .
RUN pip install --no-cache-dir --no-deps -e . \
    && python -m compileall -q anigen_assets anigen_viewer \
    && mkdir -p /data /dagster/storage \
    && cp dagster.yaml /dagster/ \
    && chown -R anigen:anigen /data /dagster

USER anigen
ENV ANIGEN_HOME=/data DAGSTER_HOME=/dagster PYTHONUNBUFFERED=1
VOLUME ["/data", "/dagster/storage"]
CMD ["anigen", "doctor"]
