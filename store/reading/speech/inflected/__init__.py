"""Speech where the endings of words tell the subject from the rest (Polish, Russian, Ukrainian).

Names have capitals and stand in any place: «...», — заявил в среду адвокат Ивана Седых Лев Ким.
"""
