"""Settings of a run.

    PLANBOOK_DATA_DIR              data      folder of raw/ and curated/
    PLANBOOK_WORKERS               cores     documents (or parts of long ones) read at the same time
    PLANBOOK_SECONDS_PER_DOCUMENT  60        of processor time (by the clock five times that),
                                             then reading it is given up
    PLANBOOK_MEMORY_MB             1000      megabytes that reading one document may take
    PLANBOOK_MAX_BYTES             200000000 a larger file is not fetched
    PLANBOOK_MAX_PAGES             2000      a longer document is not read
    PLANBOOK_CONTACT                         where sites can write to; sent with each request
    PLANBOOK_REGISTRY                        folder of sources.csv and known_documents.csv
    PLANBOOK_SECONDS_PER_FETCH     120       then an address is given up until the next run
    PLANBOOK_PACE_SECONDS          1         between requests to a host, if it asks for no more
    PLANBOOK_FULL_FETCH_DAYS       7         then bytes are fetched whole, whatever the site says
    PLANBOOK_ALLOW_HOSTS                     private hosts that may be fetched from: a,b:8080
    PLANBOOK_OVERRIDES_DIR         DIR/overrides  folder of what people decided, kept in Git
    PLANBOOK_HIDE_NAMES            false     replace names of people in raw columns too

Whom to tell when a nightly run fails (see ``AlertSettings``):

    PLANBOOK_WEBHOOK               none      address that takes a JSON message by POST
    PLANBOOK_SMTP_HOST             none      mail server
    PLANBOOK_SMTP_PORT             587       its port; the connection is always made secret
    PLANBOOK_SMTP_USER, PLANBOOK_SMTP_PASSWORD
    PLANBOOK_MAIL_FROM, PLANBOOK_MAIL_TO     addresses of the message

Words of the call win over the environment, the environment over these defaults.
"""

import difflib
import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from extractors.limits import Limits
from pipeline.errors import UsageError
from pipeline.workers import JobLimits

if TYPE_CHECKING:
    from pipeline.web.client import WebLimits

PREFIX = "PLANBOOK_"


def _cores() -> int:
    """Cores that this process may use: a container may have fewer than its machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Settings(BaseSettings):
    """What a run may use; each setting is a line of the module's docstring."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    data_dir: Path = Path("data")
    workers: Annotated[int, Field(ge=1, le=256)] = Field(default_factory=_cores)
    seconds_per_document: Annotated[float, Field(ge=1, le=86_400, allow_inf_nan=False)] = 60.0
    memory_mb: Annotated[int, Field(ge=100, le=1_000_000)] = 1_000
    max_bytes: Annotated[int, Field(ge=1)] = 200_000_000
    max_pages: Annotated[int, Field(ge=1)] = 2_000
    overrides_dir: Path | None = None
    hide_names: bool = False
    contact: Annotated[str, Field(pattern=r"^[ -~]*$")] = ""
    registry: Path | None = None
    seconds_per_fetch: Annotated[float, Field(ge=0.1, le=3_600, allow_inf_nan=False)] = 120.0
    pace_seconds: Annotated[float, Field(ge=0, le=3_600, allow_inf_nan=False)] = 1.0
    full_fetch_days: Annotated[int, Field(ge=1, le=365)] = 7
    allow_hosts: str = ""

    @property
    def overrides(self) -> Path:
        """The folder of what people decided: beside raw/ and curated/ unless set."""
        return self.overrides_dir or self.data_dir / "overrides"

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """Hosts that may be private: ``{"127.0.0.1", "intranet:8080"}``."""
        return frozenset(host.strip() for host in self.allow_hosts.split(",") if host.strip())

    @property
    def web_limits(self) -> "WebLimits":
        """How a run behaves towards the sites."""
        from pipeline.web.client import WebLimits  # only a run over the registry needs HTTP

        about = f" (+{self.contact})" if self.contact else ""
        return WebLimits(
            user_agent=f"planbook/{version('planbook')}{about}",
            seconds=self.seconds_per_fetch,
            max_bytes=self.max_bytes,
            gap_s=self.pace_seconds,
        )

    @property
    def limits(self) -> Limits:
        """The bounds that a reader keeps by itself."""
        return Limits(pages=self.max_pages)

    @property
    def job_limits(self) -> JobLimits:
        """The bounds that a worker process is held to."""
        return JobLimits(seconds=self.seconds_per_document, memory_mb=self.memory_mb)


class AlertSettings(BaseSettings):
    """Whom to tell of a failed run; kept apart from ``Settings``, which Prefect may store."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore")

    webhook: SecretStr | None = None
    smtp_host: str | None = None
    smtp_port: Annotated[int, Field(ge=1, le=65_535)] = 587
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    mail_from: str | None = None
    mail_to: str | None = None


def load_alert_settings() -> AlertSettings:
    """Read from the environment whom to tell.

    Raises:
        UsageError: A value is of no use; one line names it.
    """
    try:
        return AlertSettings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"{PREFIX}{str(first['loc'][0]).upper()}"
        raise UsageError(f"{name} is of no use: {first['msg']}.") from None


def load_settings(**words: object) -> Settings:
    """Read the settings: ``load_settings(workers=4)``; a word that is None was not given.

    Raises:
        UsageError: A setting is unknown or its value is of no use; one line names it.
    """
    _refuse_unknown(name for name in os.environ if name.startswith(PREFIX))
    given = {name: value for name, value in words.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks them
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        shown = f"--{name.replace('_', '-')}" if name in given else f"{PREFIX}{name.upper()}"
        raise UsageError(f"{shown} is {first['input']!r}: {first['msg']}.") from None


def _refuse_unknown(names: Iterable[str]) -> None:
    fields = (*Settings.model_fields, *AlertSettings.model_fields)
    known = [PREFIX + name.upper() for name in fields]
    for name in sorted(names):
        if name.upper() not in known:
            close = difflib.get_close_matches(name.upper(), known, n=1)
            hint = f"Did you mean {close[0]}?" if close else f"Known are {', '.join(known)}."
            raise UsageError(f"{name} is set in the environment, but is no setting. {hint}")
