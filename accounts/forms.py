"""Signing in and changing one's own password."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """One message for an unknown name, a wrong password and a closed account: nobody learns which names exist."""

    error_messages = {
        "invalid_login": _("Tên đăng nhập hoặc mật khẩu không đúng. Quên mật khẩu thì liên hệ quản trị hệ thống."),
        "inactive": _("Tên đăng nhập hoặc mật khẩu không đúng. Quên mật khẩu thì liên hệ quản trị hệ thống."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Mật khẩu")
        self.fields["username"].widget.attrs |= {"spellcheck": "false"}


class PasswordForm(PasswordChangeForm):
    """The old password, and the new one twice. The new one must differ: a one-time password is not kept."""

    error_messages = PasswordChangeForm.error_messages | {
        "password_incorrect": _("Mật khẩu hiện tại không đúng."),
        "password_mismatch": _("Hai lần nhập mật khẩu mới không giống nhau."),
        "same_password": _("Mật khẩu mới phải khác mật khẩu hiện tại."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Mật khẩu hiện tại")
        self.fields["new_password1"].label = _("Mật khẩu mới")
        self.fields["new_password2"].label = _("Nhập lại mật khẩu mới")

    def clean_new_password1(self):
        password = self.cleaned_data.get("new_password1")
        if password and self.user.check_password(password):
            raise forms.ValidationError(self.error_messages["same_password"], code="same_password")
        return password
