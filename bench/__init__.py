"""What is measured, against what, and how: see README.md beside this file."""
