import { html, type raw } from 'hono/html';
import type { Library } from '../../adapters/library.ts';
import { DAY, NIGHT } from '../../core/palette.ts';
import { CARD, TOUCH_ICON } from '../../core/picture.ts';
import { directionOf, type Words } from '../../core/words/words.ts';
import { SCRIPT } from '../script.ts';
import { ICON, NO_ICON, STYLE } from '../style.ts';

/** Escaped html. */
export type Markup = ReturnType<typeof html> | ReturnType<typeof raw>;

/** Where the icon for a phone's home screen is. */
const TOUCH_ICON_PATH = `/pictures/${TOUCH_ICON}.png`;

/** Two circles that share a little, in the colors of the page. */
const MARK = html`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><circle cx="11" cy="16"
r="8.6"/><circle cx="21" cy="16" r="8.6"/></svg>`;

/** The attributes of words that may be in another language than the page. */
export const inLanguage = (language: string): Markup =>
  html` lang="${language}" dir="${directionOf(language)}"`;

/** A page that tells nobody whose it is: no name of ours in its title, and none on it. */
export function neutralPage(words: Words, title: string, body: Markup): Markup {
  return html`<!doctype html>
<html${inLanguage(words.language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${NO_ICON.path}" type="${NO_ICON.type}">
<link rel="stylesheet" href="${STYLE.path}">
<script src="${SCRIPT.path}" defer></script>
</head>
<body>
<main id="main">
${body}
</main>
</body>
</html>`;
}

/** What a page that is anybody's says of itself to search engines, and where it is passed on. */
export interface PublicHead {
  readonly title: string;
  readonly description: string;
  /** Its one address, whatever way somebody came by it. */
  readonly url: string;
  /** The address of the picture that it is shown with, and what can be read on it. */
  readonly card: { readonly url: string; readonly words: string };
  readonly feedUrl: string;
}

/** The name of a page; all that a page says which is for whoever holds its link. */
export type Head = string | PublicHead;

/** The frame of every page. Nothing in it comes from anywhere but this door. */
export function page({ publication }: Library, words: Words, head: Head, body: Markup): Markup {
  const { language } = words;
  const { title } = typeof head === 'string' ? { title: head } : head;
  const { skip, colophon, titleOf } = words.page;
  const { name, footerNote } = publication;
  return html`<!doctype html>
<html${inLanguage(language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="${DAY.paper}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${NIGHT.paper}">
<title>${title === name ? title : titleOf({ page: title, publication: name })}</title>
${typeof head !== 'string' && forEverybody(head, publication, language)}<link rel="icon" href="${ICON.path}" type="${ICON.type}">
<link rel="apple-touch-icon" href="${TOUCH_ICON_PATH}">
<link rel="stylesheet" href="${STYLE.path}">
<script src="${SCRIPT.path}" defer></script>
</head>
<body>
<a class="skip" href="#main">${skip}</a>
<header class="masthead"><a href="/">${MARK}${name}</a></header>
<main id="main">
${body}
</main>
<footer class="colophon">
<p>${footerNote ? html`<span${inLanguage(publication.language)}>${footerNote}</span> ` : ''}${colophon}
<a href="/safe">${words.mail.safe}</a></p>
</footer>
</body>
</html>`;
}

/** Open Graph (ogp.me), which all who show links read; X asks for one word more. */
function forEverybody(
  { title, description, url, card, feedUrl }: PublicHead,
  { name }: Library['publication'],
  language: string,
): Markup {
  const said = [
    ['og:type', 'website'],
    ['og:site_name', name],
    ['og:locale', language.replace('-', '_')],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ['og:image', card.url],
    ['og:image:type', CARD.type],
    ['og:image:width', CARD.width],
    ['og:image:height', CARD.height],
    ['og:image:alt', card.words],
  ] as const;
  return html`<meta name="description" content="${description}">
<link rel="canonical" href="${url}">
<link rel="alternate" type="application/atom+xml" title="${name}" href="${feedUrl}">
${said.map(([property, content]) => html`<meta property="${property}" content="${content}">\n`)}
<meta name="twitter:card" content="summary_large_image">
`;
}
