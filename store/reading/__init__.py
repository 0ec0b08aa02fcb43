"""Text into structure: lines, metadata, quotes, speakers. Pure: no files, no database, no clock."""
