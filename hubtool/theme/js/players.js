// Players of films. Those of hosts get messages only: no script of a host runs in our pages.

/**
 * @typedef {{ element: HTMLElement, seek: (second: number) => void, close: () => void }} Player
 * @typedef {{ onTime: (second: number) => void, onFailure: () => void }} Listener
 * @typedef {{ address: string, tag: string, name: string }} Captions a caption file of ours
 * @typedef {{
 *   kind: string,
 *   address: string,
 *   title: string,
 *   start: number,
 *   captions: Captions[],
 * }} Film
 *
 * @typedef {Record<string, any>} PlayerMessage any: a host may send whatever it likes
 *
 * @typedef {{
 *   greeting: object,
 *   subscriptions: object[],
 *   seek: (second: number) => object[],
 *   time: (message: PlayerMessage) => unknown,
 * }} Protocol the messages of a host's player
 */

const GREETING_PAUSE = 250; // milliseconds between two greetings of a player that is still loading

/** @type {Record<string, Protocol>} */
const PROTOCOLS = {
  youtube: {
    greeting: { event: "listening", id: 1, channel: "widget" },
    subscriptions: [],
    seek: (second) => [
      { event: "command", func: "seekTo", args: [second, true], id: 1, channel: "widget" },
      { event: "command", func: "playVideo", args: [], id: 1, channel: "widget" },
    ],
    time: (message) => message.info?.currentTime,
  },
  vimeo: {
    greeting: { method: "ping" },
    subscriptions: [{ method: "addEventListener", value: "timeupdate" }],
    seek: (second) => [{ method: "setCurrentTime", value: second }, { method: "play" }],
    time: (message) => (message.event === "timeupdate" ? message.data?.seconds : undefined),
  },
};

/**
 * Opens a player, which replaces the content of the screen, and starts it.
 *
 * @param {Film} film
 * @param {HTMLElement} screen
 * @param {Listener} listener
 * @returns {Player}
 */
export function openPlayer(film, screen, listener) {
  const protocol = PROTOCOLS[film.kind];
  const player = protocol
    ? new HostedPlayer(film, protocol, listener)
    : new FilePlayer(film, listener);
  screen.replaceChildren(player.element);
  return player;
}

/** @implements {Player} */
class HostedPlayer {
  #protocol;
  #listener;
  #origin;
  #greeting;
  #isListening = false;
  /** @type {object[]} what to send when the player listens */
  #waiting = [];

  /**
   * @param {Film} film
   * @param {Protocol} protocol
   * @param {Listener} listener
   */
  constructor(film, protocol, listener) {
    this.#protocol = protocol;
    this.#listener = listener;
    this.#origin = new URL(film.address).origin;
    this.element = hostedFrame(film);
    addEventListener("message", this.#receive);
    this.#greeting = setInterval(() => this.#send([protocol.greeting]), GREETING_PAUSE);
  }

  /** @param {number} second */
  seek(second) {
    const messages = this.#protocol.seek(second);
    if (this.#isListening) this.#send(messages);
    else this.#waiting = messages;
  }

  close() {
    clearInterval(this.#greeting);
    removeEventListener("message", this.#receive);
    this.element.remove();
  }

  /** @param {object[]} messages */
  #send(messages) {
    for (const message of messages) {
      this.element.contentWindow?.postMessage(JSON.stringify(message), this.#origin);
    }
  }

  /** @param {MessageEvent} event */
  #receive = (event) => {
    if (event.source !== this.element.contentWindow || event.origin !== this.#origin) return;
    const message = parseMessage(event.data);
    if (message === null) return;
    if (!this.#isListening) {
      this.#isListening = true;
      clearInterval(this.#greeting);
      this.#send([...this.#protocol.subscriptions, ...this.#waiting]);
      this.#waiting = [];
    }
    const second = this.#protocol.time(message);
    if (typeof second === "number") this.#listener.onTime(second);
  };
}

/** @implements {Player} */
class FilePlayer {
  /**
   * @param {Film} film
   * @param {Listener} listener
   */
  constructor(film, listener) {
    this.element = document.createElement(film.kind === "audio" ? "audio" : "video");
    this.element.controls = true;
    this.element.tabIndex = 0;
    this.element.setAttribute("aria-label", film.title);
    this.element.append(...film.captions.map(captionTrack));
    this.element.addEventListener("timeupdate", () => listener.onTime(this.element.currentTime));
    this.element.addEventListener("error", () => listener.onFailure());
    this.element.src = film.address;
    this.element.addEventListener("loadedmetadata", () => this.seek(film.start), { once: true });
  }

  /** @param {number} second */
  seek(second) {
    this.element.currentTime = second;
    // A browser may want another click first: then the controls are there for it.
    this.element.play().catch(() => undefined);
  }

  close() {
    this.element.pause();
    this.element.removeAttribute("src");
    this.element.load();
    this.element.remove();
  }
}

/** @param {Film} film */
function hostedFrame(film) {
  const frame = document.createElement("iframe");
  frame.title = film.title;
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  // YouTube plays nothing for a page that does not name its site.
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.src = hostedAddress(film, location.origin);
  return frame;
}

/**
 * @param {Pick<Film, "kind" | "address" | "start">} film
 * @param {string} origin of our page
 * @returns {string}
 */
export function hostedAddress({ kind, address, start }, origin) {
  const url = new URL(address);
  const second = Math.floor(start);
  url.searchParams.set("autoplay", "1");
  if (kind !== "youtube") {
    if (start > 0) url.hash = `t=${second}s`;
    return url.href;
  }
  const options = { enablejsapi: "1", origin, playsinline: "1", rel: "0" };
  for (const [key, value] of Object.entries(options)) url.searchParams.set(key, value);
  if (start > 0) url.searchParams.set("start", String(second));
  return url.href;
}

/**
 * @param {unknown} data
 * @returns {PlayerMessage | null} null where it is none
 */
export function parseMessage(data) {
  try {
    const message = typeof data === "string" ? JSON.parse(data) : data;
    return typeof message === "object" ? message : null;
  } catch {
    return null;
  }
}

/**
 * @param {Captions} captions
 * @param {number} index the first is shown
 */
function captionTrack({ address, tag, name }, index) {
  const track = document.createElement("track");
  track.kind = "captions";
  track.src = address;
  track.srclang = tag;
  track.label = name;
  track.default = index === 0;
  return track;
}
