// The transcript of a film: its lines follow the film, and lead to a moment of it.

import { eventPart, findElement } from "./find/dom.js";

const EARLY = 0.05; // seconds by which a player may stop before the line that was chosen
const KEPT_ABOVE = 1 / 3; // of the height: how far down the current line is shown

/**
 * @param {number} second
 * @returns {string} as a transcript writes it: `1:23`
 */
export function clock(second) {
  const whole = Math.floor(second);
  const [hours, minutes, seconds] = [whole / 3600, (whole / 60) % 60, whole % 60].map(Math.floor);
  const ending = String(seconds).padStart(2, "0");
  if (hours === 0) return `${minutes}:${ending}`;
  return `${hours}:${String(minutes).padStart(2, "0")}:${ending}`;
}

export class Transcript {
  #root;
  #onChoose;
  #tracks;
  #select;
  #followButton;
  /** @type {HTMLElement | undefined} the track that is shown */
  #track;
  /** @type {HTMLAnchorElement | null} the line that is spoken now */
  #current = null;
  #isFollowing = true;
  /** @type {number | null} */
  #second = null;

  /**
   * @param {HTMLElement} root the element with `data-words`
   * @param {(second: number) => void} onChoose is called for a line that the reader chooses
   */
  constructor(root, onChoose) {
    this.#root = root;
    this.#onChoose = onChoose;
    this.#tracks = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-track]")]);
    this.#select = root.querySelector("select");
    this.#followButton = findElement(root, "[data-follow]");
  }

  listen() {
    this.#root.addEventListener("click", (event) => this.#click(event));
    this.#root.addEventListener("keydown", (event) => this.#press(event));
    const stop = () => this.#setFollowing(false);
    for (const track of this.#tracks) {
      track.addEventListener("wheel", stop, { passive: true });
      track.addEventListener("touchmove", stop, { passive: true });
    }
    this.#followButton?.addEventListener("click", () => this.#setFollowing(true));
    for (const heading of this.#root.querySelectorAll("[data-tongue-name]")) {
      /** @type {HTMLElement} */ (heading).hidden = true; // the choice of languages replaces it
    }
    this.#select?.addEventListener("change", () => this.#showTrack());
    this.#showTrack();
  }

  /**
   * @param {number} second
   * @param {{ isChosen?: boolean }} [options] whether a reader went there
   */
  follow(second, { isChosen = false } = {}) {
    this.#second = second;
    const isPast = (/** @type {HTMLElement} */ { dataset }) => Number(dataset.at) <= second + EARLY;
    const line = this.#lines().reverse().find(isPast) ?? null;
    if (isChosen) this.#setFollowing(true);
    if (line === this.#current) return;
    this.#current?.removeAttribute("aria-current");
    this.#current = line;
    line?.setAttribute("aria-current", "true");
    if (!line || !this.#isFollowing) return;
    if (!this.#root.contains(document.activeElement)) this.#setReachable(line);
    this.#scroll();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const line = eventPart(event, "[data-at]");
    const hasKey = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!(line instanceof HTMLAnchorElement) || hasKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.#setReachable(line);
    this.#onChoose(Number(line.dataset.at));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const lines = this.#lines();
    const { activeElement } = document;
    const focused = activeElement instanceof HTMLAnchorElement ? lines.indexOf(activeElement) : -1;
    if (focused < 0) return;
    /** @type {Record<string, number>} */
    const targets = {
      ArrowDown: focused + 1,
      ArrowUp: focused - 1,
      Home: 0,
      End: lines.length - 1,
    };
    const line = lines[targets[event.key] ?? -1];
    if (!line) return;
    event.preventDefault();
    this.#setFollowing(false);
    this.#setReachable(line);
    line.focus();
  }

  #lines() {
    const lines = this.#track?.querySelectorAll("[data-at]") ?? [];
    return /** @type {HTMLAnchorElement[]} */ ([...lines]);
  }

  /** @param {HTMLAnchorElement | undefined} reachable the line that the Tab key reaches */
  #setReachable(reachable) {
    for (const line of this.#lines()) line.tabIndex = line === reachable ? 0 : -1;
  }

  /** @param {boolean} isFollowing */
  #setFollowing(isFollowing) {
    this.#isFollowing = isFollowing;
    if (this.#followButton) this.#followButton.hidden = isFollowing || this.#second === null;
    if (isFollowing) this.#scroll();
  }

  #scroll() {
    if (!this.#current || !this.#track) return;
    // Not `scrollIntoView`: it would move the page, too.
    const top = this.#current.getBoundingClientRect().top - this.#track.getBoundingClientRect().top;
    this.#track.scrollTop += top - this.#track.clientHeight * KEPT_ABOVE;
  }

  #showTrack() {
    this.#current?.removeAttribute("aria-current");
    this.#current = null;
    this.#track = this.#tracks[Number(this.#select?.value ?? 0)];
    for (const track of this.#tracks) track.hidden = track !== this.#track;
    this.#setReachable(this.#lines()[0]);
    if (this.#second !== null) this.follow(this.#second);
  }
}
