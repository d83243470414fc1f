"""The form on paper: a page of HTML to be printed, with lines to write on."""

from jinja2 import Environment, PackageLoader

from hubtool.imports.form_fields import FormParts


def paper_form(form: FormParts, hub_name: str, language: str) -> bytes:
    """Return the page, whole in itself: it asks nobody for anything."""
    environment = Environment(loader=PackageLoader("hubtool"), autoescape=True, trim_blocks=True)
    template = environment.get_template("exports/paper_form.html")
    page = template.render(
        form=form,
        t=form.words,
        hub_name=hub_name,
        language=language,
    )
    return page.encode()
