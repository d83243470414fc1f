// Players, spoken to by messages alone: no script of a film's host runs in our pages.

/**
 * @typedef {{ element: HTMLElement, seek: (second: number) => void, close: () => void }} Player
 * @typedef {{ time: (second: number) => void, failed: () => void }} Listener what a player tells of itself
 * @typedef {{ address: string, tag: string, name: string }} Captions one caption file of ours
 * @typedef {{ kind: string, address: string, title: string, start: number, captions: Captions[] }} Film
 * @typedef {{ knock: object, heard: object[], seek: (second: number) => object[], time: (message: any) => unknown }} Tongue
 */

const KNOCKS = 250; // milliseconds between two calls to a player that is still loading

/** @type {Record<string, Tongue>} how each host's player is spoken to */
const TONGUES = {
  youtube: {
    knock: { event: "listening", id: 1, channel: "widget" },
    heard: [],
    seek: (second) => [
      { event: "command", func: "seekTo", args: [second, true], id: 1, channel: "widget" },
      { event: "command", func: "playVideo", args: [], id: 1, channel: "widget" },
    ],
    time: (message) => message.info?.currentTime,
  },
  vimeo: {
    knock: { method: "ping" },
    heard: [{ method: "addEventListener", value: "timeupdate" }],
    seek: (second) => [{ method: "setCurrentTime", value: second }, { method: "play" }],
    time: (message) => (message.event === "timeupdate" ? message.data?.seconds : undefined),
  },
};

/**
 * Opens a player in the place of *place*'s content and starts it.
 * @param {Film} film
 * @param {HTMLElement} place
 * @param {Listener} listener
 * @returns {Player}
 */
export function openPlayer(film, place, listener) {
  const tongue = TONGUES[film.kind];
  return tongue ? hosted(film, tongue, place, listener) : file(film, place, listener);
}

/**
 * @param {Film} film
 * @returns {string}
 */
function hostedAddress({ kind, address, start }) {
  const url = new URL(address);
  url.searchParams.set("autoplay", "1");
  if (kind === "youtube") {
    const asked = { enablejsapi: "1", origin: location.origin, playsinline: "1", rel: "0" };
    for (const [key, value] of Object.entries(asked)) url.searchParams.set(key, value);
    if (start > 0) url.searchParams.set("start", String(Math.floor(start)));
  } else if (start > 0) {
    url.hash = `t=${Math.floor(start)}s`;
  }
  return url.href;
}

/**
 * @param {Film} film
 * @param {Tongue} tongue
 * @param {HTMLElement} place
 * @param {Listener} listener
 * @returns {Player}
 */
function hosted(film, tongue, place, listener) {
  const { origin } = new URL(film.address);
  const frame = document.createElement("iframe");
  frame.title = film.title;
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  // YouTube plays nothing for a page that does not name its site.
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.src = hostedAddress(film);

  /** @type {object[]} what to say once the player listens */
  let waiting = [];
  let isHeard = false;

  /** @param {object[]} messages */
  const say = (messages) => {
    for (const message of messages) frame.contentWindow?.postMessage(JSON.stringify(message), origin);
  };

  /** @param {MessageEvent} event */
  function hear(event) {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = parsed(event.data);
    if (message === null) return;
    if (!isHeard) {
      isHeard = true;
      clearInterval(knocking);
      say([...tongue.heard, ...waiting]);
      waiting = [];
    }
    const second = tongue.time(message);
    if (typeof second === "number") listener.time(second);
  }

  addEventListener("message", hear);
  place.replaceChildren(frame);
  const knocking = setInterval(() => say([tongue.knock]), KNOCKS);
  return {
    element: frame,
    seek(second) {
      if (isHeard) say(tongue.seek(second));
      else waiting = tongue.seek(second);
    },
    close() {
      clearInterval(knocking);
      removeEventListener("message", hear);
      frame.remove();
    },
  };
}

/**
 * @param {unknown} data
 * @returns {any} the message, or null where it is none
 */
function parsed(data) {
  try {
    const message = typeof data === "string" ? JSON.parse(data) : data;
    return typeof message === "object" ? message : null;
  } catch {
    return null;
  }
}

/**
 * @param {Film} film
 * @param {HTMLElement} place
 * @param {Listener} listener
 * @returns {Player}
 */
function file(film, place, listener) {
  const player = document.createElement(film.kind === "audio" ? "audio" : "video");
  player.controls = true;
  player.tabIndex = 0;
  player.setAttribute("aria-label", film.title);
  for (const { address, tag, name } of film.captions) {
    const track = document.createElement("track");
    track.kind = "captions";
    track.src = address;
    track.srclang = tag;
    track.label = name;
    track.default = !player.querySelector("track");
    player.append(track);
  }
  player.addEventListener("timeupdate", () => listener.time(player.currentTime));
  player.addEventListener("error", () => listener.failed());
  player.src = film.address;

  /** @param {number} second */
  function seek(second) {
    player.currentTime = second;
    // A browser may want another click first: then the controls are there for it.
    player.play().catch(() => undefined);
  }

  player.addEventListener("loadedmetadata", () => seek(film.start), { once: true });
  place.replaceChildren(player);
  return {
    element: player,
    seek,
    close() {
      player.pause();
      player.removeAttribute("src");
      player.load();
      player.remove();
    },
  };
}
