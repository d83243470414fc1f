"""`hubtool schema`: writes the JSON Schemas that editors complete and check from."""

import json
from datetime import date

import click

from hubtool.cli._shared import Start


@click.command("schema")
@click.pass_obj
def command(start: Start) -> None:
    """Write JSON Schemas for editors to .hubtool/schema/."""
    from hubtool import files, load  # noqa: PLC0415  # slow: pydantic, vocabularies
    from hubtool.records import json_schema as jsonschema  # noqa: PLC0415  # slow: pydantic, vocabularies

    root = start.root()
    records, _ = load.read(files.sources(root), today=date.min)
    schemas = jsonschema.schemas(records.lexicon)
    folder = files.own_folder(root, f"{files.WORK_FOLDER}/schema")
    files.write(
        folder,
        {
            f"{name}.json": f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode()
            for name, schema in schemas.items()
        },
    )
    click.echo(f"{len(schemas)} schemas in {folder.relative_to(root)}/")
