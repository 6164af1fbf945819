"""Dagster: partitions, assets, checks, resources, jobs, schedules and sensors."""
