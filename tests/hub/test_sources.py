"""Sources that a claim names come first and are numbered; the others are further reading."""

from reading import Reading
from small_hubs import case, hub

from hubtool.pages import page_at

SOURCES = """
story: The council says so [@policy].
outcomes:
  - {what: It inspects., kind: practice-policy, said_by: community, sources: [diary]}
sources:
  - {id: aside, title: An aside}
  - {id: policy, title: The policy}
  - {id: diary, title: The diary}
"""


def test_sources_that_no_claim_names_are_further_reading() -> None:
    page = page_at(hub({"cases/one.yml": case(SOURCES)}), "cases/one/")
    assert page is not None
    text = page.body
    order = [
        text.index(title) for title in ("The policy</cite>", "The diary</cite>", "An aside</cite>")
    ]
    assert order == sorted(order)
    assert text.index("Further reading") < order[2]
    links = {
        link.text: link.attributes["href"] for link in Reading(text).all("a") if link.text.isdigit()
    }
    assert links["1"] == "#source-policy"


def test_where_nothing_is_cited_all_sources_stand_together() -> None:
    more = "sources: [{id: one, title: One}, {id: two, title: Two}]"
    page = page_at(hub({"cases/one.yml": case(more)}), "cases/one/")
    assert page is not None
    assert "Further reading" not in page.body
