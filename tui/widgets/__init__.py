"""One widget a module, its messages nested in it."""
