"""Putting a person forward: who is it, then one page."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from candidates import actions
from candidates.forms.acts import NO_EDITION
from candidates.forms.nomination import NewcomerForm, NominationForm, WhoForm
from candidates.models import Candidate
from candidates.statute import NoEdition
from organizations.access import allowed
from organizations.permissions import Ability
from people import actions as people
from people import identity
from people.models import Person

HITS = 20
CONSENT = gettext_noop("Phiếu đồng ý đã ký")


@allowed(Ability.NOMINATE)
def nominate(request):
    """Look the person up first: somebody known, somebody new, or somebody another unit follows already."""
    form = WhoForm(request.GET or None)
    context = {"form": form, "hits": [], "elsewhere": False, "query": ""}
    if form.is_bound and form.is_valid():
        context |= _looked_up(request.user, form.cleaned_data["q"])
    return render(request, "candidates/nominate.html", context)


def _looked_up(user, text):
    number, elsewhere = identity.normalise(text), False
    if number.isdigit() and len(number) == identity.LENGTH:
        found, elsewhere = people.look_up_number(number, actor=user)
        prefill = f"number={number}"
    else:
        found = list(Person.objects.visible_to(user).named_like(text).order_by("sort_key")[:HITS])
        prefill = ""
    followed = dict(Candidate.objects.visible_to(user).open().filter(person__in=found).values_list("person_id", "pk"))
    return {
        "hits": [(person, followed.get(person.pk)) for person in found],
        "elsewhere": elsewhere,
        "query": text,
        "prefill": prefill,
    }


@allowed(Ability.NOMINATE)
def newcomer(request):
    """One page for somebody who is not in the system yet."""
    text = request.GET.get("q", "")
    initial = {"identity_number" if text[:1].isdigit() else "full_name": text}
    form = NewcomerForm(request.POST or None, user=request.user, initial=initial)
    return _answered(request, form, _write_newcomer, title=_("Giới thiệu người mới"))


@allowed(Ability.NOMINATE)
def known(request, pk):
    """One page for somebody whom the office knows."""
    person = get_object_or_404(Person.objects.visible_to(request.user), pk=pk)
    form = NominationForm(request.POST or None, user=request.user)

    def write(user, form, **consent):
        return actions.nominate_again(person=person, actor=user, **consent, **form.nomination)

    return _answered(request, form, write, title=_("Giới thiệu %(name)s") % {"name": person}, person=person)


def _write_newcomer(user, form, **consent):
    return actions.nominate_newcomer(
        actor=user, facts=form.facts, work=form.work, member=form.member, **consent, **form.nomination
    )


def _answered(request, form, write, **context):
    if form.is_bound and form.is_valid():
        try:
            candidate = write(request.user, form, told_on=timezone.localdate(), how=CONSENT)
        except actions.Refused as refused:
            form.refuse(refused.findings)
        except people.IdentityTaken:
            form.add_error("identity_number", _("Số này đã có trong hệ thống. Hãy tìm theo số trước khi nhập mới."))
        except actions.AlreadyFollowed:
            form.add_error(None, _("Người này đang được một tổ chức đảng theo dõi, không mở thêm hồ sơ."))
        except NoEdition:
            form.add_error("on", NO_EDITION)
        else:
            messages.success(request, _("Đã giới thiệu %(name)s.") % {"name": candidate.person})
            return redirect("candidates:detail", pk=candidate.pk)
    context |= {"form": form, "back": reverse("candidates:nominate")}
    return render(request, "candidates/nomination.html", context, status=422 if form.is_bound else 200)
