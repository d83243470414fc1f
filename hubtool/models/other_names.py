"""What other catalogues and other people call the fields of our records."""

from collections.abc import Mapping

OTHER_NAMES: Mapping[str, str] = {
    "title": "name headline heading label project_title case_title title_en display_name",
    "name": "title organisation organization organisation_name label partner funder place who "
    "location author full_name city town",
    "summary": "description abstract excerpt intro introduction overview synopsis blurb teaser "
    "short_description subtitle tagline standfirst deck lede",
    "story": "body content text article narrative markdown background details full_text about "
    "long_description description html post case_study notes note comments context",
    "why": "introduction intro description body content text about story",
    "places": "location locations place country countries city cities region address where geo "
    "coordinates coordinate latitude longitude lat lon lng area setting venue geography town",
    "dates": "date start start_date end end_date year years when period duration time "
    "timeframe started finished event_date date_start date_end temporal",
    "topics": "tags tag keywords keyword category categories subject subjects discipline fields "
    "topic sector sectors type types research_area",
    "themes": "theme",
    "methods": "method methodology methodologies approach approaches technique techniques",
    "partners": "partner organisation organization organisations organizations institution "
    "institutions university universities partnership collaborators collaborator community "
    "communities team owner participants stakeholders agency agencies host lead members",
    "funders": "funder funding funded_by sponsor sponsors grant grants funding_source",
    "credits": "author authors creator creators contributor contributors speaker speakers "
    "presenter presenters byline writer writers editor editors acknowledgements "
    "acknowledgments people principal_investigator investigators",
    "films": "film video videos youtube vimeo media recording recordings video_url embed movie "
    "youtube_url vimeo_url audio podcast",
    "images": "image photo photos picture pictures thumbnail thumbnail_url cover banner hero "
    "gallery feature_image featured_image hero_image cover_image header_image banner_image "
    "main_image lead_image image_url logo illustration figure figures",
    "resources": "resource download downloads attachment attachments file files toolkit tools "
    "materials outputs output products documents",
    "sources": "source url website link links reference references bibliography citation "
    "citations doi publication publications homepage related_urls uri source_url see_also "
    "web web_site further_reading external_link project_url identifier",
    "lessons": "lesson learning learnings lessons_learned lessons_learnt insight insights "
    "takeaway takeaways key_takeaways recommendations recommendation advice tips "
    "what_we_learned reflections",
    "outcomes": "outcome result results impact impacts benefit benefits findings evaluation "
    "achievements change changes",
    "tensions": "tension challenge challenges barrier barriers problem problems conflict "
    "conflicts difficulties obstacles limitations",
    "timeline": "history milestones events process steps chronology",
    "investment": "budget cost costs amount award money total_cost grant_amount award_amount "
    "total_budget value resources_needed",
    "connect": "contact contacts email e_mail contact_email contact_url get_involved twitter "
    "mailing_list contact_person",
    "licence": "license copyright rights copyright_text terms license_url licence_url",
    "language": "lang locale languages inlanguage language_code",
    "consent": "permission permissions approval ethics agreement consented",
    "record": "last_updated updated last_modified modified created date_added date_published "
    "published last_updated_date reviewed date_modified recorded published_date pubdate",
    "project": "project_name acronym programme program initiative",
    "sdgs": "sdg goals sustainable_development_goals",
    "url": "link href website address video src web homepage youtube vimeo uri page site",
    "file": "path src image filename photo url",
    "alt": "caption description alt_text title text",
    "credit": "photographer author by copyright source creator",
    "lesson": "text description title what name insight learning statement summary",
    "what": "description text event title summary name content moment",
    "when": "date year on time period",
    "kind": "type category sort",
    "said_by": "voice by who speaker whose said author view",
    "because": "reason why evidence_text explanation",
    "role": "description task responsibility",
    "roles": "role",
    "country": "country_code nation state",
    "lat": "latitude",
    "lon": "longitude lng long",
    "status": "agreed given state",
    "agreed_by": "by who given_by",
    "agreed_on": "on date when given_on",
    "contact_url": "url website email link page contact",
    "published": "date year released",
    "year": "date published",
    "publisher": "journal organisation source",
    "duration": "length time runtime",
    "items": "cases entries list contents records",
    "note": "comment description text reason",
    "convenors": "author authors curator curators editor editors by",
    "by": "organisation organization provider author host who",
    "closes": "deadline until end end_date close",
    "opens": "start start_date open from",
    "starts": "date start start_date event_date",
    "low": "amount min minimum from value total",
    "high": "max maximum to",
    "definition": "description meaning text",
    "label": "name title",
}
"""The other names of each key, whatever part of a record it belongs to."""

_STEERING = (
    "layout permalink slug template draft weight nav_order menu redirect_from redirect_to featured "
    "sidebar toc hide sort_order css uid guid aliases index robots comments_on pinned sticky order "
    "parent has_children nav_exclude render cascade outputs_to js sitemap lastmod eleventynavigation "
    "collection_id body_class page_class classes schema_version version"
)
_AROUND = " \t'\"\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}*“”„‘’«»"
"""What word processors and Markdown put around a key."""

PAGE_KEYS = frozenset(_STEERING.split())
"""Keys that steer how another program makes its pages: they say nothing about the work."""


def plain_key(key: str) -> str:
    """Return *key* as the names here are written: small letters, and `_` between words."""
    return "_".join(key.lower().replace("-", " ").replace("_", " ").strip(_AROUND).split())


def meanings(key: str) -> tuple[str, ...]:
    """Return our keys that others call *key*, the likeliest first."""
    name = plain_key(key)
    return tuple(ours for ours, names in _SPLIT.items() if name in names)


_SPLIT = {ours: frozenset(names.split()) for ours, names in OTHER_NAMES.items()}
