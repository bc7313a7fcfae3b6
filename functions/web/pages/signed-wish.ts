import { html } from 'hono/html';
import type { SignedWish } from '../../core/replies/signed-wish.ts';
import type { Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';

/** What one press would do, and the button. */
export function wishPage(
  words: Words,
  title: string,
  { audience, acts }: SignedWish,
  guard: Markup,
): Markup {
  const { wish } = words;
  const details = acts.flatMap(({ is }) =>
    is === 'export' ? [wish.exportDetail] : is === 'erase' ? [wish.eraseDetail] : [],
  );
  return html`<article class="note"><h1>${title}</h1>
${audience === 'author' && html`<p class="small">${wish.forReader}</p>`}
${details.map((detail) => html`<p class="lead">${detail}</p>`)}
<p>${wish.notYet}</p>
<form method="post"><button>${wish.do}</button>${guard}</form></article>`;
}

/** What was done, what comes next, and the way back; nothing is done that can't be any more. */
export function donePage(
  { wish, done }: Words,
  { said, next, undo }: { said: string; next: string; undo: string | undefined },
): Markup {
  const isDone = said !== done.nothing;
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
