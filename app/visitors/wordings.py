"""What is read out before somebody agrees: every purpose, every version, every language, word for word.

A text is never changed: people agreed to just these words. A new wording is added behind the older
ones and becomes the version that is read out from then on. That is why the texts stand here and not
in the catalogues, where a better translation would change what somebody has agreed to.
"""

from app.language import Language
from app.visitors.model import Purpose

Wording = dict[Language, str]

_ENDS = {
    Language.LV: "Piekrišanu var atsaukt jebkurā brīdī, tikpat viegli kā dot; tas neko citu nemaina.",
    Language.EN: "You may withdraw at any time, as easily as you agree; nothing else changes.",
    Language.UK: "Згоду можна відкликати будь-коли, так само легко, як і дати; більше нічого не зміниться.",
}


def _wording(latvian: str, english: str, ukrainian: str) -> Wording:
    texts = {Language.LV: latvian, Language.EN: english, Language.UK: ukrainian}
    return {language: f"{text} {_ENDS[language]}" for language, text in texts.items()}


WORDINGS: dict[Purpose, tuple[Wording, ...]] = {
    Purpose.PHONE: (
        _wording(
            "Vai drīkstam jums zvanīt vai rakstīt īsziņu par centra pasākumiem?",
            "May we call you or send a text message about what happens at the centre?",
            "Чи можна вам телефонувати або надсилати повідомлення про заходи центру?",
        ),
    ),
    Purpose.EMAIL: (
        _wording(
            "Vai drīkstam jums rakstīt e-pastu par centra pasākumiem?",
            "May we write you e-mails about what happens at the centre?",
            "Чи можна писати вам електронною поштою про заходи центру?",
        ),
    ),
    Purpose.PHOTO: (
        _wording(
            "Vai drīkstam jūs fotografēt un filmēt pasākumos un attēlus rādīt centra un "
            "pašvaldības lapās?",
            "May we photograph and film you at events and show the pictures on the pages of the "
            "centre and the municipality?",
            "Чи можна фотографувати та знімати вас на заходах і показувати знімки на сторінках "
            "центру та самоврядування?",
        ),
    ),
    Purpose.GROUPS: (
        _wording(
            "Vai drīkstam pierakstīt, ka piederat šai mērķgrupai? Finansētājam nododam tikai "
            "skaitļus, nekad vārdus.",
            "May we write down that you belong to this target group? The funder is told numbers "
            "only, never names.",
            "Чи можна записати, що ви належите до цієї цільової групи? Фінансувальник отримує "
            "лише числа, ніколи імена.",
        ),
    ),
    Purpose.NEEDS: (
        _wording(
            "Vai drīkstam pierakstīt, kas mums jāsagatavo, lai jums pie mums būtu ērti? Diagnozi "
            "nejautājam un nepierakstām.",
            "May we write down what we are to prepare so that you are comfortable here? We do not "
            "ask for a diagnosis and do not write one down.",
            "Чи можна записати, що нам підготувати, щоб вам було зручно? Діагнозу ми не питаємо "
            "і не записуємо.",
        ),
    ),
    Purpose.ASSISTANCE: (
        _wording(
            "Vai drīkstam evakuācijas sarakstā atzīmēt, ka jums vajadzīga palīdzība iziet no "
            "ēkas? Iemeslu nepierakstām.",
            "May we mark in the evacuation list that you need help to get out of the building? "
            "The reason is not written down.",
            "Чи можна позначити у списку евакуації, що вам потрібна допомога, щоб вийти з будівлі? "
            "Причину ми не записуємо.",
        ),
    ),
}


def newest(purpose: Purpose) -> int:
    """The version that is read out today; the first is 1."""
    return len(WORDINGS[purpose])


def wording(purpose: Purpose, version: int) -> Wording | None:
    """The words of a version; None when it came with another program."""
    known = WORDINGS[purpose]
    return known[version - 1] if 1 <= version <= len(known) else None
