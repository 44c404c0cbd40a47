"""Runs a command and writes what it and its children took: watch.py FILE COMMAND ARGUMENT..."""

import json
import resource
import subprocess
import sys
import time

began = time.monotonic()
code = subprocess.run(sys.argv[2:]).returncode
wall = time.monotonic() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kibibytes
with open(sys.argv[1], "w") as file:
    json.dump(
        {
            "wall_seconds": wall,
            "cpu_seconds": used.ru_utime + used.ru_stime,
            "peak_bytes": used.ru_maxrss * unit,
        },
        file,
    )
sys.exit(code if code >= 0 else 128 - code)
