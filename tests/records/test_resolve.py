from small_hubs import case, diagnostics, hub


def told(more: str) -> list[tuple[str, str, str | None]]:
    return [(one.code, one.message, one.hint) for one in diagnostics({"cases/one.yml": case(more)})]


def test_a_label_or_synonym_is_taken_for_its_id_with_a_note() -> None:
    made = hub({"cases/one.yml": case("themes: [Paying people fairly, tokenism]")})
    assert made.cases["one"].themes == ("fair-pay", "coproduction-or-involvement")
    assert told("themes: [Honoraria]") == [
        ("H204", "`Honoraria` is read as `fair-pay`", "write `fair-pay`")
    ]


def test_an_unknown_term_suggests_the_nearest() -> None:
    assert told("themes: [trusst]") == [
        (
            "H203",
            "`trusst` is not in the vocabulary of themes",
            "did you mean `trust` (Building and mending trust)?",
        )
    ]


def test_a_heading_is_no_term_and_names_its_terms() -> None:
    ((code, message, hint),) = told("themes: [t-relationships]")
    assert (code, message) == ("H228", "`t-relationships` is a heading, not a term")
    assert hint == "choose one of its terms: `before-the-question`, `trust`, `staying-and-ending`"


def test_stages_are_resolved_as_keys_and_throughout_is_for_lessons() -> None:
    power = "power: {said_by: together, stages: {Choosing the question: Decided together}}"
    made = hub({"cases/one.yml": case(power)})
    assert made.cases["one"].power is not None
    assert made.cases["one"].power.stages["question"].level == "shared"
    ((code, message, _),) = told("power: {said_by: together, stages: {throughout: shared}}")
    assert (code, message) == ("H203", "`throughout` is for lessons only")


def test_several_faults_of_shape_and_of_words_are_told_in_one_run() -> None:
    codes = [code for code, *_ in told("themes: [trusst]\ndates: 2O19\nstorry: We met.")]
    assert codes == ["H203", "H207", "H202"]
