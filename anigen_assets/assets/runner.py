"""Making hours through Dagster without its UI: plans of a stretch in one run, then one run an hour."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import dagster as dg
from dagster._core.storage.tags import ASSET_PARTITION_RANGE_END_TAG, ASSET_PARTITION_RANGE_START_TAG

from anigen_assets.assets.build import build_definitions, build_show
from anigen_assets.assets.drawing_ahead import DrawingAhead
from anigen_assets.assets.failures import ERROR_KIND, database_faults
from anigen_assets.assets.jobs import PLAN_JOB, PRODUCE_JOB
from anigen_assets.assets.orphans import OWNER_TAG, close_own_runs, owner_tag
from anigen_assets.errors import DatabaseUnavailableError, DiskFullError, TransientError
from anigen_assets.logs import get_logger
from anigen_assets.services.application import Application
from anigen_assets.services.standing_hour import has_plan, hour_stands
from anigen_assets.store.server import parse_url, shown

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
"""The instance has every event on record; the terminal is for the progress bar."""

RETRY_SECONDS = (1.0, 5.0)
"""Pauses before a run is made again whose database went away; connecting is patient by itself."""

HOPELESS = frozenset({DiskFullError.__name__, DatabaseUnavailableError.__name__})
"""Errors of the surroundings, not of an hour."""

DRIVER_ERRORS = frozenset({"OperationalError", "InterfaceError"})
"""What psycopg2 and SQLAlchemy raise when a connection breaks, as Dagster names them on record."""
STRETCH = 24
"""Hours that are planned in one run before their pictures are made."""


@dataclass(frozen=True)
class HourOutcome:
    """What became of an hour.

    Attributes:
        error: One sentence; empty when it was made.
        run_id: Dagster's run, to look it up in the UI.
        hopeless: The next hour would meet the same: no room on the disk, no database.
    """

    hour_key: str
    error: str
    run_id: str
    hopeless: bool = False


class HourRunner:
    """Executes the show's jobs in this process, on record in the Dagster instance."""

    def __init__(
        self, app: Application, instance: dg.DagsterInstance, check_stop: Callable[[], None] = lambda: None
    ) -> None:
        """Prepares the jobs.

        Args:
            app: The show.
            instance: Where the runs go on record.
            check_stop: Called after every run; raises when no further one shall be made.
        """
        self._app = app
        self._check_stop = check_stop
        definitions = build_definitions(app)
        self._show = build_show(app)
        self._instance = instance
        self._plan_job = definitions.resolve_job_def(PLAN_JOB)
        self._produce_job = definitions.resolve_job_def(PRODUCE_JOB)
        self._where = shown(parse_url(app.urls.dagster_psycopg2, None))
        self._owner = {OWNER_TAG: owner_tag(), "anigen/series": app.series_id}

    def make(self, hour_keys: Sequence[str], *, verify: bool = False) -> Iterator[HourOutcome]:
        """Makes hours in order and yields each as it ends; an hour that stands costs next to nothing.

        Ends early where going on is hopeless.

        Args:
            hour_keys: In order.
            verify: Read every byte of hours that stand, and make again what has changed.
        """
        for start in range(0, len(hour_keys), STRETCH):
            stretch = list(hour_keys[start : start + STRETCH])
            open_hours = [key for key in stretch if not hour_stands(self._app, key, read=verify)]
            planned = self._plan(open_hours) if open_hours else None
            if planned is not None and planned.error:
                yield from self._after_failed_plan(stretch, planned)
                return
            with DrawingAhead(self._app, open_hours) as drawing:
                for key in stretch:
                    if key not in open_hours:
                        yield HourOutcome(key, "", "")
                        continue
                    outcome = self._produce(key)
                    yield outcome
                    if outcome.hopeless:
                        return
                    drawing.done()

    def _after_failed_plan(self, stretch: list[str], planned: HourOutcome) -> Iterator[HourOutcome]:
        """What could be planned is made; the first hour that could not be ends the run."""
        for key in stretch:
            if hour_stands(self._app, key):
                yield HourOutcome(key, "", "")
            elif has_plan(self._app, key) and not planned.hopeless:
                yield self._produce(key)
            else:
                yield HourOutcome(key, planned.error, planned.run_id)
                return

    def _plan(self, stretch: list[str]) -> HourOutcome:
        """Plans a stretch; hours between that stand are passed over by the plan asset itself."""
        tags = {ASSET_PARTITION_RANGE_START_TAG: stretch[0], ASSET_PARTITION_RANGE_END_TAG: stretch[-1]}
        result = self._execute(self._plan_job, tags)
        return _outcome(stretch[0], result)

    def _produce(self, hour_key: str) -> HourOutcome:
        result = self._execute(self._produce_job, {}, hour_key)
        return _outcome(hour_key, result)

    def _execute(
        self, job: dg.JobDefinition, tags: dict[str, str], hour_key: str | None = None
    ) -> dg.ExecuteInProcessResult:
        """A run on record. When the database goes away under it, it is made again as soon as that is back.

        Raises:
            TransientError: The database stays away.
        """
        for pause in (*RETRY_SECONDS, None):
            try:
                with database_faults(self._where):
                    result = job.execute_in_process(
                        partition_key=hour_key,
                        instance=self._instance,
                        tags=tags | self._owner,
                        raise_on_error=False,
                        run_config=QUIET,
                    )
                    self._check_stop()
                    if lost := _lost_database(result):
                        raise TransientError(f"PostgreSQL at {self._where} went away: {lost}")
                    return result
            except KeyboardInterrupt:
                close_own_runs(self._instance, "It was stopped in the middle; make the hour again.")
                raise
            except TransientError:
                if pause is None:
                    raise
                get_logger("make").info("the database went away; trying again", seconds=pause)
                time.sleep(pause)
                with self._app.database.unit_of_work(), database_faults(self._where):
                    close_own_runs(self._instance, "The database went away in the middle; it was made again.")
        raise AssertionError("the last attempt returns or raises")


def _lost_database(result: dg.ExecuteInProcessResult) -> str:
    """What a step said that failed because Dagster's own connection broke; empty when none did."""
    for event in result.all_node_events if not result.success else ():
        failure = event.step_failure_data if event.is_step_failure else None
        error = failure.error if failure is not None and failure.user_failure_data is None else None
        while error is not None:
            if error.cls_name in DRIVER_ERRORS:
                return error.message.splitlines()[0]
            error = error.cause
    return ""


def _outcome(hour_key: str, result: dg.ExecuteInProcessResult) -> HourOutcome:
    """What a run came to: the sentence of its first failed step."""
    if result.success:
        return HourOutcome(hour_key, "", result.run_id)
    for event in result.all_node_events:
        if event.is_step_failure:
            failure = event.step_failure_data
            said = failure.user_failure_data
            if said is not None and said.description:
                kind = said.metadata.get(ERROR_KIND)
                hopeless = kind is not None and kind.value in HOPELESS
                return HourOutcome(hour_key, said.description, result.run_id, hopeless)
            seen = failure.error_display_string.splitlines()[0] if failure.error else ""
            return HourOutcome(hour_key, seen or f"{event.step_key} failed", result.run_id)
    return HourOutcome(hour_key, "the run did not succeed", result.run_id)
