"""The bookings tab: the board of a day, its list, the booking form, finding a free room."""
