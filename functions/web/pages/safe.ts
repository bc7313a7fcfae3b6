import { html } from 'hono/html';
import type { Language } from '../../core/language.ts';
import type { Row } from '../../core/mail/rows.ts';
import { elsewhereIn, linesIn, type SafetyLines } from '../../core/mail/safety-lines.ts';
import type { Words } from '../../core/words/words.ts';
import { inLanguage, type Markup } from './layout.ts';

interface SafeView {
  readonly words: Words;
  readonly languages: readonly Language[];
  readonly lines: SafetyLines;
  /** Where their browser says that they are, the likeliest first. */
  readonly regions: readonly string[];
  readonly exit: string;
}

/** First that others may see it, then the way out, then who can be called. */
export function safePage({ words, languages, lines, regions, exit }: SafeView): Markup {
  const { title, seen, exit: leave, exitDetail, lead, where } = words.safe;
  const countries = inOrder(lines, regions, words);
  return html`<article class="note safe">
<p class="done" role="note">${seen}</p>
<p><a class="button" href="${exit}" rel="noreferrer" data-exit>${leave}</a></p>
<p class="small">${exitDetail}</p>
<h1>${title}</h1>
<p class="lead">${lead}</p>
<nav aria-label="${where}"><h2>${where}</h2><ul class="places">${countries.map(
    ({ code, name }) => html`<li><a href="#${code}">${name}</a></li>`,
  )}</ul></nav>
${countries.map(
  ({
    code,
    name,
  }) => html`<section id="${code}" aria-labelledby="${code}-name"><h2 id="${code}-name">${name}</h2>
${rows(linesIn(lines[code], words))}</section>`,
)}
<section>${rows([elsewhereIn(words)])}</section>
<ul class="places">${languages.map(
    (language) =>
      html`<li${inLanguage(language)}><a href="/safe?language=${language}" hreflang="${language}">${nameOf(language, 'language', language)}</a></li>`,
  )}</ul></article>`;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Theirs first, then all others by their names. */
function inOrder(
  lines: SafetyLines,
  regions: readonly string[],
  { language }: Words,
): readonly Named[] {
  const named = Object.keys(lines).map((code) => ({
    code,
    name: nameOf(code, 'region', language),
  }));
  const rank = ({ code }: Named) => (regions.includes(code) ? regions.indexOf(code) : Infinity);
  return named.sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    return one === other ? a.name.localeCompare(b.name, language) : one - other;
  });
}

const nameOf = (code: string, type: 'region' | 'language', language: string): string =>
  new Intl.DisplayNames(language, { type }).of(code) ?? code;

const rows = (all: readonly Row[]): Markup =>
  html`<dl>${all.map(
    ({ label, parts }) =>
      html`<dt>${label}</dt><dd>${parts.map((part) =>
        typeof part === 'string'
          ? part
          : html`<a href="${part.to}" rel="noreferrer">${part.text}</a>`,
      )}</dd>`,
  )}</dl>`;
