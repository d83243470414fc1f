"""Files of other catalogues, written anew in their shape: few messages, and no words thrown away."""

import pytest
from small_hubs import diagnostics

CONFERENCE = """\
copyright_text: Standard YouTube License
description: Tenants and researchers tell how they measured damp together.
duration: 1834
language: eng
recorded: '2019-05-04'
related_urls:
- label: Slides
  url: https://example.org/slides
speakers:
- Ann Example
- Bo Example
tags:
- housing
- damp
thumbnail_url: https://example.org/a.jpg
title: Measuring damp together
videos:
- type: youtube
  url: https://www.youtube.com/watch?v=AAAAAAAAAAA
"""
AGENCY = """\
---
layout: case-study
permalink: /casestudies/damp-diary/
title: Damp Diary | Measuring together
description: Tenants measured damp.
agency: Housing Agency
project-website: https://example.org
keywords: housing, damp
contact: housing@example.org
last-updated-date: February 2016
image: /assets/damp.jpg
geographic-scope: National
---

<div class="overview">

## Overview

Tenants met every week and measured damp.

</div>
"""
PRACTICE = """\
---
title: Damp walks
subtitle: Walk a house with those who live in it
date: 2019-03-22T10:00:00.000Z
authors:
  - ann-example
tags:
  - discovery
mobiusTag: discovery
whatIs: A walk through a house with its tenants.
whyDo: Because a plan of the house tells half of it.
howTo: |-
  1. Ask the tenants.
  2. Walk.
difficulty: moderate
participants:
  - everyone
timeRequired: 1 hour
resources:
  - link: https://example.org/walk
    linkType: web
jumbotron: /images/damp.jpg
---
"""
SERVICE = """\
slug: damp-helper
name: Damp helper
short_description: Tells landlords where their houses are damp.
full_description: Tenants send what they measured, and landlords get a map.
category: Housing
website: https://example.org/damp
source_code: https://example.org/code
owner: Housing Agency
date: 2020-01-02 10:00:00 -0500
weight: 3
topics:
- housing
authors:
- ann-example
"""


@pytest.mark.parametrize("text", [CONFERENCE, AGENCY, PRACTICE, SERVICE], ids=["conference", "agency", "practice", "service"])  # fmt: skip
def test_a_strangers_file_has_ten_messages_at_most_and_loses_nothing(text: str) -> None:
    told = diagnostics({"cases/one.yml": text})
    hints = [item.hint or "" for item in told]
    assert 0 < len(told) <= 10, "\n".join(f"{item.message}: {item.hint}" for item in told)
    assert [
        hint for hint in hints if hint.startswith("remove") and "link to a page" not in hint
    ] == []
    assert sum("known here" in hint for hint in hints) <= 2  # once for each kind of part
