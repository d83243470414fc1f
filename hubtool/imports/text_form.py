"""The form as text: a heading above each answer, as GitHub writes the body of an issue."""

from hubtool.imports.form_fields import FormField, FormParts


def text_form(form: FormParts) -> bytes:
    """Return the empty form as text, to be filled in and sent by e-mail."""
    parts = [form.words("imports.form.title"), form.words("imports.form.lede")]
    for title, fields in form.parts:
        parts += [f"## {title}", *map(_question, fields)]
    return ("\n\n".join(parts) + "\n").encode()


def _question(field: FormField) -> str:
    lines = [f"### {field.label}", f"> {field.hint}"]
    return "\n".join([*lines, *(f"> {option}" for option in field.options), "", ""])
