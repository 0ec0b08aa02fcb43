"""Speech where the endings of words tell the subject from the rest of its sentence (Russian).

Names have capitals and stand in any place: «...», — заявил в среду адвокат Ивана Седых Лев Ким.
"""
