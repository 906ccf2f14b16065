"""R2: documents with changed bytes end as rows or as a named problem, whatever was changed.

They are read as the line reads them, in worker processes with limits: many in one job here, and
each by itself where a job did not come back.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from extractors.errors import CODES as READING_CODES
from pipeline.errors import CODES
from pipeline.workers import PRELOAD, Done, JobLimits, WorkerPool

HERE = Path(__file__).parent
NUMBER = int(os.environ.get("FAULT_TEST_MUTANTS", "1000"))  # 10,000 by night
A_JOB = 50  # mutants; a job of its own for each would be most of the time


@pytest.fixture(scope="module")
def mutants() -> Iterator[ModuleType]:
    """The maker and reader of mutants; workers find it on the same path."""
    sys.path.insert(0, str(HERE))
    import mutants

    yield mutants
    sys.path.remove(str(HERE))


def test_the_same_seed_makes_the_same_mutants(mutants):
    assert [mutants.mutant(n) for n in range(6)] == [mutants.mutant(n) for n in range(6)]


@pytest.mark.fault("R2")
@pytest.mark.timeout(3_000)
def test_r2_every_mutant_ends_as_rows_or_as_a_named_problem(mutants, tmp_path):
    jobs = [
        (str(tmp_path), range(start, min(start + A_JOB, NUMBER)))
        for start in range(0, NUMBER, A_JOB)
    ]
    ends: Counter[str] = Counter()
    limits = JobLimits(seconds=120.0, memory_mb=1_000)
    with WorkerPool(2, limits, preload=(*PRELOAD, "mutants")) as pool:
        for job, outcome in zip(jobs, pool.run(mutants.read_some, jobs), strict=True):
            whole = isinstance(outcome, Done)
            ends.update(outcome.value if whole else one_by_one(pool, mutants, *job))
    assert ends.total() == NUMBER
    assert set(ends) <= {"ok", "partial", "unfinished", *CODES, *READING_CODES}, ends
    assert "unexpected" not in ends, ends
    assert ends["ok"] > NUMBER / 20, ends  # the mutants are not all hopeless


def one_by_one(pool: WorkerPool, mutants: ModuleType, folder: str, numbers: range) -> list[str]:
    """A job of many that was ended: each mutant by itself shows which one it was."""
    outcomes = pool.run(mutants.read_one, [(folder, number) for number in numbers])
    return [mutants.outcome_of(o.value) if isinstance(o, Done) else o.code for o in outcomes]
