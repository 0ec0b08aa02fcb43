"""Everything that is measured, in one run: ``make bench``.

python -m bench [--full] [reading] [importing] [start] [keys] [keystrokes] [store]
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

PARTS = ("reading", "importing", "start", "keys", "keystrokes", "store")
#: What has a longer form, asked for by ``--full``.
FULLER = ("start", "keys", "store")


def main() -> int:
    """Run the parts named on the command line, else all, each in a process of its own."""
    failed = 0
    full = [option for option in sys.argv[1:] if option == "--full"]
    for part in [part for part in sys.argv[1:] if part not in full] or PARTS:
        print(f"== {part} " + "=" * (70 - len(part)), flush=True)
        began = time.monotonic()
        root = Path(__file__).resolve().parents[1]
        options = full if part in FULLER else []
        command = [sys.executable, "-m", f"bench.{part}", *options]
        status = subprocess.run(command, cwd=root, check=False)
        failed |= status.returncode
        print(f"   ({time.monotonic() - began:.0f} s)\n", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
