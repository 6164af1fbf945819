"""Schema versions. Each is a module under `versions` with its statements under `sql`."""
