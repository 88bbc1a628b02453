"""The same given name in Ukrainian, Russian and Latvian: people are looked for by any of them.

Transliteration does not lead from ``Микола`` to ``Nikolajs``; a passport and a receptionist do.
"""

from __future__ import annotations

SAME = (
    "олександр александр aleksandrs oleksandr",
    "олександра александра aleksandra oleksandra",
    "олексій алексей aleksejs",
    "олена елена jeļena",
    "ольга olga",
    "ганна анна hanna",
    "андрій андрей andrejs",
    "анатолій анатолий anatolijs",
    "василь василий vasilijs",
    "віктор виктор viktors",
    "вікторія виктория viktorija",
    "володимир владимир vladimirs",
    "григорій григорий grigorijs",
    "дарина дарья darja",
    "дмитро дмитрий dmitrijs",
    "євген евгений jevgeņijs",
    "євгенія евгения jevgeņija",
    "катерина екатерина jekaterina",
    "іван иван ivans",
    "ігор игорь igors",
    "ірина ирина irina",
    "любов любовь ļubova",
    "людмила ludmila ļudmila",
    "марія мария marija",
    "микита никита ņikita",
    "микола николай nikolajs",
    "михайло михаил mihails",
    "надія надежда nadežda",
    "наталія наталья наталя natālija natalja",
    "олег oļegs",
    "павло павел pāvels",
    "петро петр пётр pjotrs",
    "світлана светлана svetlana",
    "сергій сергей sergejs",
    "софія софья sofija",
    "степан stepans",
    "тетяна татьяна tatjana",
    "федір федор фёдор fjodors",
    "юлія юлия jūlija julija",
    "юрій юрий jurijs",
)

_OTHERS: dict[str, frozenset[str]] = {
    name: frozenset(line.split()) - {name} for line in SAME for name in line.split()
}


def same_name(word: str) -> frozenset[str]:
    """The other forms of a given name in lower case; of any other word none."""
    return _OTHERS.get(word, frozenset())
