"""The issue form of GitHub that asks for a case, made from the same questions as every other form."""

from typing import Any

import yaml

from hubtool.imports.form_fields import FormField, FormParts

HEAD = "# Made by `hubtool form`: a change by hand is lost.\n"


def issue_template(form: FormParts) -> bytes:
    """Return the file for `.github/ISSUE_TEMPLATE/`."""
    t = form.words
    body: list[dict[str, Any]] = [
        {"type": "markdown", "attributes": {"value": t("imports.template.lede")}}
    ]
    for title, fields in form.parts:
        body.append({"type": "markdown", "attributes": {"value": f"## {title}"}})
        body += [_question(field) for field in fields]
    data = {
        "name": t("imports.template.name"),
        "description": t("imports.template.about"),
        "title": t("imports.template.title"),
        "body": body,
    }
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=110)
    return f"{HEAD}{text}".encode()


def _question(field: FormField) -> dict[str, Any]:
    kind = "dropdown" if field.options else "textarea" if _has_lines(field) else "input"
    attributes: dict[str, Any] = {"label": field.label, "description": field.hint}
    if field.options:
        attributes |= {"multiple": field.is_list, "options": [*field.options]}
    return {
        "type": kind,
        "id": field.name.replace(".", "-").replace("_", "-"),
        "attributes": attributes,
        **({"validations": {"required": True}} if field.is_needed else {}),
    }


def _has_lines(field: FormField) -> bool:
    return field.is_long or field.is_list
