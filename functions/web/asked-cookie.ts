import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { epochSeconds, type Instant } from '../core/time.ts';
import type { FormFields } from './form.ts';
import type { WebContext } from './respond.ts';
import type { WebWorld } from './world.ts';

/** What was typed into the form a moment ago, by whoever looks at the page after it. */
export interface JustAsked {
  readonly fields: FormFields;
  /** In seconds. */
  readonly at: number;
  /** They asked for the mail once more. */
  readonly again: boolean;
  /** It waits in line with all that the form sends. */
  readonly waits: boolean;
}

/** The page after the form, and what lies below it: no other request brings what was typed. */
export const INBOX = '/check-your-inbox';

const NAME = 'asked';
/** So long somebody looks for a mail, in seconds; then nobody else at this machine sees their address. */
const KEPT_SECONDS = 1800;
/** Browsers keep 4,096 bytes of a cookie (RFC 6265 §6.1). What is longer no form of ours sends. */
const LONGEST = 3000;
/** What the form has; whatever else was sent is not kept. */
const FIELDS: readonly string[] = [
  ...['email', 'name', 'course', 'track', 'newsletter', 'discreet'],
  ...['zone', 'hour', 'days', 'day'],
];

const shape = z.object({
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  at: z.number(),
  again: z.boolean(),
  waits: z.boolean().default(false),
});

/**
 * Gives what was typed to the page after the form. It is the asker's own, and the same whoever is
 * known by the address; a URL would show it to others, and a script can't read it.
 */
export function keepAsked(
  c: WebContext,
  { webUrl, now }: Pick<WebWorld, 'webUrl' | 'now'>,
  fields: FormFields,
  { again = false, waits = false }: Partial<Pick<JustAsked, 'again' | 'waits'>> = {},
): void {
  const own = Object.entries(fields).filter(([name]) => FIELDS.includes(name));
  const asked: JustAsked = {
    fields: Object.fromEntries(own),
    at: epochSeconds(now()),
    again,
    waits,
  };
  const value = Buffer.from(JSON.stringify(asked)).toString('base64url');
  if (value.length > LONGEST) return;
  setCookie(c, NAME, value, {
    path: INBOX,
    httpOnly: true,
    sameSite: 'Lax',
    secure: webUrl.startsWith('https:'),
    maxAge: KEPT_SECONDS,
  });
}

/** What they typed; undefined for whoever came here in another way. */
export function justAsked(c: WebContext): JustAsked | undefined {
  try {
    const text = Buffer.from(getCookie(c, NAME) ?? '', 'base64url').toString();
    return shape.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Since when they wait, in seconds. */
export const waitsFor = ({ at }: JustAsked, now: Instant): number => epochSeconds(now) - at;
