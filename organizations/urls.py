"""Addresses under to-chuc/."""

from django.urls import path

from organizations.forms import acts
from organizations.views import enterprises, holidays, tree, units

app_name = "organizations"

UNITS = [
    path("", tree.listing, name="list"),
    path("<int:pk>/", units.detail, name="detail"),
    path("<int:pk>/them/", units.act(acts.CreateForm), name="create"),
    path("<int:pk>/doi-ten/", units.act(acts.RenameForm), name="rename"),
    path("<int:pk>/chuyen/", units.act(acts.MoveForm), name="move"),
    path("<int:pk>/doi-loai/", units.act(acts.ReclassifyForm), name="reclassify"),
    path("<int:pk>/uy-quyen/", units.act(acts.DelegateForm), name="delegate"),
    path("<int:pk>/sua/", units.act(acts.FactsForm), name="change_facts"),
    path("<int:pk>/doanh-nghiep/", units.act(acts.EnterpriseOfUnitForm), name="set_enterprise"),
    path("<int:pk>/so-lieu/", units.act(acts.StrengthForm), name="record_strength"),
]
ENTERPRISES = [
    path("doanh-nghiep/", enterprises.listing, name="enterprises"),
    path("doanh-nghiep/them/", enterprises.create, name="create_enterprise"),
    path("doanh-nghiep/<int:pk>/", enterprises.detail, name="enterprise"),
    path("doanh-nghiep/<int:pk>/sua/", enterprises.change, name="change_enterprise"),
]
HOLIDAYS = [
    path("ngay-nghi/", holidays.listing, name="holidays"),
    path("ngay-nghi/<int:pk>/bo/", holidays.withdraw, name="withdraw_holiday"),
]
urlpatterns = [*UNITS, *ENTERPRISES, *HOLIDAYS]
