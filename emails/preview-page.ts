import { escapeHtml } from '../functions/core/mail/template.ts';

/** A mail in the list, and what is shown of it. */
export interface Shown {
  readonly mails: readonly string[];
  readonly readers: readonly string[];
  readonly mail: string;
  readonly reader: string;
  readonly part: 'html' | 'text' | 'size';
  readonly width: number;
  readonly subject: string;
  readonly preheader: string;
}

const PARTS = ['html', 'text', 'size'] as const;
const WIDTHS = [320, 390, 600, 1000];

/** The one page of the preview: a list of mails, tabs, and the mail in a frame of its own. */
export function previewPage(shown: Shown): string {
  const link = (change: Partial<Shown>, label: string, current: boolean) =>
    `<a href="${escapeHtml(address({ ...shown, ...change }))}"${current ? ' aria-current="page"' : ''}>${escapeHtml(label)}</a>`;
  const row = (title: string, links: readonly string[]) =>
    `<p><span>${title}</span> ${links.join(' ')}</p>`;
  return page(
    shown.mail,
    `<nav aria-label="Mails">${shown.mails.map((mail) => link({ mail }, mail, mail === shown.mail)).join('')}</nav>
<main>
${row(
  'Reader',
  shown.readers.map((reader) => link({ reader }, reader, reader === shown.reader)),
)}
${row(
  'Part',
  PARTS.map((part) => link({ part }, part, part === shown.part)),
)}
${row(
  'Width',
  WIDTHS.map((width) => link({ width }, String(width), width === shown.width)),
)}
<h1>${escapeHtml(shown.subject)} <small>${escapeHtml(shown.preheader)}</small></h1>
<iframe title="${escapeHtml(shown.mail)}" width="${shown.width}" src="/part${escapeHtml(address(shown))}"></iframe>
</main>`,
  );
}

/** What went wrong, as it is: an author reads it while writing. */
export function mistakesPage(message: string): string {
  return page('Mistakes', `<main><h1>Not yet</h1><pre>${escapeHtml(message)}</pre></main>`);
}

/** Text in a frame. */
export function textPage(text: string): string {
  return page('Text', `<pre>${escapeHtml(text)}</pre>`);
}

function address({ mail, reader, part, width }: Shown): string {
  return `?${new URLSearchParams({ mail, reader, part, width: String(width) })}`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${CSS}</style><body>${body}</body></html>`;
}

const CSS = `
:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
body{margin:0;display:flex;gap:24px}
nav{height:100vh;overflow:auto;padding:12px;box-sizing:border-box;flex:none}
nav a{display:block}
a{color:inherit;padding:2px 6px;border-radius:4px}
a[aria-current]{background:color-mix(in srgb,currentColor 15%,transparent);font-weight:600}
main{padding:12px;flex:1;display:flex;flex-direction:column;min-width:0}
main p{margin:0 0 4px} main span{display:inline-block;width:4em;opacity:.7}
h1{font-size:18px;margin:8px 0} small{opacity:.7;font-weight:400}
iframe{flex:1;border:1px solid;max-width:100%}
pre{padding:16px;white-space:pre-wrap;margin:0}`;
