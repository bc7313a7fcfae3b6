import { html } from 'hono/html';
import type { List } from '../../core/mail/compose.ts';
import type { Words } from '../../core/words/words.ts';
import type { Markup } from './layout.ts';

/** What a press ends, and what goes on beside it. */
interface Asked {
  readonly list: List;
  readonly goesOn: List | undefined;
}

/**
 * One button, no questions, and a word of the gentler way; a second button for all of it where one list
 * would go on.
 */
export function unsubscribePage(
  { unsubscribe }: Words,
  title: string,
  { list, goesOn }: Asked,
): Markup {
  const { detail, button, instead, lettersAlone, newsletterAlone, buttonNewsletter } = unsubscribe;
  const isLetters = list === 'letters';
  const alone = isLetters ? lettersAlone : newsletterAlone;
  return html`<article class="note"><h1>${title}</h1>
<p class="lead">${goesOn === undefined ? detail : alone}</p>
<form method="post"><button>${isLetters ? button : buttonNewsletter}</button></form>
${goesOn !== undefined && html`<form method="post"><input type="hidden" name="all" value="yes"><button class="quiet">${unsubscribe.all}</button></form>`}
${isLetters && html`<p>${instead}</p>`}</article>`;
}

/** What else there is to press once something has ended. */
interface Ways {
  /** The list that goes on, and the address that ends it as well. */
  readonly also?: { readonly list: List; readonly path: string } | undefined;
  /** What takes the press back. */
  readonly back: string | undefined;
}

/** The same page after the first press and after the tenth; the way back only after the first. */
export function unsubscribedPage(
  { unsubscribe }: Words,
  title: string,
  { also, back }: Ways,
): Markup {
  const { stoppedDetail, slipped, slippedLink } = unsubscribe;
  return html`<article class="note"><h1>${title}</h1>
<p class="lead">${also === undefined ? stoppedDetail : GOES_ON[also.list](unsubscribe).said}</p>
${also && html`<form method="post" action="${also.path}"><button class="quiet">${GOES_ON[also.list](unsubscribe).end}</button></form>`}
${back !== undefined && html`<p>${slipped.pieces({ link: html`<a href="${back}">${slippedLink}</a>` })}</p>`}
</article>`;
}

type Said = (words: Words['unsubscribe']) => { readonly said: string; readonly end: string };

const GOES_ON: Readonly<Record<List, Said>> = {
  letters: ({ lettersGoOn, alsoLetters }) => ({ said: lettersGoOn, end: alsoLetters }),
  newsletter: ({ newsletterGoesOn, alsoNewsletter }) => ({
    said: newsletterGoesOn,
    end: alsoNewsletter,
  }),
};
