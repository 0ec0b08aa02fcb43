"""What every test may use, whichever folder it stands in."""

pytest_plugins = ["tests.system_programs"]
