import { html, type raw } from 'hono/html';
import type { Library } from '../../adapters/library.ts';
import { directionOf, type Words } from '../../core/words/words.ts';
import { SCRIPT } from '../script.ts';
import { ICON, STYLE } from '../style.ts';

/** Escaped html. */
export type Markup = ReturnType<typeof html> | ReturnType<typeof raw>;

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
<link rel="icon" href="data:,">
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

/** The frame of every page. Nothing in it comes from anywhere but this door. */
export function page({ publication }: Library, words: Words, title: string, body: Markup): Markup {
  const { language } = words;
  const { skip, colophon, titleOf } = words.page;
  const { name, footerNote } = publication;
  return html`<!doctype html>
<html${inLanguage(language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === name ? title : titleOf({ page: title, publication: name })}</title>
<link rel="icon" href="${ICON.path}" type="${ICON.type}">
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
