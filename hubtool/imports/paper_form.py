"""The form on paper: a page of HTML to be printed, with lines to write on."""

from jinja2 import Environment, PackageLoader

from hubtool.imports.form_fields import FormParts

_MOST_OPTIONS = 12
"""As many words to choose from stand beside the question; of more there is a list at the end."""


def paper_form(form: FormParts, hub_name: str, language: str) -> bytes:
    """Return the page, whole in itself: it asks nobody for anything."""
    environment = Environment(loader=PackageLoader("hubtool"), autoescape=True, trim_blocks=True)
    template = environment.get_template("exports/paper_form.html")
    lists = {
        field.options: field.label for field in form.fields if len(field.options) > _MOST_OPTIONS
    }
    page = template.render(
        form=form,
        t=form.words,
        hub_name=hub_name,
        language=language,
        most=_MOST_OPTIONS,
        lists=[(label, options) for options, label in lists.items()],
    )
    return page.encode()
