"""Everything that is measured, in one run: ``make bench``.

python -m bench [reading] [importing] [start] [keys] [keystrokes]
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

PARTS = ("reading", "importing", "start", "keys", "keystrokes")


def main() -> int:
    """Run the parts named on the command line, else all, each in a process of its own."""
    failed = 0
    for part in sys.argv[1:] or PARTS:
        print(f"== {part} " + "=" * (70 - len(part)), flush=True)
        began = time.monotonic()
        root = Path(__file__).resolve().parents[1]
        status = subprocess.run([sys.executable, "-m", f"bench.{part}"], cwd=root, check=False)
        failed |= status.returncode
        print(f"   ({time.monotonic() - began:.0f} s)\n", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
