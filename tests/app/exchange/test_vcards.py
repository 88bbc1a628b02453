"""Contacts of telephones and mail programs, of all three versions in use."""

from datetime import date
from pathlib import Path

import pytest

from app.errors import Refused
from app.exchange.people import PersonLine, read_people

TODAY = date(2026, 10, 15)
OLD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=42=C4=93rzi=C5=86a;=41nna=\r\n;;;\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Anna B=C4=93rzi=C5=86a\r\n"
    "TEL;HOME:65322222\r\nTEL;CELL;PREF:29 111 222\r\n"
    "NOTE;ENCODING=QUOTED-PRINTABLE:F84.0 =\r\nnobody reads this\r\nEND:VCARD\r\n"
)
THIRD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Шевченко;Тарас;Григорович;;\nFN:Тарас Шевченко\n"
    "item1.EMAIL;TYPE=INTERNET:taras@example\n .org\nTEL;TYPE=WORK,FAX:65300000\n"
    "TEL;TYPE=CELL:+380 50 123 4567\nADR;TYPE=HOME:;;Rīgas iela 1\\, 2;Preiļi;;LV-5301;Latvia\n"
    "ORG:Українська спілка\\; Preiļi;Board\nBDAY:19700309\nPHOTO;ENCODING=b:AAAA\nEND:VCARD\n"
)
FOURTH = (
    "BEGIN:VCARD\nVERSION:4.0\nFN:Zane Kalniņa\nTEL;VALUE=uri:tel:+371-29-333-444;ext=5\n"
    'LANG;PREF=1:lv\nBDAY:--0512\nADR;LABEL="Rīgas iela 1: Preiļi":;;;;Preiļu novads;;\nEND:VCARD\n'
    "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Preiļu bibliotēka\nEND:VCARD\n"
)


def people(folder: Path, text: str, encoding: str = "utf-8") -> tuple[PersonLine, ...]:
    path = folder / "contacts.txt"
    path.write_bytes(text.encode(encoding))
    found = read_people(path, today=TODAY)
    assert found.kind == "vCard"
    assert found.problems == ()
    return found.rows


def test_an_old_telephone(tmp_path: Path) -> None:
    (anna,) = people(tmp_path, OLD)
    assert (anna.given_name, anna.family_name, anna.phone) == ("Anna", "Bērziņa", "+37129111222")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_mail_program(tmp_path: Path, encoding: str) -> None:
    (taras,) = people(tmp_path, THIRD, encoding)
    assert taras == PersonLine(
        1,
        "Тарас Григорович",
        "Шевченко",
        1970,
        "+380501234567",
        "taras@example.org",
        "Preiļi",
        "Українська спілка; Preiļi",
    )


def test_a_new_telephone_and_the_card_of_an_organisation(tmp_path: Path) -> None:
    (zane,) = people(tmp_path, FOURTH)
    assert (zane.given_name, zane.family_name) == ("Zane", "Kalniņa")
    assert (zane.birth_year, zane.town, zane.language) == (None, "Preiļu novads", "lv")
    assert zane.phone == "+37129333444"


def test_people_have_the_line_their_card_begins_on(tmp_path: Path) -> None:
    assert [one.line_number for one in people(tmp_path, THIRD + FOURTH)] == [1, 14]


def test_a_card_without_anybody_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "c.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n")
    with pytest.raises(Refused, match="nothing in the file"):
        read_people(path)
