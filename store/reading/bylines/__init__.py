"""Bylines, date lines and datelines, taken apart by their forms, one line at a time."""
