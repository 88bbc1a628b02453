"""Every model, named once, so that the metadata is whole."""

from app.accessibility import model as accessibility
from app.bookings import calendar_model as calendars
from app.bookings import model as bookings
from app.bookings import series_model as series
from app.bookings import telling_model as tellings
from app.bookings import waiting_model as waiting
from app.centre import model as centre
from app.database import journal
from app.database.base import Base
from app.events import certificate_model as certificates
from app.events import model as events
from app.events import news_model as news
from app.initiatives import model as initiatives
from app.opinions import model as opinions
from app.staff import model as staff
from app.visitors import model as visitors

MODELS = (
    accessibility,
    bookings,
    calendars,
    centre,
    certificates,
    events,
    initiatives,
    journal,
    news,
    opinions,
    series,
    staff,
    tellings,
    visitors,
    waiting,
)
METADATA = Base.metadata
