import os
import subprocess
import sys
import time

from pipeline.workers.kin import children, used_below

STARTER = """
import subprocess, sys, time
burn = "t = __import__('time').process_time\\nwhile t() < 0.3: pass"
subprocess.run([sys.executable, "-S", "-c", burn])
print("burnt", flush=True)
time.sleep(60)
"""


def test_the_time_of_a_program_that_has_ended_counts_for_who_started_it():
    before = used_below(os.getpid())
    starter = subprocess.Popen([sys.executable, "-S", "-c", STARTER], stdout=subprocess.PIPE)
    try:
        assert starter.stdout is not None
        assert starter.stdout.readline() == b"burnt\n"
        assert starter.pid in children(os.getpid())
        assert used_below(os.getpid()) - before >= 0.25
        assert used_below(starter.pid) == 0.0  # its own time is not below it
    finally:
        starter.kill()
        starter.communicate()


def test_a_child_that_has_ended_and_was_not_reaped_is_still_seen():
    child = os.posix_spawn("/bin/true", ["true"], {})
    try:
        time.sleep(0.05)
        assert child in children(os.getpid())
    finally:
        os.waitpid(child, 0)
