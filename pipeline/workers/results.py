"""What comes back from a worker: a value or the reason why there is none.

The bytes come from a process that has read a hostile document, so only our own records and plain
values are made of them.
"""

import io
import json
import pickle
from dataclasses import dataclass
from typing import Any

from pipeline.errors import one_line
from pipeline.workers.child import DONE, FAILED

TRUSTED_PACKAGES = ("extractors", "normalisers", "pipeline")
TRUSTED_CLASSES = {
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "timedelta"),
    ("datetime", "timezone"),
    ("decimal", "Decimal"),
    ("builtins", "set"),
    ("builtins", "frozenset"),
}


@dataclass(frozen=True, slots=True)
class Done:
    """What a job gave."""

    value: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a job gave nothing.

    ``Failed("time_limit", "it was not finished after 60 s")``. ``code`` is "time_limit",
    "memory_limit", "crashed", "result_limit", "unexpected" (an exception that the job did not
    catch) or the code of the ``UnreadableDocument`` that it raised.
    """

    code: str
    message: str


Outcome = Done | Failed


def read_outcome(frame: bytes) -> Outcome:
    """Read the frame that a job ended with."""
    try:
        if frame[:1] == DONE:
            return Done(_Results(io.BytesIO(memoryview(frame)[1:])).load())
        if frame[:1] == FAILED:
            said = json.loads(frame[1:])
            return Failed(one_line(str(said["code"])), one_line(str(said["message"])))
    except Exception as error:  # a result that cannot be read is the job's fault
        return Failed("crashed", one_line(f"its result cannot be read: {error}"))
    return Failed("crashed", "it ended without a result that can be read")


class _Results(pickle.Unpickler):
    """Makes records of our own packages and plain values, and calls nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """Give a class that a result may hold."""
        trusted = (module, name) in TRUSTED_CLASSES
        if not trusted and module.partition(".")[0] not in TRUSTED_PACKAGES:
            raise pickle.UnpicklingError(f"a result may not hold {module}.{name}")
        found = super().find_class(module, name)
        if not isinstance(found, type) or (not trusted and found.__module__ != module):
            raise pickle.UnpicklingError(f"{module}.{name} is no record")
        return found
