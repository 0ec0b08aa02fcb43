"""Speech where the endings of words tell the subject from the rest (Slavic languages).

Names have capitals and stand in any place: «...», — заявил в среду адвокат Ивана Седых Лев Ким.
"""
