import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** What we say when we can't do what was asked: the same to everybody, whatever the cause. */
export const REFUSALS = {
  400: {
    title: 'That could not be read',
    detail: 'What arrived here was cut off or garbled. Please try once more.',
  },
  404: {
    title: 'There is nothing here',
    detail:
      'If you followed a link from one of our letters, it may have been cut in two on its way. ' +
      'Try the link again from the letter itself, or just reply to the letter: a person reads it.',
  },
  405: {
    title: 'That does not work here',
    detail: 'This address exists, but it can’t be used in that way.',
  },
  413: {
    title: 'That was too much',
    detail: 'What you sent is larger than anything our form could need. Please send less.',
  },
  415: {
    title: 'We can’t read that format',
    detail: 'Please send an ordinary web form, or JSON.',
  },
  422: {
    title: 'Something needs another look',
    detail: 'Nothing was changed. See the errors, field by field.',
  },
  429: {
    title: 'That was a lot of sign-ups',
    detail:
      'Many sign-ups came from your network within the hour. Please try again a little later.',
  },
  500: {
    title: 'Something broke on our side',
    detail: 'It has been noted, and it was not your doing. Please try again in a minute.',
  },
} as const;

export type Refusal = keyof typeof REFUSALS;

/** The page for it. */
export function refusalPage(status: Refusal): Markup {
  const { title, detail } = REFUSALS[status];
  return html`<article class="note"><h1>${title}</h1><p>${detail}</p>
<p><a href="/">To the front page</a></p></article>`;
}
