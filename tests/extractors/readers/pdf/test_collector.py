"""Python's collector of cycles is paused while pages are read, and only then."""

import gc

import pytest

from extractors.readers.pdf.collector import collector_paused


def test_the_collector_is_paused_within_and_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="page 7"), collector_paused():
        assert not gc.isenabled()
        raise ValueError("page 7 cannot be read")
    assert gc.isenabled()


def test_a_collector_that_a_worker_paused_for_good_stays_so() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
