import { html } from 'hono/html';
import { isOfData, type SignedWish } from '../../core/replies/signed-wish.ts';
import type { Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';

/** What one press would do, and the button. */
export function wishPage(
  words: Words,
  title: string,
  { audience, acts }: SignedWish,
  guard: Markup,
): Markup {
  const { wish, own } = words;
  return html`<article class="note"><h1>${title}</h1>
${audience === 'author' && html`<p class="small">${wish.forReader}</p>`}
${acts.some(isOfData) && html`<p class="lead">${own.overDetail}</p>`}
<p>${wish.notYet}</p>
<form method="post"><button>${wish.do}</button>${guard}</form></article>`;
}

/** What came of a press. */
interface Came {
  readonly said: string;
  /** Whether anything was done. */
  readonly isDone: boolean;
  readonly next: string;
  /** The address of what takes it back. */
  readonly undo: string | undefined;
}

/** What was done, what comes next, and the way back; nothing is done that can't be any more. */
export function donePage({ wish }: Words, { said, isDone, next, undo }: Came): Markup {
  return html`<article class="note"><h1>${isDone ? wish.done : said}</h1>
${isDone && html`<p class="lead" role="status">${said}</p>`}
<p>${next}</p>
${undo && html`<p><a href="${undo}">${wish.undo}</a></p>`}</article>`;
}

/** The last page: there is no way back, and nothing more to say. */
export function erasedPage({ done }: Words): Markup {
  return html`<article class="note"><h1>${done.erased}</h1>
<p class="lead">${done.erasedDetail}</p></article>`;
}

/** A link from an old mail. */
export function asleepPage({ wish }: Words, preferences: string | undefined): Markup {
  const { asleep, asleepDetail, asleepLink } = wish;
  const link =
    preferences === undefined ? asleepLink : html`<a href="${preferences}">${asleepLink}</a>`;
  return html`<article class="note"><h1>${asleep}</h1>
<p class="lead">${asleepDetail.pieces<Markup | string>({ link })}</p></article>`;
}
