// Films: nothing is asked of a host before a click; then a player, beside the film's transcript.

import { eventPart, findElement } from "./find/dom.js";
import { openPlayer } from "./players.js";
import { clock, Transcript } from "./transcript.js";

/** @import { Captions, Player } from "./players.js" */

/** @type {WeakMap<Element, FilmCard>} */
const cards = new WeakMap();
/** @type {FilmCard | null} the one film that plays */
let playing = null;

/** @param {Document} page */
export function attachFilms(page) {
  // A list may show its films later: each is attached when somebody wants to play it.
  page.addEventListener("click", (event) => {
    const button = eventPart(event, "[data-play]") ?? besidePoster(event);
    const card = button?.closest("[data-film]");
    if (!button || !(card instanceof HTMLElement)) return;
    if (!cards.has(card)) attachFilm(card);
    else if (eventPart(event, "[data-play]")) return; // it has heard
    button.click();
  });
  for (const card of page.querySelectorAll("[data-film]")) {
    attachFilm(/** @type {HTMLElement} */ (card));
  }
  page.addEventListener("click", followOnPage);
  addEventListener("popstate", goToAddress);
  // What is not shown yet cannot have the focus.
  addEventListener("scriptsready", goToAddress, { once: true });
}

/**
 * @param {Event} event
 * @returns {HTMLElement | null} the button that plays the film whose poster is pressed
 */
function besidePoster(event) {
  const card = eventPart(event, "[data-screen]")?.closest("[data-film]:not(.is-playing)");
  return card ? findElement(card, "[data-play]") : null;
}

/** @param {HTMLElement} element */
function attachFilm(element) {
  const card = new FilmCard(element);
  card.listen();
  cards.set(element, card);
}

class FilmCard {
  #card;
  #screen;
  #poster;
  #playButton;
  /** @type {Transcript | null} */
  #transcript;
  /** @type {Player | null} */
  #player = null;
  #start;

  /** @param {HTMLElement} card the element with `data-film` */
  constructor(card) {
    this.#card = card;
    this.#screen = this.#part("[data-screen]");
    this.#poster = [...(this.#screen?.childNodes ?? [])];
    this.#playButton = this.#part("[data-play]");
    this.#start = Number(card.dataset.start ?? 0);
    const words = this.#part("[data-words]");
    this.#transcript = words && new Transcript(words, (second) => this.#goToLine(second));
  }

  listen() {
    this.#transcript?.listen();
    if (!this.#card.dataset.player || !this.#part("[data-offer]") || !this.#playButton) return;
    this.#playButton.addEventListener("click", () => this.#play());
    this.#part("[data-close]")?.addEventListener("click", () => this.#close());
  }

  /**
   * Goes to a moment of the film; one that is not playing waits there for a click.
   *
   * @param {number} second
   */
  goTo(second) {
    this.#setStart(second);
    if (this.#player) this.#player.seek(second);
    else this.#playButton?.focus({ preventScroll: false });
  }

  /** @param {number} second of a line of the transcript */
  #goToLine(second) {
    this.#setStart(second);
    history.replaceState(null, "", `?t=${Math.floor(second)}#${this.#card.id}`);
    if (this.#player) this.#player.seek(second);
    else this.#playButton?.focus({ preventScroll: true });
  }

  /** @param {number} second */
  #setStart(second) {
    this.#start = second;
    const label = this.#part("[data-label]");
    if (label) label.textContent = (label.dataset.from ?? "").replace("{at}", clock(second));
    this.#transcript?.follow(second, { isChosen: true });
  }

  #play() {
    const { film: kind = "", player: address, title = "" } = this.#card.dataset;
    if (!this.#screen || !address) return;
    if (playing !== this) playing?.end();
    playing = this;
    const film = { kind, address, title, start: this.#start, captions: captionsIn(this.#card) };
    this.#player = openPlayer(film, this.#screen, {
      onTime: (second) => this.#transcript?.follow(second),
      onFailure: () => this.#fail(),
    });
    this.#showPlaying(true);
    this.#player.element.focus();
  }

  /** Ends the film, without a move of the focus. */
  end() {
    this.#player?.close();
    this.#player = null;
    this.#screen?.replaceChildren(...this.#poster);
    this.#showPlaying(false);
    if (playing === this) playing = null;
  }

  #close() {
    this.end();
    this.#playButton?.focus();
  }

  #fail() {
    this.#close();
    const note = this.#part("[data-failed]");
    if (note) note.textContent = note.dataset.says ?? "";
  }

  /** @param {boolean} isPlaying */
  #showPlaying(isPlaying) {
    this.#card.classList.toggle("is-playing", isPlaying);
    const offer = this.#part("[data-offer]");
    if (offer) offer.hidden = isPlaying;
    const controls = this.#part("[data-playing]");
    if (controls) controls.hidden = !isPlaying;
    const failure = this.#part("[data-failed]");
    if (failure) failure.textContent = "";
  }

  /** @param {string} selector */
  #part(selector) {
    return findElement(this.#card, selector);
  }
}

/**
 * @param {HTMLElement} card
 * @returns {Captions[]}
 */
function captionsIn(card) {
  return [...card.querySelectorAll("[data-track]")].map((element) => {
    const { track = "", tag = "", name = "" } = /** @type {HTMLElement} */ (element).dataset;
    return { address: track, tag, name };
  });
}

/** Goes where the address says: `?t=83#film-nineteen`. */
function goToAddress() {
  const second = Number(new URLSearchParams(location.search).get("t") ?? NaN);
  const element = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (element === null || !Number.isFinite(second) || second < 0) return;
  cards.get(element)?.goTo(second);
}

/**
 * Follows a link to a moment of a film on this page without loading it again.
 *
 * @param {MouseEvent} event
 */
function followOnPage(event) {
  const link = eventPart(event, "a[href]");
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || !isPlainClick(event))
    return;
  const { origin, pathname, searchParams, hash } = new URL(link.href);
  const element = document.getElementById(hash.slice(1));
  const isHere = origin === location.origin && pathname === location.pathname;
  if (!isHere || !element || !cards.has(element) || !searchParams.has("t")) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  element.scrollIntoView();
  goToAddress();
}

/** @param {MouseEvent} event */
function isPlainClick({ ctrlKey, metaKey, shiftKey, button }) {
  return !ctrlKey && !metaKey && !shiftKey && button === 0;
}
