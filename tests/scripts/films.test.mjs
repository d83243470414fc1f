// Films: the address of a host's player, its messages, and times as a transcript writes them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hostedAddress, parseMessage } from "../../hubtool/theme/js/players.js";
import { clock } from "../../hubtool/theme/js/transcript.js";

const youtube = { kind: "youtube", address: "https://video.example/embed/abc" };
const vimeo = { kind: "vimeo", address: "https://player.example/video/1?h=2" };

test("YouTube's player starts by itself, and knows which page it talks to", () => {
  const { origin, pathname, searchParams } = new URL(
    hostedAddress({ ...youtube, start: 0 }, "https://hub.example"),
  );
  assert.equal(origin + pathname, "https://video.example/embed/abc");
  assert.deepEqual(Object.fromEntries(searchParams), {
    autoplay: "1",
    enablejsapi: "1",
    origin: "https://hub.example",
    playsinline: "1",
    rel: "0",
  });
});

test("YouTube's player starts at a whole second", () => {
  const { searchParams } = new URL(
    hostedAddress({ ...youtube, start: 83.6 }, "https://hub.example"),
  );
  assert.equal(searchParams.get("start"), "83");
});

test("Vimeo's player keeps its own parameters, and starts at a whole second", () => {
  assert.equal(
    hostedAddress({ ...vimeo, start: 83.6 }, "https://hub.example"),
    "https://player.example/video/1?h=2&autoplay=1#t=83s",
  );
});

test("messages come as JSON or as objects; anything else is none", () => {
  assert.deepEqual(parseMessage('{"event":"ready"}'), { event: "ready" });
  assert.deepEqual(parseMessage({ event: "ready" }), { event: "ready" });
  assert.equal(parseMessage("hello {"), null);
  assert.equal(parseMessage("7"), null);
  assert.equal(parseMessage(undefined), null);
});

test("times have minutes and seconds, and hours only where there are some", () => {
  assert.equal(clock(0), "0:00");
  assert.equal(clock(83.9), "1:23");
  assert.equal(clock(3600), "1:00:00");
  assert.equal(clock(7384), "2:03:04");
});
