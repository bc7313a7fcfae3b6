import './production.ts';
import { createServer } from 'node:http';
import { fill, htmlValue } from '../functions/core/mail/template.ts';
import { compileMail } from './compile.ts';
import { contentFolder } from './content/folder.ts';
import { loadContent } from './content/load.ts';
import type { Content } from './content/model.ts';
import { EXAMPLE_READERS } from './examples.ts';
import {
  type LessonMail,
  lessonMails,
  type NewsletterMail,
  type NoticeMail,
  newsletterMails,
  noticeMails,
  titleOf,
} from './mails.ts';
import { newsletterValues } from './newsletter-values.ts';
import { mistakesPage, previewPage, type Shown, textPage } from './preview-page.ts';
import { toldIn } from './told.ts';

/**
 * `npm run preview`: every mail for a few readers, read anew from `content/` with each page. Give
 * another content folder as the argument, another port as PORT.
 */
const contentDir = process.argv[2] ?? contentFolder();
const port = Number(process.env['PORT'] ?? 3100);

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  answer(url)
    .catch((error: unknown) => mistakesPage(error instanceof Error ? error.message : String(error)))
    .then((html) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html))
    .catch(console.error);
});

// Nobody else on the network reads along.
server.listen(port, '127.0.0.1', () => console.log(`preview: http://127.0.0.1:${port}/`));

async function answer(url: URL): Promise<string> {
  const content = loadContent(contentDir);
  const mails = mailsOf(content);
  const [first = ''] = mails.keys();
  const key = url.searchParams.get('mail') ?? first;
  const one = mails.get(key) ?? mails.get(first);
  if (one === undefined) return mistakesPage('There is no mail.');
  const shown: Shown = {
    mails: [...mails.keys()],
    readers: EXAMPLE_READERS.map(({ name }) => name),
    mail: key,
    reader: url.searchParams.get('reader') ?? 'Anna',
    part: parsePart(url.searchParams.get('part')),
    width: Number(url.searchParams.get('width')) || 600,
    subject: one.mail.subject,
    preheader: one.mail.preheader,
  };
  return url.pathname === '/part' ? partPage(one, content, shown) : previewPage(shown);
}

function parsePart(text: string | null): Shown['part'] {
  return text === 'text' || text === 'size' ? text : 'html';
}

/** What would be sent: compiled, then filled for the reader. */
async function partPage(one: AnyMail, content: Content, shown: Shown): Promise<string> {
  const { part, reader: name } = shown;
  const { words } = one.mail;
  const example = EXAMPLE_READERS.find((each) => each.name === name) ?? EXAMPLE_READERS[0];
  if (example === undefined) throw new Error('there is no example reader');
  const { reader } = example;
  const compiled = await compileMail(one.mail);
  const told = toldIn(content);
  const values = {
    ...example.values(words),
    ...newsletterValues(one, { reader, words, mail: compiled, told }),
  };
  const html = fill(compiled.html, values, htmlValue);
  const text = fill(compiled.text, values);
  if (part === 'html') return html;
  if (part === 'text') return textPage(text);
  const count = text.split(/\s+/).length;
  const [htmlSize, textSize] = [html, text].map((body) => Buffer.byteLength(body));
  return textPage(
    `html  ${htmlSize} bytes (Gmail cuts near 102000)\ntext  ${textSize} bytes, ${count} words\n` +
      `slots ${[...new Set([...compiled.html.slots, ...compiled.text.slots])].join(', ')}`,
  );
}

/** Every mail there is, by the name it has in the list. */
function mailsOf(content: Content): ReadonlyMap<string, AnyMail> {
  const all = [...lessonMails(content), ...noticeMails(content), ...newsletterMails(content)];
  return new Map(all.map((one) => [titleOf(one), one]));
}

type AnyMail = LessonMail | NoticeMail | NewsletterMail;
