from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class User(AbstractBaseUser):
    username = models.CharField(max_length=150, unique=True)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[BaseUserManager] = BaseUserManager()

    USERNAME_FIELD = "username"

    def __str__(self) -> str:
        return self.username
