// A case that exists: one of the hub's, or a file that somebody has.

import { ROOT } from "../find/dom.js";
import { readYaml } from "./yaml_reader.js";

/** @import { ReadFile } from "./yaml_reader.js" */

const FILE_NAME = /^([a-z0-9-]+?)(?:[ _]?\(\d+\))?\.(?:ya?ml|json)$/;

/**
 * @param {string} id
 * @returns {Promise<ReadFile | null>} null where the hub has no such case for the form
 */
export async function openedCase(id) {
  if (!/^[a-z0-9-]+$/.test(id)) return null;
  const response = await fetch(caseAddress(id)).catch(() => null);
  return response?.ok ? readText(await response.text()) : null;
}

/**
 * @param {File} file
 * @returns {Promise<ReadFile>}
 */
export async function readFile(file) {
  return readText(await file.text());
}

/**
 * @param {string} name of a file
 * @returns {Promise<string | undefined>} the id of the hub's case that has this file's name
 */
export async function caseNamed(name) {
  const id = FILE_NAME.exec(name)?.[1];
  const response = id ? await fetch(caseAddress(id)).catch(() => null) : null;
  return response?.ok ? id : undefined;
}

/** @param {string} id */
function caseAddress(id) {
  return new URL(`assets/form/cases/${id}.yml`, ROOT);
}

/** @param {string} text */
async function readText(text) {
  const { parseDocument } = await import(new URL("assets/vendor/yaml.js", ROOT).href);
  return readYaml(text, parseDocument);
}
