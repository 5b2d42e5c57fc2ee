"""Addresses under ho-so/."""

from django.urls import path

from candidates.forms.closing_units import CloseUnitForm
from candidates.views import acts, detail, listing, nomination, notes
from organizations.views import units

app_name = "candidates"
urlpatterns = [
    path("", listing.candidate_list, name="list"),
    path("gioi-thieu/", nomination.nominate, name="nominate"),
    path("gioi-thieu/nguoi-moi/", nomination.newcomer, name="nominate_newcomer"),
    path("gioi-thieu/<int:pk>/", nomination.known, name="nominate_known"),
    path("<int:pk>/", detail.detail, name="detail"),
    path("<int:pk>/so-cccd/", detail.reveal, name="reveal"),
    path("<int:pk>/ghi/<slug:code>/", acts.act, name="act"),
    path("<int:pk>/ghi/<slug:code>/kiem-tra/", acts.check, name="check"),
    path("<int:pk>/them/<slug:kind>/", notes.note, name="note"),
    path("to-chuc/<int:pk>/ket-thuc/", units.act(CloseUnitForm), name="close_unit"),
]
