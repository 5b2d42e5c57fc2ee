from tests.access import ACCOUNTS, OFFICES, row


def of_secretary(cast):
    return {"pk": cast.secretary.pk}


def office_of_secretary(cast):
    return {"pk": cast.secretary.acting.pk}


def new_account(cast):
    return {
        "username": "nguoi-moi",
        "full_name": "Người Mới",
        "role": "leader",
        "organization": cast.root.pk,
        "from_on": "01/06/2025",
    }


ROWS = {
    "accounts:sign_in": row(public=True),
    "accounts:sign_out": row(opens=ACCOUNTS, method="post", status=302),
    "accounts:change_password": row(opens=ACCOUNTS),
    "accounts:theme": row(opens=ACCOUNTS, method="post", status=302, data=lambda cast: {"theme": "dark"}),
    "accounts:language": row(public=True, method="post", status=302, data=lambda cast: {"language": "en"}),
    "accounts:data_notice": row(public=True),
    # 404: nobody of the cast holds the secretary's office but himself.
    "accounts:office": row(
        opens="secretary",
        hidden=OFFICES,
        method="post",
        status=302,
        data=lambda cast: {"office": cast.secretary.acting.pk},
    ),
    "accounts:users": row(opens="admin"),
    "accounts:create": row(opens="admin", method="post", data=new_account),
    "accounts:user": row(opens="admin", kwargs=of_secretary),
    "accounts:assign": row(
        opens="admin",
        method="post",
        status=302,
        kwargs=of_secretary,
        data=lambda cast: {"role": "leader", "organization": cast.root.pk, "from_on": "01/06/2025"},
    ),
    "accounts:reset_password": row(opens="admin", method="post", kwargs=of_secretary),
    "accounts:deactivate": row(opens="admin", method="post", status=302, kwargs=of_secretary),
    "accounts:reactivate": row(opens="admin", method="post", status=302, kwargs=of_secretary),
    "accounts:end_assignment": row(
        opens="admin", method="post", status=302, kwargs=office_of_secretary, data=lambda cast: {"to_on": "01/06/2025"}
    ),
}
