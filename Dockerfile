# One image for all parts; docker-compose.yml says which part runs.
FROM python:3.12-slim-bookworm

# OpenGL for the renderer; nothing else is needed from the system.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libgl1 libegl1 \
    && rm -rf /var/lib/apt/lists/*

RUN useradd --create-home --uid 10001 anigen
WORKDIR /app

# Dependencies change less often than code: a layer of their own.
COPY pyproject.toml setup.cfg README.md LICENSE ./
COPY anigen_assets/__init__.py anigen_assets/__init__.py
RUN pip install --no-cache-dir -e .

COPY . .
RUN mkdir -p /data /dagster && cp dagster.yaml /dagster/ && chown -R anigen:anigen /data /dagster /app
USER anigen
ENV ANIGEN_HOME=/data DAGSTER_HOME=/dagster PYTHONUNBUFFERED=1
VOLUME ["/data"]
CMD ["anigen", "doctor"]
