"""Invented people and organisations of the sample centre: parts of names, never a real person."""

from app.visitors.model import OrganisationKind

LATVIAN_WOMEN = (
    "Anna Ilze Līga Inese Dace Ieva Kristīne Zane Sanita Evija Laura Agnese Māra Aija Inga Baiba Rūta "
    "Sarmīte Vija Ausma Zenta Skaidrīte Velta Biruta Valentīna Ilga Elīza Keita Paula Annija Marta "
    "Sofija Emīlija Estere Līva Elza Madara Santa Guna Ina"
).split()
LATVIAN_MEN = (
    "Jānis Pēteris Andris Juris Aivars Kārlis Toms Niks Artis Kaspars Edgars Mārtiņš Roberts Emīls "
    "Gustavs Markuss Valdis Imants Zigurds Vitālijs Antons Staņislavs Donāts Kristaps Raivis Oskars "
    "Ernests Rihards Ralfs Dāvis"
).split()
LATVIAN_FAMILIES = (
    "Bērziņš/Bērziņa Kalniņš/Kalniņa Ozoliņš/Ozoliņa Liepiņš/Liepiņa Krūmiņš/Krūmiņa Vucāns/Vucāne "
    "Pastars/Pastare Rubenis/Rubene Skutelis/Skutele Upenieks/Upeniece Stafeckis/Stafecka Briška/Briška "
    "Vilcāns/Vilcāne Zeimulis/Zeimule Kokins/Kokina Indriks/Indrika Soms/Soma Sparāns/Sparāne "
    "Mūrnieks/Mūrniece Lazdāns/Lazdāne Ancāns/Ancāne Vaivods/Vaivode Šņepsts/Šņepste Ābele/Ābele "
    "Usārs/Usāre Trūps/Trūpa Jaunzems/Jaunzeme Latkovskis/Latkovska Kivlenieks/Kivleniece Žukovskis/Žukovska"
).split()
UKRAINIAN_WOMEN = (
    "Оксана Юлія Олена Наталія Ірина Тетяна Соломія Дарина Марія Софія Катерина Ганна".split()
)
UKRAINIAN_MEN = "Тарас Андрій Дмитро Олександр Богдан Максим Назар Іван Ярослав Микола".split()
UKRAINIAN_FAMILIES = (
    "Шевченко Бондаренко Коваленко Ткаченко Мельник Кравчук Гончар Лисенко Їжакевич Щербак Савчук Дячук"
).split()
PASSPORT = {
    "Оксана": "Oksana",
    "Юлія": "Yuliia",
    "Олена": "Olena",
    "Наталія": "Nataliia",
    "Ірина": "Iryna",
    "Тетяна": "Tetiana",
    "Соломія": "Solomiia",
    "Дарина": "Daryna",
    "Марія": "Mariia",
    "Софія": "Sofiia",
    "Катерина": "Kateryna",
    "Ганна": "Hanna",
    "Тарас": "Taras",
    "Андрій": "Andrii",
    "Дмитро": "Dmytro",
    "Олександр": "Oleksandr",
    "Богдан": "Bohdan",
    "Максим": "Maksym",
    "Назар": "Nazar",
    "Іван": "Ivan",
    "Ярослав": "Yaroslav",
    "Микола": "Mykola",
    "Шевченко": "Shevchenko",
    "Бондаренко": "Bondarenko",
    "Коваленко": "Kovalenko",
    "Ткаченко": "Tkachenko",
    "Мельник": "Melnyk",
    "Кравчук": "Kravchuk",
    "Гончар": "Honchar",
    "Лисенко": "Lysenko",
    "Їжакевич": "Yizhakevych",
    "Щербак": "Shcherbak",
    "Савчук": "Savchuk",
    "Дячук": "Diachuk",
}
TOWNS = (
    ("Preiļi", 46),
    ("Preiļu pagasts", 8),
    ("Aizkalnes pagasts", 5),
    ("Pelēču pagasts", 4),
    ("Saunas pagasts", 5),
    ("Riebiņu pagasts", 7),
    ("Galēnu pagasts", 4),
    ("Rušonas pagasts", 4),
    ("Sīļukalna pagasts", 3),
    ("Silajāņu pagasts", 2),
    ("Stabulnieku pagasts", 3),
    ("Vārkavas pagasts", 5),
    ("Rožkalnu pagasts", 2),
    ("Upmalas pagasts", 3),
    ("Aglonas pagasts", 6),
)
"""Place and weight."""

_S, _N, _R = OrganisationKind.SCHOOL, OrganisationKind.NGO, OrganisationKind.RESIDENTS
_M, _C = OrganisationKind.MUNICIPALITY, OrganisationKind.COMPANY
ORGANISATIONS = (
    ("Preiļu 1. pamatskola", _S),
    ("Preiļu 2. vidusskola", _S),
    ("Preiļu Valsts ģimnāzija", _S),
    ("Vārkavas vidusskola", _S),
    ("Aglonas vidusskola", _S),
    ("Riebiņu vidusskola", _S),
    ("Preiļu PII «Pasaciņa»", _S),
    ("Preiļu PII «Auseklītis»", _S),
    ("Riebiņu PII «Sprīdītis»", _S),
    ("Preiļu Mūzikas un mākslas skola", _S),
    ("Galēnu pamatskola", _S),
    ("Pensionāru biedrība", _N),
    ("Biedrība «Preiļi UA»", _N),
    ("Biedrība «Cerību spārni»", _N),
    ("Biedrība «Baltā māja»", _N),
    ("Biedrība «Māmiņu klubs»", _N),
    ("Biedrība «Latgales ceļš»", _N),
    ("Biedrība «Saules stars»", _N),
    ("Sporta biedrība «Cielava»", _N),
    ("Biedrība «Rokdarbu istaba»", _N),
    ("Biedrība «Dzīpars»", _N),
    ("Folkloras kopa «Līči»", _N),
    ("Biedrība «Soli tuvāk»", _N),
    ("Jauniešu dome", _R),
    ("Aglonas iedzīvotāji", _R),
    ("Pelēču aktīvistu grupa", _R),
    ("Saunas iedzīvotāju padome", _R),
    ("Vārkavas kopiena", _R),
    ("Kursas ielas kaimiņi", _R),
    ("Rušonas aktīvisti", _R),
    ("Galda spēļu draugi", _R),
    ("Preiļu novada pašvaldība", _M),
    ("Preiļu novada Labklājības pārvalde", _M),
    ("Preiļu bibliotēka", _M),
    ("NVA Preiļu filiāle", _M),
    ("Bāriņtiesa", _M),
    ("Preiļu bērnu un jauniešu centrs", _M),
    ("Laikraksts «Novada Balss»", OrganisationKind.MEDIA),
    ("SIA «Latgales maize»", _C),
    ("SIA «Preiļu siers un draugi»", _C),
)
