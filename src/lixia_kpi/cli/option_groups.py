"""Options that commands share, declared once as a frozen dataclass.

A command takes whole groups as parameters; typer is shown their fields as options of the command.
"""

from __future__ import annotations

from copy import copy
from dataclasses import fields, is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable


def spread(command: Callable[..., int]) -> Callable[..., int]:
    """Give a function with the options of the groups as its parameters, which calls `command` with the groups.

    Every field of a group is `Annotated` with its typer option and has a default. The name of the group goes with
    each option, so that the help lists them under one heading.
    """
    groups: dict[str, tuple[type, list[str]]] = {}
    parameters: list[Parameter] = []
    hints = get_type_hints(command, include_extras=True)
    for name in signature(command).parameters:
        if is_dataclass(group := hints[name]) and isinstance(group, type):
            own = get_type_hints(group, include_extras=True)
            groups[name] = (group, [field.name for field in fields(group)])
            parameters += [_option(field.name, own[field.name], field.default, group) for field in fields(group)]
        else:
            default = signature(command).parameters[name].default
            parameters.append(Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=hints[name]))

    @wraps(command)
    def with_groups(**values: Any) -> int:
        for name, (group, names) in groups.items():
            values[name] = group(**{own: values.pop(own) for own in names})
        return command(**values)

    vars(with_groups).pop("__wrapped__")
    vars(with_groups)["__signature__"] = Signature(parameters)
    with_groups.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return with_groups


def _option(name: str, hint: Any, default: Any, group: type) -> Parameter:
    declared = copy(hint.__metadata__[0])
    declared.rich_help_panel = group.__name__
    annotation = Annotated[hint.__origin__, declared]
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
