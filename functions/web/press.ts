import { html } from 'hono/html';
import { isManyHanded, isRash } from '../core/reader/press.ts';
import type { Leaver } from '../core/reader/subscriber.ts';
import { isGenuine, mintToken, parseToken } from '../core/token.ts';
import type { Words } from '../core/words/words.ts';
import { type FormFields, text } from './form.ts';
import type { Markup } from './pages/layout.ts';
import type { WebWorld } from './world.ts';

/**
 * Robots that open a mail's links in a browser and press what they find, or post without a look at any
 * page. A press that is like theirs changes nothing and gets the page again, with a sentence that asks
 * for it once more; the next one acts. Leaving asks nobody twice.
 *
 * A form has {@link guard} behind its own button, and its route asks {@link isRobots} before it acts:
 * all that have a token but that of leaving.
 */

/** Whose page it is. */
type Owner = Pick<Leaver, 'id' | 'secret'>;
type PressWorld = Pick<WebWorld, 'presses' | 'now' | 'milliseconds'>;

const MADE = 'made';
const DECOY = 'robot';

/**
 * What a form carries: when its page was made, which nobody else can say, and a button that no person
 * finds. It stands behind the form's own, which Enter presses.
 */
export function guard({ milliseconds }: PressWorld, words: Words, { id, secret }: Owner): Markup {
  const made = mintToken(secret, id, 'press', milliseconds().toString(36));
  return html`<input type="hidden" name="${MADE}" value="${made}">
<button class="trap" name="${DECOY}" value="yes" tabindex="-1" aria-hidden="true">${words.press.decoy}</button>`;
}

/**
 * Whether a press is like a robot's. A browser sends what the page holds, so one without our field, or
 * with another reader's, has seen no page of theirs.
 *
 * @param what the press is about, as a word of ours
 */
export async function isRobots(
  world: PressWorld,
  { id, secret }: Owner,
  fields: FormFields,
  what: string,
): Promise<boolean> {
  const token = parseToken(text(fields, MADE));
  const ours = token?.id === id && isGenuine(token, secret, 'press');
  const after = ours ? world.milliseconds() - Number.parseInt(token.detail, 36) : 'unknown';
  // What is rash changes nothing at all, not even what we remember.
  if (isRash({ after, decoy: text(fields, DECOY) !== '' })) return true;
  const press = { what, at: world.now() };
  return isManyHanded(press, await world.presses.note(id, press));
}

/**
 * The same page once more, and why. The sentence takes the focus, unless the page's button does: that is
 * then described by it.
 */
export const onceMore = (
  words: Words,
  body: Markup,
  focus: 'sentence' | 'button' = 'sentence',
): Markup =>
  html`<p class="done once-more" id="${ONCE_MORE}" role="status"${
    focus === 'sentence' && html` tabindex="-1" autofocus`
  }>${words.press.onceMore}</p>${body}`;

/** A page that is not shown once more. */
export const asItIs: typeof onceMore = (_, body) => body;

export const ONCE_MORE = 'once-more';
