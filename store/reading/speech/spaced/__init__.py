"""Who says what, in languages that part words by blanks; one module a job, in this order.

`vocabulary.py` knows a language's words, `tokens.py` cuts a line into words and signs,
`phrases.py` finds the words that name somebody, `subjects.py` the subject of a verb,
`attributions.py` cues with their sources, `behind_quotes.py` and `before_quotes.py` those of a
quote, `reporting.py` those of speech without marks;
`names.py`, `parting.py` and `speakers.py` tell which person a phrase means. What is decided about
quotes stands in `store/reading/quotes.py`.
"""
