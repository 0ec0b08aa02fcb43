"""Write docs/keys.md from keybindings.toml.

python docs/generate_keys.py
"""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).resolve().parent / "keys.md"


def main() -> None:
    """Write the page for the default keys."""
    from tui.key_pages import markdown
    from tui.keymap import load_keymap

    keymap, problems = load_keymap()
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    PAGE.write_text(markdown(keymap), encoding="utf-8")


if __name__ == "__main__":
    main()
