"""What the service asks of the C library, in a process of its own: a heap that stands stays."""

import platform
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
COUNTING = """
import ctypes
from threading import Barrier, Thread

from commands.run import _share_memory

SHARED and _share_memory()
meeting = Barrier(4)

def holds():
    kept = bytearray(10_000)
    meeting.wait()
    return kept

threads = [Thread(target=holds) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(libc.fdopen(1, b"w"))
libc.malloc_info(0, out)
libc.fflush(out)
"""


def heaps(*, shared: bool) -> int:
    """How many heaps glibc has once four threads have asked for memory."""
    code = COUNTING.replace("SHARED", str(shared))
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.count("<heap nr=")


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library has one heap")
def test_all_threads_share_one_heap() -> None:
    """Left alone, glibc gives them several."""
    assert heaps(shared=False) > 1
    assert heaps(shared=True) == 1
