"""Facts from JSON: every key known, every value of its type, or an error that names the place."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from candidates.dossier.facts import Dossier
from candidates.dossier.parts import Paper
from candidates.papers_register import form_named
from people import dates


class BadFacts(ValueError):
    """A key or value that is not understood; `path` names the place, as in person.born_on."""

    def __init__(self, path: str, message: str):
        self.path = path
        self.message = message
        super().__init__(f"{path}: {message}" if path else message)


def from_json(facts: object) -> Dossier:
    """A dossier from parsed JSON (docs/assess.md). Raises BadFacts."""
    return read_part(Dossier, facts, "")


def read_part(kind: Any, value: object, path: str) -> Any:
    """One part of a dossier, a dataclass of its own, from parsed JSON. Raises BadFacts."""
    if not isinstance(value, dict):
        raise BadFacts(path, _("phải là một đối tượng {…}"))
    hints = get_type_hints(kind)
    known = {field.name for field in fields(kind)}
    for key in value:
        if key not in known:
            raise BadFacts(
                _join(path, key), _("không có khóa này; các khóa: %(keys)s") % {"keys": ", ".join(sorted(known))}
            )
    try:
        return kind(**{key: _value(hints[key], given, _join(path, key)) for key, given in value.items()})
    except TypeError as missing:
        raise BadFacts(path, _("thiếu khóa bắt buộc (%(missing)s)") % {"missing": missing}) from missing


def read_day(text: object, path: str) -> date:
    """A whole date, 2023-05-25 or 25/05/2023. Raises BadFacts."""
    partial = _partial_date(text, path)
    if partial.precision != dates.DAY:
        raise BadFacts(path, _("thiếu ngày hoặc tháng: %(text)s") % {"text": text})
    return partial.date


def _partial_date(text: object, path: str) -> dates.PartialDate:
    if not isinstance(text, str):
        raise BadFacts(path, _('ngày phải viết trong ngoặc kép, ví dụ "2023-05-25"'))
    try:
        partial = dates.parse(text)
    except dates.ImpossibleDate as impossible:
        raise BadFacts(path, str(impossible)) from impossible
    if partial is None:
        raise BadFacts(path, _("ngày để trống"))
    return partial


def _value(hint: Any, value: object, path: str) -> Any:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return None if value is None else _value(_without_none(hint), value, path)
    if origin is Literal:
        return _one_of(get_args(hint), value, path)
    if origin is tuple:
        return _sequence(get_args(hint)[0], value, path)
    if origin is Mapping:
        key_hint, value_hint = get_args(hint)
        return _mapping(key_hint, value_hint, value, path)
    if hint in READERS:
        return READERS[hint](value, path)
    if is_dataclass(hint):
        return read_part(hint, value, path)
    if issubclass(hint, Enum):
        return hint(_one_of([member.value for member in hint], value, path))
    # bool is an int in Python, not in a statement of facts.
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise BadFacts(path, _("phải là %(kind)s, không phải %(value)r") % {"kind": KINDS[hint], "value": value})
    return value


READERS: dict[Any, Any] = {date: read_day, dates.PartialDate: _partial_date}
KINDS: dict[Any, Any] = {
    bool: gettext_lazy("true hoặc false"),
    int: gettext_lazy("số nguyên"),
    str: gettext_lazy("chuỗi"),
}


def _without_none(hint: Any) -> Any:
    return next(part for part in get_args(hint) if part is not NoneType)


def _one_of(values: Any, value: object, path: str) -> Any:
    if value not in values or isinstance(value, bool):
        listed = ", ".join(str(each) for each in values if each != "")
        raise BadFacts(path, _("%(value)r không phải một trong: %(values)s") % {"value": value, "values": listed})
    return value


def _sequence(hint: Any, value: object, path: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise BadFacts(path, _("phải là một danh sách […]"))
    return tuple(_value(hint, each, f"{path}[{number}]") for number, each in enumerate(value))


def _mapping(key_hint: Any, hint: Any, value: object, path: str) -> dict[Any, Any]:
    if not isinstance(value, dict):
        raise BadFacts(path, _("phải là một đối tượng {…}"))
    if hint == tuple[Paper, ...]:
        return {_form(key, path): _papers(given, _join(path, key)) for key, given in value.items()}
    return {
        _value(key_hint, key, _join(path, key)): _value(hint, given, _join(path, key)) for key, given in value.items()
    }


def _form(name: str, path: str) -> str:
    try:
        return form_named(name).code
    except KeyError as unknown:
        raise BadFacts(_join(path, name), _("không có mẫu giấy tờ này")) from unknown


def _papers(value: object, path: str) -> tuple[Paper, ...]:
    """A date, a paper, or a list of them."""
    given = value if isinstance(value, list) else [value]
    return tuple(
        Paper(read_day(each, path)) if isinstance(each, str) else read_part(Paper, each, path) for each in given
    )


def _join(path: str, key: str) -> str:
    return f"{path}.{key}" if path else str(key)
