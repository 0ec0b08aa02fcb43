"""Where the files of a user stand: the store, the keys, the preferences.

Names places only and makes none of them; follows the habits of the operating system.
"""

from __future__ import annotations

import os
from pathlib import Path

STORE_VARIABLE = "SANGGAH_STORE"


def store_file() -> Path:
    """Return the store that is used when none is named: ``$SANGGAH_STORE``, else the user's own."""
    named = os.environ.get(STORE_VARIABLE)
    return Path(named).expanduser() if named else data_folder() / "store.db"


def data_folder() -> Path:
    """Return the folder of the user's own store."""
    from platformdirs import user_data_path

    return user_data_path("sanggah", appauthor=False)


def keys_file() -> Path:
    """Return where the user's own keys are looked for."""
    from platformdirs import user_config_path

    return user_config_path("sanggah", appauthor=False) / "keybindings.toml"


def labels_file() -> Path:
    """Return where the user's own labels are looked for."""
    return keys_file().with_name("labels.toml")


def find_label_file(chosen: Path | None, store: Path) -> Path | None:
    """Return the file of labels to read: ``chosen``, else one beside the store, else the user's."""
    if chosen is not None:
        return chosen
    own = labels_file()
    return next((file for file in (store.with_name(own.name), own) if file.exists()), None)


def state_folder() -> Path:
    """Return the folder of what the program remembers between two starts."""
    from platformdirs import user_state_path

    return user_state_path("sanggah", appauthor=False)
