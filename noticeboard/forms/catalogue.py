"""Every kind of form, in the order of the print centre."""

from __future__ import annotations

from noticeboard.forms import (
    ballot,
    comment_card,
    four_part_slip,
    inspection,
    opinion_card,
    reminder,
    rota_sign_in,
    service_record,
    sign_in,
)
from noticeboard.forms.form import FormKind

FORMS: tuple[FormKind, ...] = (
    sign_in.FORM,
    rota_sign_in.FORM,
    service_record.FORM,
    comment_card.FORM,
    ballot.FORM,
    four_part_slip.FORM,
    opinion_card.FORM,
    inspection.FORM,
    reminder.FORM,
)
"""A new kind is one file here, one template, one entry in this list."""
