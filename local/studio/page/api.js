/** A refusal, or no answer at all; its message is for a person to read. */
class Trouble extends Error {}

/**
 * What a page reads.
 *
 * @param {string} path below `/api/`
 * @param {Record<string, string>} [query]
 * @returns {Promise<any>}
 */
export function ask(path, query = {}) {
  const asked = new URLSearchParams(query).toString();
  return json(`/api/${path}${asked && `?${asked}`}`);
}

/**
 * What is sent: a deed below `do/`, or a question that no address should hold.
 *
 * @param {string} path below `/api/`
 * @param {Record<string, unknown>} body
 * @returns {Promise<any>}
 */
export const send = (path, body) =>
  json(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** @param {string} path @param {RequestInit} [init] */
async function json(path, init) {
  const response = await fetch(path, init).catch(() => {
    throw new Trouble('The studio does not answer. Is “npm run studio” still running?');
  });
  const said = await response.json().catch(() => ({}));
  if (response.ok) return said;
  throw new Trouble(said.detail ?? said.title ?? `The studio answered ${response.status}.`);
}
