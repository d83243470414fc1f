// What somebody sees who writes a case in an editor: the YAML language server, as VS Code runs it, with our schemas.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

const ROOT = new URL("../../", import.meta.url);
const SERVER = new URL("node_modules/yaml-language-server/bin/yaml-language-server", ROOT).pathname;
const MODELINE = "# yaml-language-server: $schema=../.hubtool/schema/case.json\n";
const CASE = `${MODELINE}title: River walks
summary: Anglers and ecologists walked the river.
places: [{name: Exampleton, country: GB}]
themes: [before-the-question]
partners:
  - {name: Exampleton Anglers, kind: community-group}
lessons:
  - {id: walk-first, lesson: Walk first., kind: worked, said_by: community}
consent: {status: agreed, agreed_by: The anglers, agreed_on: 2026-01}
`;

let server, connection;
const waiting = new Map();

before(async () => {
  server = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) =>
    waiting.get(uri)?.(diagnostics),
  );
  // The editor's settings: ours are the only schemas, so that nothing is fetched.
  const settings = { validate: true, completion: true, hover: true, schemaStore: { enable: false } };
  connection.onRequest("workspace/configuration", ({ items }) =>
    items.map(({ section }) => (section === "yaml" ? settings : {})),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: ROOT.href,
    workspaceFolders: [{ uri: ROOT.href, name: "hub" }],
    capabilities: { workspace: { configuration: true }, textDocument: { publishDiagnostics: {} } },
  });
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("workspace/didChangeConfiguration", { settings: { yaml: settings } });
});

after(() => {
  connection.dispose();
  server.kill();
});

/** Open *text* as the file *path* of this hub, and return what the editor would underline. */
async function underlined(path, text) {
  const uri = new URL(path, ROOT).href;
  const told = new Promise((resolve) => waiting.set(uri, resolve));
  const textDocument = { uri, languageId: "yaml", version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  return told;
}

/** Return what the editor offers where `|` stands in *text*. */
async function offered(path, text) {
  const before = text.slice(0, text.indexOf("|"));
  await underlined(path, text.replace("|", ""));
  const lines = before.split("\n");
  const answer = await connection.sendRequest("textDocument/completion", {
    textDocument: { uri: new URL(path, ROOT).href },
    position: { line: lines.length - 1, character: lines.at(-1).length },
  });
  return (answer.items ?? answer).map(({ label }) => label);
}

test("no case of this hub is underlined", async () => {
  const names = readdirSync(new URL("cases/", ROOT)).filter((one) => one.endsWith(".yml"));
  assert.notEqual(names.length, 0);
  const told = names.map((name) =>
    underlined(`cases/${name}`, readFileSync(new URL(`cases/${name}`, ROOT), "utf8")),
  );
  for (const [index, found] of (await Promise.all(told)).entries()) {
    assert.deepEqual(found, [], names[index]);
  }
});

test("a label and a synonym are as good as an id", async () => {
  const vocabulary = readFileSync(new URL("vocabulary/partner-kinds.yml", ROOT), "utf8");
  const label = /id: community-group\n\s+label: (.+)/.exec(vocabulary)?.[1] ?? "";
  assert.notEqual(label, "");
  const text = CASE.replace("kind: community-group", `kind: ${JSON.stringify(label)}`);
  assert.deepEqual(await underlined("cases/by-label.yml", text), []);
});

test("a word that is no term is underlined where it stands", async () => {
  const told = await underlined("cases/no-term.yml", CASE.replace("before-the-question", "befor-the-question"));
  assert.equal(told.length, 1);
  assert.equal(told[0].range.start.line, CASE.split("\n").findIndex((line) => line.startsWith("themes")));
});

test("an unknown key is underlined", async () => {
  const told = await underlined("cases/unknown-key.yml", `${CASE}sumary: x\n`);
  assert.equal(told.length, 1);
  assert.match(told[0].message, /sumary/);
});

test("a missing field is told", async () => {
  const told = await underlined("cases/missing.yml", CASE.replace(/summary.*\n/, ""));
  assert.match(told.map(({ message }) => message).join(), /summary/);
});

test("the terms of a vocabulary are offered", async () => {
  const labels = await offered("cases/offered.yml", CASE.replace("kind: worked", "kind: |"));
  assert.ok(labels.includes("worked"), labels.join());
  assert.ok(labels.includes("did-not-work"), labels.join());
});

test("the fields of a case are offered", async () => {
  const labels = await offered("cases/fields.yml", `${CASE}|`);
  for (const key of ["story", "timeline", "power", "films"]) assert.ok(labels.includes(key), key);
});

test("what is not yet written is offered with its id, and never as nothing", async () => {
  const labels = await offered("cases/snippet.yml", CASE.replace(/lessons:\n.*\n/, "lessons:\n  - |\n"));
  assert.ok(labels.some((label) => /lesson/i.test(label)), labels.join());
});

test("a country and a date are checked as they are typed", async () => {
  const country = await underlined("cases/country.yml", CASE.replace("country: GB", "country: England"));
  assert.equal(country.length, 1);
  const date = await underlined("cases/date.yml", `${CASE}dates: May 2019\n`);
  assert.equal(date.length, 1);
  const consent = CASE.replace(/consent: .*\n/, "consent: {status: agreed}\n");
  const told = await underlined("cases/consent.yml", consent);
  assert.match(told.map(({ message }) => message).join(), /agreed_by/);
});
