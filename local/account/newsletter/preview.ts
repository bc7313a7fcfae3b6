import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMail } from '../../../emails/compile.ts';
import type { Content } from '../../../emails/content/model.ts';
import { EXAMPLE_READERS } from '../../../emails/examples.ts';
import { type NewsletterMail, newsletterMails } from '../../../emails/mails.ts';
import { newsletterValues } from '../../../emails/newsletter-values.ts';
import { fill, htmlValue } from '../../../functions/core/mail/template.ts';
import { RefusedError } from '../restore/home.ts';
import type { Outside } from '../session.ts';
import { noIssue } from './issues.ts';

/**
 * The mail of an issue as files, filled for an example reader as `npm run preview` does.
 *
 * @returns its subject, and the files: html first, then text
 * @throws RefusedError when there is no such issue
 */
export async function preview(
  { buildDir }: Pick<Outside, 'buildDir'>,
  slug: string,
  content: Content,
): Promise<{ readonly subject: string; readonly files: readonly string[] }> {
  const issue = issueIn(content, slug);
  const { words } = issue.mail;
  const compiled = await compileMail(issue.mail);
  const [example] = EXAMPLE_READERS;
  if (example === undefined) throw new Error('there is no example reader');
  const { reader } = example;
  const values = {
    ...example.values(words),
    ...newsletterValues(issue, { reader, words, mail: compiled, told: [] }),
  };
  const [html, text] = [fill(compiled.html, values, htmlValue), fill(compiled.text, values)];
  mkdirSync(buildDir, { recursive: true });
  const file = join(buildDir, `newsletter-${slug}`);
  writeFileSync(`${file}.html`, html);
  writeFileSync(`${file}.txt`, text);
  return { subject: fill(compiled.subject, values), files: [`${file}.html`, `${file}.txt`] };
}

/** @throws RefusedError when the folder has no such issue */
export function issueIn(content: Content, slug: string): NewsletterMail {
  const mails = newsletterMails(content);
  const found = mails.find(({ issue }) => issue.id === slug);
  if (found !== undefined) return found;
  throw new RefusedError(
    noIssue(
      slug,
      mails.map(({ issue }) => issue.id),
    ),
  );
}
