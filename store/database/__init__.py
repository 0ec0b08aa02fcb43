"""The store's file: schema, connection, and one module a concern."""
