/**
 * A mail as the list has it.
 * @typedef {{ id: string, from: string, to: string, replyTo: string | null, subject: string,
 *   date: string, headers: [string, string][] }} Message
 */

/** The same as its reader gets it. @typedef {Message & { text: string, html: string }} WholeMessage */

/**
 * A mail that a reader sent; without an outcome while nothing has become of it.
 * @typedef {{ messageId: string, from: string, text: string, intent?: string, outcome?: string,
 *   until?: string }} Reply
 */

/** @typedef {{ course: string, track?: string, welcomed: boolean, received: string[] }} Enrollment */

/**
 * @typedef {{ is: 'pending' | 'active' | 'paused' | 'left' | 'suppressed', since?: string,
 *   from?: string, until?: string, at?: string, by?: string, because?: string, letters?: true }} Standing
 */

/**
 * What is stored about a reader (functions/core/reader/subscriber.ts).
 * @typedef {{ address: string, name?: string, standing: Standing, zone: string, hour: number,
 *   days: string, enrollments: Enrollment[], newsletter: boolean, dueAt?: string,
 *   claim?: { attempt: string, at: string } }} Subscriber
 */

/** A refusal, or no answer at all; its message is for a person to read. */
export class Trouble extends Error {
  /** @param {string} message @param {number} [status] */
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

/**
 * The mails behind one, oldest first, and how many there are in all.
 *
 * @param {string | undefined} after the last one that is known
 * @returns {Promise<{ fresh: Message[], total: number }>}
 */
export async function getMessages(after) {
  const answer = await call(
    `messages?bodies=no${after ? `&after=${encodeURIComponent(after)}` : ''}`,
  );
  return { fresh: await answer.json(), total: Number(answer.headers.get('x-total-count')) };
}

/** @param {string} id @returns {Promise<WholeMessage | undefined>} nothing where it is gone */
export const getMessage = (id) => orNone(json(`messages/${encodeURIComponent(id)}`));

/** The exact bytes given to SES. @param {string} id */
export async function getSource(id) {
  return (await call(`messages/${encodeURIComponent(id)}/raw`)).text();
}

/** Milliseconds since 1970 on the cloud's clock. */
export const getNow = async () => Date.parse((await json('clock')).now);

/**
 * Moves the clock and waits until all that was due is done.
 * @param {{ advance: string } | { to: string }} wish
 */
export async function moveClock(wish) {
  const headers = { 'content-type': 'application/json' };
  await call('clock', { method: 'POST', headers, body: JSON.stringify(wish) });
}

/** @returns {Promise<Reply[]>} */
export const getReplies = () => json('replies');

/**
 * Hands a reader's mail to the pipeline, as SES would.
 *
 * @param {string} mail RFC 5322
 * @param {string} to the address on the envelope
 * @returns {Promise<string>} the id it goes by in {@link getReplies}
 */
export async function sendInbound(mail, to) {
  const headers = { 'content-type': 'message/rfc822', 'x-envelope-to': to };
  const answer = await call('inbound', { method: 'POST', headers, body: mail });
  return (await answer.json()).messageId;
}

/**
 * @param {string} address
 * @returns {Promise<{ item: Subscriber | null } | undefined>} all that is stored about them; no
 *   item of an erased one, nothing of somebody who never signed up
 */
export const getSubscriber = (address) =>
  orNone(json(`subscribers/${encodeURIComponent(address)}`));

/** @template Kind @param {Promise<Kind>} asked @returns {Promise<Kind | undefined>} */
async function orNone(asked) {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Trouble && error.status === 404) return undefined;
    throw error;
  }
}

/** @param {string} path */
const json = async (path) => (await call(path)).json();

/** @param {string} path @param {RequestInit} [init] */
async function call(path, init) {
  const response = await fetch(`/_local/${path}`, { cache: 'no-cache', ...init }).catch(() => {
    throw new Trouble('The local cloud does not answer. Is “npm start” still running?');
  });
  if (response.ok) return response;
  throw new Trouble(await reasonOf(response), response.status);
}

/** @param {Response} response usually RFC 9457 */
async function reasonOf(response) {
  const problem = await response.json().catch(() => ({}));
  return problem.detail ?? problem.title ?? `The local cloud answered ${response.status}.`;
}
