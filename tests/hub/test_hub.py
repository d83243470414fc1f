from small_hubs import case, diagnostics, hub

from hubtool.diagnostics.diagnostic import Severity

LESSON = "  - {{id: {id}, lesson: {id}., kind: worked, said_by: community, {more}}}\n"


def lessons(*entries: tuple[str, str]) -> str:
    return case("lessons:\n" + "".join(LESSON.format(id=id_, more=more) for id_, more in entries))


def test_consent_decides_what_is_in_the_hub() -> None:
    made = hub(
        {
            "cases/agreed.yml": case(),
            "cases/pending.yml": case("consent: {status: pending}"),
            "cases/withdrawn.yml": "consent: {status: withdrawn}\n",
        }
    )
    assert list(made.cases) == ["agreed"]
    assert made.withdrawn == ("withdrawn",)


def test_drafts_are_shown_only_when_asked_for() -> None:
    files = {"cases/pending.yml": case("consent: {status: pending}")}
    assert list(hub(files).cases) == []
    shown = hub(files, drafts=True)
    assert list(shown.cases) == ["pending"]
    assert shown.drafts == {"pending"}


def test_what_the_scope_does_not_name_is_not_published() -> None:
    text = case(
        """
        story: |
          We met.

          > She said this.

          We went on.
        films: [{id: film, title: A film, url: "https://vimeo.com/1"}]
        consent:
          status: agreed
          agreed_by: The committee
          agreed_on: 2026
          scope: [text]
        """
    )
    (only,) = hub({"cases/one.yml": text}).cases.values()
    assert only.films == ()
    assert only.story == "We met.\n\nWe went on."
    assert only.places == ()


def test_links_to_what_is_not_published_are_dropped_with_a_note() -> None:
    files = {
        "cases/one.yml": lessons(("a", "confirms: ['two#b']")),
        "cases/two.yml": lessons(("b", "")).replace("agreed", "pending", 1),
        "collections/path.yml": """
            title: A path
            summary: Two cases.
            convenors: [The editors]
            items:
              - {case: one, note: First.}
              - {case: two, note: Then.}
        """,
    }
    told = diagnostics(files)
    assert [(one.code, one.severity) for one in told if one.code == "H306"] == [
        ("H306", Severity.NOTE),
        ("H306", Severity.NOTE),
    ]
    made = hub(files)
    assert made.ties.seen_in("one#a") == ("one",)
    assert [item.case for item in made.collections["path"].items] == ["one"]


def test_a_lesson_is_seen_in_all_cases_tied_by_confirms() -> None:
    made = hub(
        {
            "cases/one.yml": lessons(("a", "confirms: ['two#b']")),
            "cases/two.yml": lessons(("b", "")),
            "cases/three.yml": lessons(("c", "confirms: ['two#b']"), ("d", "")),
        }
    )
    assert made.ties.seen_in("one#a") == ("one", "three", "two")
    assert made.ties.seen_in("three#d") == ("three",)
    assert [entry.address for entry in made.ties.confirming("two#b")] == ["one#a", "three#c"]


def test_contradictions_are_pairs_told_once_from_either_side() -> None:
    made = hub(
        {
            "cases/one.yml": lessons(("a", "contradicts: ['two#b']")),
            "cases/two.yml": lessons(("b", "contradicts: ['one#a']")),
        }
    )
    assert [(one.address, other.address) for one, other in made.ties.contradictions] == [
        ("one#a", "two#b")
    ]


def test_old_ids_lead_to_the_renamed_record_and_lesson() -> None:
    made = hub(
        {
            "cases/new.yml": lessons(("now", "formerly: [then]")) + "formerly: [old]\n",
            "cases/other.yml": lessons(("x", "confirms: ['old#now', 'new#then']")),
        }
    )
    assert made.moved == {"cases/old/": "cases/new/"}
    assert made.ties.seen_in("other#x") == ("new", "other")


def test_a_lesson_stands_under_its_own_themes_or_else_its_cases() -> None:
    made = hub(
        {
            "cases/one.yml": case(
                """
                themes: [trust, fair-pay]
                lessons:
                  - {id: a, lesson: A., kind: worked, said_by: community, themes: [dissent]}
                  - {id: b, lesson: B., kind: worked, said_by: community}
                """
            )
        }
    )
    assert [entry.address for entry in made.lessons_with("themes", "dissent")] == ["one#a"]
    assert [entry.address for entry in made.lessons_with("themes", "trust")] == ["one#b"]
    assert [one.id for one in made.cases_with("themes", "dissent")] == []


def test_depth_is_derived_and_says_what_is_wanted() -> None:
    made = hub({"cases/one.yml": case()})
    only = made.cases["one"]
    assert made.depth(only) == "snapshot"
    assert made.still_wanted(only) == ("story", "power", "outcome", "tension", "voices")


def test_a_full_case_is_full() -> None:
    text = case(
        """
        story: We walked.
        power: {said_by: together, stages: {question: shared}}
        outcomes: [{what: A rule., kind: practice-policy, said_by: researcher}]
        tensions: [{about: payment, what: Late pay., said_by: community}]
        """
    )
    made = hub({"cases/one.yml": text})
    assert made.depth(made.cases["one"]) == "full"


def test_related_cases_share_what_few_others_have() -> None:
    made = hub(
        {
            "cases/a.yml": case("topics: [water]\nthemes: [trust]"),
            "cases/b.yml": case("topics: [water]\nthemes: [trust]"),
            "cases/c.yml": case("topics: [housing]\nthemes: [trust]"),
        }
    )
    first, *_ = made.related("a")
    assert first.case.id == "b"
    assert first.shared[0] == ("topic", "water")


def test_facets_hold_what_readers_filter_by() -> None:
    text = case(
        """
        dates: 2019/2021
        themes: [fair-pay]
        power: {said_by: together, stages: {question: shared, design: involved}}
        initiated_by: anglers
        tensions: [{about: payment, what: Late pay., said_by: researcher}]
        """
    )
    facets = hub({"cases/one.yml": text}).facets["one"]
    assert facets == {
        "theme": ("fair-pay",),
        "topic": (),
        "method": (),
        "decided": ("question",),
        "initiator": ("community-group",),
        "partner-kind": ("community-group", "university"),
        "country": ("GB",),
        "region": (),
        "year": ("2019", "2020", "2021"),
        "years": ("2010s", "2020s"),
        "voice": ("community", "researcher"),
        "friction": ("payment",),
        "film": (),
        "depth": ("snapshot",),
    }


def test_a_collections_rule_adds_what_matches_and_was_not_chosen() -> None:
    made = hub(
        {
            "cases/a.yml": case("themes: [fair-pay]"),
            "cases/b.yml": case("themes: [fair-pay]"),
            "collections/pay.yml": """
                title: Pay
                summary: On pay.
                convenors: [The editors]
                items: [{case: a, note: First.}]
                rule: {theme: [fair-pay]}
            """,
        }
    )
    assert [one.id for one in made.matching(made.collections["pay"])] == ["b"]


def test_opportunities_leave_after_their_last_day() -> None:
    offer = """
        title: A grant
        kind: funding
        by: A funder
        summary: Money.
        url: https://example.org/grant
        closes: 2026-11-22
    """
    assert list(hub({"opportunities/grant.yml": offer}).opportunities) == []
    later = offer.replace("22", "23")
    assert list(hub({"opportunities/grant.yml": later}).opportunities) == ["grant"]


def test_a_broken_case_does_not_make_links_to_it_dangle() -> None:
    told = diagnostics(
        {
            "cases/one.yml": lessons(("a", "confirms: ['two#b']")),
            "cases/two.yml": "title: [",
        }
    )
    assert {one.path for one in told if one.severity is Severity.ERROR} == {"cases/two.yml"}
