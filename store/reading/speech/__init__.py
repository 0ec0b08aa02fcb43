"""Who says what, by the grammar of the language: a module or a folder each, chosen in `quotes.py`.

`spaced` reads languages that part words by blanks and tell subjects by their place; `inflected`
those that tell them by endings, `final_verbs`, `leading_verbs`, `marked_subjects`, `bare_subjects`
and `unspaced` those that their names tell of. What these six have in common stands in `by_line.py`.
"""
