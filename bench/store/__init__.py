"""What the store costs with many articles and marks: see `bench.store.__main__`."""
