"""Speech where a source stands bare before its verb (Chinese): no blanks, no particles.

The verbs, titles, surnames and adverbs are the table ``[speech]`` of a language whose file says
``has_bare_subjects``. What is decided here is what `quotes.py` decides for the others.
"""
