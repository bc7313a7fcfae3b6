import { html } from 'hono/html';
import type { Issue } from '../../core/newsletter.ts';
import type { Publication } from '../../core/publication.ts';
import { dateInWords } from '../../core/words/phrases.ts';
import type { Words } from '../../core/words/words.ts';
import { inLanguage, type Markup } from './layout.ts';

/** All issues, newest first. */
export function newsletterPage(
  words: Words,
  issues: readonly Issue[],
  { name, language }: Publication,
): Markup {
  const { title, none, some, tickLink, feedLink } = words.newsletter;
  const values = {
    publication: name,
    tick: html`<a href="/#join">${tickLink}</a>`,
    feed: html`<a href="/feed.xml">${feedLink}</a>`,
  };
  return html`<article class="note"><h1>${title}</h1>
<p class="lead">${issues.length === 0 ? none : some.pieces<Markup | string>(values)}</p>
${issueList(issues, language)}</article>`;
}

/** Issues with their days and what they are about, in the publication's language. */
export function issueList(issues: readonly Issue[], language: string): Markup {
  return html`<ul class="issue-list"${inLanguage(language)}>${issues.map(
    ({
      id,
      date,
      title,
      preheader,
    }) => html`<li><time datetime="${date}">${dateInWords(date, language)}</time>
<a href="/newsletter/${id}">${title}</a><p>${preheader}</p></li>`,
  )}</ul>`;
}

/** The archive as an Atom feed (RFC 4287). An issue is dated; it has no hour. */
export function feed(issues: readonly Issue[], { name, language }: Publication, url: string) {
  const updated = `${issues[0]?.date ?? '1970-01-01'}T00:00:00Z`;
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<title>${name}</title>
<id>${url}/newsletter</id>
<link rel="alternate" type="text/html" href="${url}/newsletter"/>
<link rel="self" type="application/atom+xml" href="${url}/feed.xml"/>
<updated>${updated}</updated>
<author><name>${name}</name></author>
${issues.map(
  ({ id, date, title, preheader, page }) => html`<entry>
<title>${title}</title>
<id>${url}/newsletter/${id}</id>
<link rel="alternate" type="text/html" href="${url}/newsletter/${id}"/>
<updated>${date}T00:00:00Z</updated>
<summary>${preheader}</summary>
<content type="html">${page}</content>
</entry>
`,
)}</feed>
`;
}
