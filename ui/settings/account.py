"""The drawer of one account: name, roles, a one-time password, switching off and on."""

from dataclasses import replace
from secrets import choice

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.action import Action
from app.centre.details import StaffDetails
from app.database.keys import SPOKEN
from app.errors import Refused
from app.language import current, tr, words
from app.permission import Role
from app.staff.actions import EditStaff, SwitchOffStaff, SwitchOnStaff
from app.staff.passwords import Lock, not_right
from app.staff.queries import StaffRow
from ui.desk import QtDesk
from ui.kit.buttons import Button
from ui.kit.cards import FlatCard, Note
from ui.kit.drawer import Drawer
from ui.kit.forms import Field, TextField, Tick
from ui.kit.labels import Label
from ui.kit.password import PasswordField
from ui.settings.passwords import NewAccount, NewPasswordFor, add_account, give_password, with_me
from ui.settings.role_matrix import ROLES
from ui.theme import px
