"""The register of certificates: seeing, entering, revoking, printing."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from audit import actions as audit
from organizations.access import allowed
from organizations.permissions import Ability
from people.models import Person
from training import actions, forms, permissions
from training.certificates_pdf import certificates_pdf
from training.models import Certificate
from training.views.found import managed_course, place

PAGE = 50
SHOWN = 20


@require_GET
@allowed(Ability.VIEW_TRAINING)
def certificate_list(request):
    form = forms.CertificateFilter(request.GET)
    rows = Certificate.objects.visible_to(request.user).order_by("-issued_on", "number", "id")
    rows = form.narrow(rows).select_related("person__unit", "enrollment__course__organization")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    audit.record("certificate.view_list", None, actor=request.user, people=[row.person_id for row in page])
    context = {
        "filter": form,
        "page": page,
        "rows": [(row, permissions.may_revoke(request.user, row)) for row in page],
        "query": request.GET.urlencode(),
    }
    return render(request, "training/certificates.html", context)


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING, Ability.MAINTAIN_CANDIDATE)
def register(request):
    """First whose certificate it is (?nguoi=), then what it says."""
    people = Person.objects.visible_to(request.user).select_related("unit__parent__parent")
    chosen = request.GET.get("nguoi", "")
    if not chosen.isdigit():
        text = request.GET.get("q", "")
        found = list(people.named_like(text).order_by("sort_key", "id")[:SHOWN]) if text else []
        return render(request, "training/register_person.html", {"people": found, "q": text})
    person = get_object_or_404(people, pk=chosen)
    form = forms.ExternalCertificateForm(request.POST or None)
    findings = []
    if request.method == "POST" and form.is_valid():
        try:
            certificate = actions.register_external_certificate(
                person, actor=request.user, on=timezone.localdate(), **form.cleaned_data
            )
        except actions.Refused as refused:
            findings = place(form, refused)
        else:
            messages.success(
                request,
                _("Đã ghi nhận giấy chứng nhận %(number)s của %(name)s.")
                % {"number": certificate.number, "name": person},
            )
            return redirect("training:certificates")
    held = Certificate.objects.visible_to(request.user).filter(person=person)
    audit.record("certificate.view_person", person, actor=request.user)
    context = {"person": person, "form": form, "findings": findings, "held": held}
    return render(request, "training/register.html", context)


@require_http_methods(["GET", "POST"])
@allowed(Ability.MANAGE_TRAINING, Ability.MAINTAIN_CANDIDATE)
def revoke(request, pk):
    rows = Certificate.objects.visible_to(request.user)
    certificate = get_object_or_404(rows.select_related("person__unit", "enrollment__course__organization"), pk=pk)
    if not permissions.may_revoke(request.user, certificate):
        raise PermissionDenied
    form = forms.RevokeForm(request.POST or None, initial={"on": timezone.localdate()})
    findings = []
    if request.method == "POST" and form.is_valid():
        try:
            actions.revoke_certificate(certificate, actor=request.user, **form.cleaned_data)
        except actions.Refused as refused:
            findings = place(form, refused)
        else:
            messages.success(request, _("Đã thu hồi giấy chứng nhận %(number)s.") % {"number": certificate.number})
            return redirect("training:certificates")
    context = {"certificate": certificate, "form": form, "findings": findings}
    return render(request, "training/revoke.html", context)


@require_GET
@allowed(Ability.MANAGE_TRAINING)
def print_certificates(request, pk):
    """The standing certificates of a class as PDF, one a page; ?so=<id> prints one."""
    course = managed_course(request, pk)
    rows = Certificate.objects.visible_to(request.user).standing().of_course(course)
    if request.GET.get("so", "").isdigit():
        rows = rows.filter(pk=request.GET["so"])
    rows = rows.select_related("person", "enrollment").order_by("person__sort_key", "id")
    if not rows:
        raise Http404
    audit.record(
        "certificate.print",
        course,
        actor=request.user,
        scope_path=course.organization.path,
        people=[row.person_id for row in rows],
    )
    name = f"giay-chung-nhan-lop-{course.pk}.pdf"
    return HttpResponse(
        certificates_pdf(course, rows),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
