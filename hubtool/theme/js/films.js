// Films: nothing is asked of a host before the click; then a player, and beside it what is said, line by line.

import { openPlayer } from "./players.js";

/**
 * @typedef {import("./players.js").Player} Player
 * @typedef {{ start: (second: number) => void }} Card what the rest of the page may ask of a film
 */

/** @type {WeakMap<Element, Card>} */
const cards = new WeakMap();

/**
 * @param {number} second
 * @returns {string} `1:23`
 */
function clock(second) {
  const whole = Math.floor(second);
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const end = String(seconds).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${end}` : `${minutes}:${end}`;
}

/**
 * @param {ParentNode} parent
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
const part = (parent, selector) => parent.querySelector(selector);

/** @param {HTMLElement} card */
function attachFilm(card) {
  const { film: kind = "", player: address, title = "" } = card.dataset;
  const screen = part(card, "[data-screen]");
  const offer = part(card, "[data-offer]");
  const button = part(card, "[data-play]");
  const playing = part(card, "[data-playing]");
  const words = part(card, "[data-words]");
  const poster = [...(screen?.childNodes ?? [])];
  /** @type {Player | null} */
  let player = null;
  let start = Number(card.dataset.start ?? 0);
  const transcript = words ? attachTranscript(words, (second) => goTo(second, { isLine: true })) : null;

  function play() {
    if (!screen || !address) return;
    const captions = [...card.querySelectorAll("[data-track]")].map((one) => {
      const { track = "", tag = "", name = "" } = /** @type {HTMLElement} */ (one).dataset;
      return { address: track, tag, name };
    });
    player = openPlayer({ kind, address, title, start, captions }, screen, {
      time: (second) => transcript?.follow(second),
      failed,
    });
    show(true);
    player.element.focus();
  }

  function close() {
    player?.close();
    player = null;
    screen?.replaceChildren(...poster);
    show(false);
    button?.focus();
  }

  function failed() {
    close();
    const place = part(card, "[data-failed]");
    if (place) place.textContent = place.dataset.says ?? "";
  }

  /** @param {boolean} isPlaying */
  function show(isPlaying) {
    card.classList.toggle("is-playing", isPlaying);
    if (offer) offer.hidden = isPlaying;
    if (playing) playing.hidden = !isPlaying;
    const place = part(card, "[data-failed]");
    if (place) place.textContent = "";
  }

  /**
   * Goes to a moment of the film; a film that is not playing waits there for the click.
   * @param {number} second
   * @param {{ isLine?: boolean }} [from] whether a line of the transcript was chosen
   */
  function goTo(second, { isLine = false } = {}) {
    start = second;
    const label = part(card, "[data-label]");
    if (label) label.textContent = (label.dataset.from ?? "").replace("{at}", clock(second));
    transcript?.follow(second, { isChosen: true });
    if (isLine) history.replaceState(null, "", `?t=${Math.floor(second)}#${card.id}`);
    if (player) player.seek(second);
    else button?.focus({ preventScroll: isLine });
  }

  if (address && offer && button) {
    button.addEventListener("click", play);
    part(card, "[data-close]")?.addEventListener("click", close);
  }
  cards.set(card, { start: goTo });
}

/**
 * @param {HTMLElement} place
 * @param {(second: number) => void} choose
 */
function attachTranscript(place, choose) {
  const tracks = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-track]")]);
  const select = place.querySelector("select");
  const follower = part(place, "[data-follow]");
  let shown = tracks[0];
  let isFollowing = true;
  let last = -1;
  /** @type {HTMLAnchorElement | null} */
  let current = null;

  const lines = () => /** @type {HTMLAnchorElement[]} */ ([...(shown?.querySelectorAll("[data-at]") ?? [])]);

  /** @param {HTMLAnchorElement | undefined} line the one that the Tab key reaches */
  function reach(line) {
    for (const one of lines()) one.tabIndex = one === line ? 0 : -1;
  }

  /** @param {boolean} isOn */
  function setFollowing(isOn) {
    isFollowing = isOn;
    if (follower) follower.hidden = isOn || last < 0;
    if (isOn) scroll();
  }

  function scroll() {
    if (!current || !shown) return;
    // Not `scrollIntoView`: it would move the page, too.
    const far = current.getBoundingClientRect().top - shown.getBoundingClientRect().top;
    shown.scrollTop += far - shown.clientHeight / 3;
  }

  /**
   * @param {number} second
   * @param {{ isChosen?: boolean }} [how] whether a reader went there
   */
  function follow(second, { isChosen = false } = {}) {
    last = second;
    const line = lines().reverse().find((one) => Number(one.dataset.at) <= second + 0.05) ?? null;
    if (isChosen) setFollowing(true);
    if (line === current) return;
    current?.removeAttribute("aria-current");
    current = line;
    if (!line) return;
    line.setAttribute("aria-current", "true");
    if (isFollowing) {
      if (!place.contains(document.activeElement)) reach(line);
      scroll();
    }
  }

  function showTrack() {
    current?.removeAttribute("aria-current");
    current = null;
    shown = tracks[Number(select?.value ?? 0)];
    for (const track of tracks) track.hidden = track !== shown;
    reach(lines()[0]);
    if (last >= 0) follow(last);
  }

  place.addEventListener("click", (event) => {
    const line = event.target instanceof Element ? event.target.closest("[data-at]") : null;
    if (!(line instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    reach(line);
    choose(Number(line.dataset.at));
  });
  place.addEventListener("keydown", (event) => {
    const all = lines();
    const here = all.findIndex((one) => one === document.activeElement);
    /** @type {Record<string, number>} */
    const steps = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 };
    const line = here < 0 ? undefined : all[steps[event.key] ?? -1];
    if (!line) return;
    event.preventDefault();
    setFollowing(false);
    reach(line);
    line.focus();
  });
  for (const track of tracks) {
    for (const kind of ["wheel", "touchmove"]) track.addEventListener(kind, () => setFollowing(false), { passive: true });
  }
  follower?.addEventListener("click", () => setFollowing(true));

  for (const name of place.querySelectorAll("[data-tongue-name]")) /** @type {HTMLElement} */ (name).hidden = true;
  select?.addEventListener("change", showTrack);
  showTrack();
  return { follow };
}

/** Goes where the address says: `?t=83#film-nineteen`. */
function goToAddress() {
  const second = Number(new URLSearchParams(location.search).get("t") ?? NaN);
  const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (card === null || !Number.isFinite(second) || second < 0) return;
  cards.get(card)?.start(second);
}

/** @param {MouseEvent} event a click on a link to a moment of a film on this page: no need to load it again */
function stay(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const { origin, pathname, search, hash } = new URL(link.href);
  const card = document.getElementById(hash.slice(1));
  if (origin !== location.origin || pathname !== location.pathname || !card || !cards.has(card)) return;
  if (!new URLSearchParams(search).has("t")) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  card.scrollIntoView();
  goToAddress();
}

// A list may show its films later: they are attached when they are wanted.
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-play]") : null;
  const card = button?.closest("[data-film]");
  if (!(button instanceof HTMLElement) || !(card instanceof HTMLElement) || cards.has(card)) return;
  attachFilm(card);
  button.click();
});
for (const card of document.querySelectorAll("[data-film]")) attachFilm(/** @type {HTMLElement} */ (card));
document.addEventListener("click", stay);
addEventListener("popstate", goToAddress);
goToAddress();
