"""Everything with a screen; it stands on the store and knows it by its public face."""
