"""Stores as each version of the schema wrote them, and the script that wrote them."""
