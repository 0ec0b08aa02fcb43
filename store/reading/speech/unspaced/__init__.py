"""Speech in languages that part no words by blanks (Japanese): particles and verb stems.

The particles, stems and titles are the table ``[speech]`` of a language whose file says
``is_spaceless``. What is decided here is what `quotes.py` decides for the others.
"""
