import pytest
from small_hubs import case, hub

from hubtool.pages.view import View
from hubtool.site.frame import frame


def framed(template: str, settings: str = "site_name: A hub\nextra: {hub: {schema: 1}}\n") -> str:
    view = View(hub({"cases/river-walks.yml": case()}, settings=settings))
    return frame(view, {"page.html": template.encode()})["page.html"].decode()


def test_words_are_set_in_and_what_the_engine_reads_stays() -> None:
    made = framed('{% if nav %}<b>[[ t("frame.cases") ]]</b>{{ page.title }}{% endif %}')
    assert made == "{% if nav %}<b>Cases</b>{{ page.title }}{% endif %}"


def test_a_link_in_a_sentence_is_one() -> None:
    made = framed('[[ t("frame.slash", key=link("cases/", "frame.cases")) ]]')
    assert made == 'Press <a href="{{ root }}cases/">Cases</a> anywhere to search'


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("{{ 7 * 7 }} {% x %} {# y #}", "&#123;&#123; 7 * 7 }} &#123;% x %} &#123;# y #}"),
        ('<b>A & "B"', "&lt;b&gt;A &amp; &#34;B&#34;"),
        ("[[ name ]] [% x %]", "[[ name ]] [% x %]"),
    ],
)
def test_the_name_of_a_hub_is_text_in_the_frame(name: str, written: str) -> None:
    settings = f"site_name: '{name}'\nextra: {{hub: {{schema: 1}}}}\n"
    assert framed("[[ name ]]", settings) == written


@pytest.mark.parametrize("tag", ["en-GB", "cy", "ar"])
def test_a_page_has_the_language_of_its_words_whatever_the_hub_asked_for(tag: str) -> None:
    settings = f"site_name: A hub\nextra: {{hub: {{schema: 1, language: {tag}}}}}\n"
    assert framed("[[ language ]] [[ direction ]]", settings) == "en-GB ltr"
