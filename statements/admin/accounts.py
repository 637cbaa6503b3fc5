"""People and locks: whoever manages accounts can give nobody more than they have themselves."""

from typing import Any

from axes.admin import AccessAttemptAdmin, AccessFailureLogAdmin, AccessLogAdmin
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import QuerySet
from django.http import HttpRequest

from sources.admin.lists import SafeListAdmin

OWN_POWERS = ("is_superuser", "user_permissions")

for model in (User, Group, AccessAttempt, AccessLog, AccessFailureLog):
    admin.site.unregister(model)


@admin.register(User)
class AccountAdmin(SafeListAdmin, UserAdmin):
    """People get their powers from groups; single ones are for superusers to give."""

    list_display = ["username", "first_name", "last_name", "email", "is_active", "last_login"]
    list_filter = ["groups", "is_active", "is_staff"]

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        if _is_super(request):
            return fieldsets
        return [
            (name, {**options, "fields": [f for f in options["fields"] if f not in OWN_POWERS]})
            for name, options in fieldsets
        ]

    def formfield_for_manytomany(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "groups":
            kwargs["queryset"] = groups_within_reach(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and _within_reach(request.user, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _within_reach(request.user, obj)


def groups_within_reach(user: Any) -> QuerySet[Group]:
    """The groups that allow nothing which this person may not do."""
    if user.is_superuser:
        return Group.objects.all()
    codes = {code.partition(".")[::2] for code in user.get_all_permissions()}
    beyond = [
        pk
        for pk, app, code in Permission.objects.values_list(
            "pk", "content_type__app_label", "codename"
        )
        if (app, code) not in codes
    ]
    return Group.objects.exclude(permissions__in=beyond)


def _within_reach(user: Any, other: User | None) -> bool:
    """Whether taking over the account of the other would give this person nothing new."""
    if other is None or user.is_superuser:
        return True
    held = other.get_all_permissions() if other.is_active else _if_active(other)
    return not other.is_superuser and held <= user.get_all_permissions()


def _if_active(other: User) -> set[str]:
    """What an account that is switched off could do if it were switched on."""
    twin = User(pk=other.pk, is_active=True, is_superuser=other.is_superuser)
    return twin.get_all_permissions()


def _is_super(request: HttpRequest) -> bool:
    return request.user.is_active and bool(getattr(request.user, "is_superuser", False))


@admin.register(Group)
class SafeGroupAdmin(SafeListAdmin, GroupAdmin):
    pass


@admin.register(AccessAttempt)
class SafeAttemptAdmin(SafeListAdmin, AccessAttemptAdmin):
    pass


@admin.register(AccessLog)
class SafeLogAdmin(SafeListAdmin, AccessLogAdmin):
    pass


@admin.register(AccessFailureLog)
class SafeFailureAdmin(SafeListAdmin, AccessFailureLogAdmin):
    pass
