"""What a page is asked about itself: scripts that run in it, each giving a list of what is wrong."""

# What stands beyond the right edge, but for what has a scroll bar of its own, what can be moved as
# a map can, and what is for screen readers alone.
OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  const scrolled = document.scrollingElement.scrollWidth;
  const found = scrolled > wide ? [`the page is ${scrolled} wide`] : [];
  const fits = (one) => one.matches(".leaflet-container")
    || ["auto", "scroll"].includes(getComputedStyle(one).overflowX)
    || getComputedStyle(one).clipPath !== "none";
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    const right = Math.max(0, ...[...range.getClientRects()].map((one) => one.right));
    let around = words.currentNode.parentElement;
    if (right <= wide + 1 || around.checkVisibility() === false) continue;
    while (around && !fits(around)) around = around.parentElement;
    if (!around) found.push(`${words.currentNode.data.trim().slice(0, 40)} ends at ${right}`);
  }
  return found;
}"""

# Text whose box hides a part of it.
CUT = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const { clipPath, overflowX, overflowY } = getComputedStyle(one);
  const hides = (way) => ["hidden", "clip"].includes(way);
  return one.innerText?.trim() && clipPath === "none" && one.clientHeight > 0
    && (hides(overflowY) && one.scrollHeight > one.clientHeight + 2
      || hides(overflowX) && one.scrollWidth > one.clientWidth + 2);
}).map((one) => one.outerHTML.slice(0, 100))"""

# Words in a column so narrow that they stand there letter by letter.
SQUEEZED = """() => {
  const found = [];
  const words = document.createTreeWalker(document.querySelector("#content"), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { data, parentElement } = words.currentNode;
    const text = data.trim();
    if (text.length < 20 || parentElement.closest("svg") || !parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size;
    if (lines > 4 && text.length / lines < 5) found.push(`${text.slice(0, 40)} on ${lines} lines`);
  }
  return found;
}"""

# The four measures of WCAG 2.2's success criterion 1.4.12; the page's policy lets no style sheet in.
SPACE_TEXT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    + " word-spacing: .16em !important; } p { margin-bottom: 2em !important; }");
  document.adoptedStyleSheets = [sheet];
}"""

HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((one) => one.checkVisibility())
  .map((one) => [Number(one.localName[1]), one.innerText.trim()])"""

NAMELESS = """() => [...document.querySelectorAll("img, svg, video, canvas")].filter((one) => {
  if (one.closest('[aria-hidden="true"]') || !one.checkVisibility()) return false;
  const named = one.getAttribute("aria-label") || one.getAttribute("aria-labelledby");
  if (one.localName === "img") return !one.hasAttribute("alt");
  return !named || one.getAttribute("role") !== "img";
}).map((one) => one.outerHTML.slice(0, 120))"""

# A label in words beside the control, not a name for screen readers alone.
LABELLESS = """() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea")]
  .filter((one) => one.checkVisibility() && ![...one.labels].some((label) => label.innerText.trim()))
  .map((one) => one.outerHTML.slice(0, 120))"""

MOVING = """() => [...document.querySelectorAll("*")].filter((one) =>
  [null, "::before", "::after"].some((part) => {
    const style = getComputedStyle(one, part);
    return style.transitionDuration.split(",").some((time) => parseFloat(time) > 0)
      || style.animationName !== "none" || style.scrollBehavior !== "auto";
  })).map((one) => one.outerHTML.slice(0, 100))"""

# In forced colours a background says nothing: what can be pressed or typed into has an edge.
EDGELESS = """() =>
  [...document.querySelectorAll("a.button, a.chip, .pager a, button, input, select, textarea")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => !["checkbox", "radio"].includes(one.type) && !one.matches(".asked"))
    .filter((one) => ["none", "hidden"].includes(getComputedStyle(one).borderTopStyle))
    .map((one) => one.outerHTML.slice(0, 100))"""

# Numbers all that the Tab key is to stop at, then writes down each stop: which it is, and how much of it
# a reader sees. The focus shows on it, on the card that it covers, or on the label around it.
# Of the buttons of one question only the one that is chosen is a stop.
WATCH_FOCUS = """() => {
  const kinds = "a[href], button, input, select, textarea, summary, iframe, audio[controls],"
    + " video[controls], [tabindex]";
  const found = [...document.querySelectorAll(kinds)].filter((one) =>
    one.tabIndex >= 0 && !one.disabled && !one.closest("[inert]")
    && !(one.type === "radio" && !one.checked)
    && one.checkVisibility({ visibilityProperty: true }));
  found.forEach((one, number) => one.setAttribute("data-stop", number));
  const isOutlined = (part, pseudo) => {
    const { content, outlineStyle, outlineWidth } = getComputedStyle(part, pseudo);
    return content !== "none" && outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const shares = [.1, .5, .9];
  window.stops = [];
  addEventListener("focusin", ({ target }) => {
    const label = target.closest("label") ?? target;
    const onCard = isOutlined(target, "::after") ? target.closest(".card") : null;
    const part = onCard ?? (isOutlined(target) || !isOutlined(label) ? target : label);
    const points = [...part.getClientRects()].flatMap((box) => shares.flatMap((x) => shares.map((y) =>
      document.elementFromPoint(box.left + x * box.width, box.top + y * box.height))));
    stops.push({
      number: Number(target.dataset.stop ?? -1),
      html: target.outerHTML.slice(0, 120),
      outlined: Boolean(onCard) || isOutlined(part) || isOutlined(target, "::after"),
      shown: points.filter((top) => top && (part.contains(top) || label.contains(top))).length
        / points.length,
    });
  });
  return found.length;
}"""

# Keeps count of what moves by itself while a page is drawn and wakes; to be there before the page.
WATCH_SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    const what = sources.map(({ node }) => (node?.outerHTML ?? node?.data ?? "").slice(0, 80));
    if (!hadRecentInput) window.shifts.push([value, what]);
  }
}).observe({ type: "layout-shift", buffered: true });"""

# What can be read, but for what only scripts can do and is marked so.
SAID = """() => {
  const found = new Set();
  const words = document.createTreeWalker(document.querySelector("#content"), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { data, parentElement } = words.currentNode;
    const said = data.trim().replace(/\\s+/g, " ");
    if (said && !parentElement.closest(".script-only, .atlas, noscript, [data-form]")
      && parentElement.checkVisibility({ visibilityProperty: true })) found.add(said);
  }
  return [...found];
}"""

# What stands there to be used, with the address its form leads to.
CONTROLS = """() => [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea,"
  + " audio, video, iframe, [role=button], [role=combobox], [aria-expanded]")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => ({
    html: one.outerHTML.slice(0, 120),
    does: one.hasAttribute("popovertarget") ? "popover"
    : one.form?.hasAttribute("action") ? one.form.action : (one.closest("form[class], [data-form], figure")?.className ?? ""),
  }))"""
