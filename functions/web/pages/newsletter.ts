import { html } from 'hono/html';
import { Temporal } from 'temporal-polyfill';
import type { Issue } from '../../core/newsletter.ts';
import type { Publication } from '../../core/publication.ts';
import type { LocalDate } from '../../core/time.ts';
import type { Markup } from './layout.ts';

/** All issues, newest first. */
export function newsletterPage(issues: readonly Issue[], { name, language }: Publication): Markup {
  return html`<article class="note"><h1>The newsletter</h1>
<p class="lead">${
    issues.length === 0
      ? 'The first issue is still to come.'
      : html`Now and then from ${name}. To get the next one by mail, tick the box
<a href="/#join">when you sign up</a>, or follow <a href="/feed.xml">the feed</a>.`
  }</p>
${issueList(issues, language)}</article>`;
}

/** Issues with their days and what they are about. */
export function issueList(issues: readonly Issue[], language: string): Markup {
  return html`<ul class="issue-list">${issues.map(
    ({ id, date, title, preheader }) => html`<li><time datetime="${date}">${inWords(date)}</time>
<a href="/newsletter/${id}" lang="${language}">${title}</a><p lang="${language}">${preheader}</p></li>`,
  )}</ul>`;
}

const inWords = (date: LocalDate): string =>
  Temporal.PlainDate.from(date).toLocaleString('en-US', { dateStyle: 'long' });

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
  ({ id, date, title, preheader }) => html`<entry>
<title>${title}</title>
<id>${url}/newsletter/${id}</id>
<link rel="alternate" type="text/html" href="${url}/newsletter/${id}"/>
<updated>${date}T00:00:00Z</updated>
<summary>${preheader}</summary>
</entry>
`,
)}</feed>
`;
}
