"""How many keys a mark costs, in Sanggah and in SLATE."""
