"""The person who signs in: who he is, not what he may do (that is an office, see organizations)."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    def create_user(self, username, password=None, **fields):
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username):
        """Signing in does not mind capitals."""
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    username = models.CharField(
        _("Tên đăng nhập"),
        max_length=60,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9._-]+$",
                _("Chỉ dùng chữ thường không dấu, số, dấu chấm, gạch ngang."),
            )
        ],
    )
    full_name = models.CharField(_("Họ và tên"), max_length=120)
    position = models.CharField(_("Chức danh"), max_length=160, blank=True)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    is_active = models.BooleanField(_("Đang dùng"), default=True)
    is_demo = models.BooleanField(default=False, editable=False)
    must_change_password = models.BooleanField(_("Phải đổi mật khẩu"), default=True)
    preferences = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    # The office the person acts in, set by organizations for the length of a request.
    acting: Any

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        ordering = ["username"]
        verbose_name = _("tài khoản")
        verbose_name_plural = _("tài khoản")
        constraints = [
            # With the unique name, no two accounts differ by capitals alone.
            models.CheckConstraint(
                condition=models.Q(username=models.functions.Lower("username")), name="username_is_lower_case"
            )
        ]

    def __str__(self):
        return self.full_name or self.username

    def get_full_name(self):
        return self.full_name

    def get_short_name(self):
        return self.full_name.rsplit(" ", 1)[-1]
