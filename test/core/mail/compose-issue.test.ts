import { describe, expect, test } from 'vitest';
import { TITLE } from '../../../emails/title.ts';
import { composeIssue } from '../../../functions/core/mail/compose-issue.ts';
import { type Told, titlesOf } from '../../../functions/core/mail/titles.ts';
import type { IssueId } from '../../../functions/core/newsletter.ts';
import type { IssueMail } from '../../../functions/core/reader/issues.ts';
import type { LocalDate } from '../../../functions/core/time.ts';
import { reader } from '../../support/builders.ts';
import { fakeLibrary, PUBLICATION } from '../../support/fake-library.ts';
import { senderOf } from '../../support/sender.ts';
import { ENGLISH } from '../../support/words.ts';

const SENDER = senderOf(PUBLICATION);
const { webUrl } = SENDER;
const ON = '2026-12-03' as LocalDate;
const FROST = 'frost' as IssueId;

const told = (id: string, title: string): Told => ({
  id: id as IssueId,
  title,
  preheader: `About ${title}`,
});
const TOLD = [told('frost', 'Frost & <b>'), told('thaw', 'Thaw')];

const made = (owed: IssueMail, change = {}) =>
  composeIssue(reader(change), {
    owed,
    mail: fakeLibrary().notice('digest', ENGLISH.language),
    told: TOLD,
    title: TITLE,
    sender: SENDER,
    words: ENGLISH,
  });

const ISSUE: IssueMail = { kind: 'issue', issue: FROST, on: ON };
const DIGEST: IssueMail = { kind: 'digest', on: ON };

describe('a mail of the newsletter', () => {
  test('has its copy on the web where everybody has it: no token tells who looks', () => {
    expect(made(ISSUE).values.webCopyUrl).toBe(`${webUrl}/newsletter/frost`);
    expect(made(ISSUE).values.choicesHtml).toBeUndefined();
  });

  test.for([ISSUE, DIGEST])('$kind: leaving by it names the newsletter, everywhere', (owed) => {
    const { values, headers } = made(owed);
    const fields = new Map(headers);
    expect(values.unsubscribeUrl).toMatch(/\.newsletter$/);
    expect(fields.get('List-Unsubscribe')).toContain(`<${values.unsubscribeUrl}>`);
    expect(fields.get('List-Unsubscribe')).toMatch(/unsub\+\S+\.newsletter@/);
    expect(fields.get('Reply-To')).toMatch(/reply\+\S+\.newsletter@/);
    expect(fields.get('List-Id')).toContain('<newsletter.');
  });

  test.for([ISSUE, DIGEST])(
    '$kind: who is discreet sees in the inbox that it is the newsletter',
    (owed) => {
      const { mail, headers } = made(owed, { discreet: true });
      expect(mail.subject.literals).toEqual([ENGLISH.discreet.issue]);
      expect(headers.filter(([, value]) => value.includes(SENDER.publicationName))).toEqual([]);
    },
  );

  test('who does not mind sees its subject', () => {
    expect(made(DIGEST).mail.subject).toEqual(
      fakeLibrary().notice('digest', ENGLISH.language).subject,
    );
  });
});

describe('a digest', () => {
  const { choicesHtml, choicesText } = titlesOf(TOLD, webUrl, TITLE);

  test('has each issue once, as it came, its words escaped', () => {
    expect(made(DIGEST).values).toMatchObject({ choicesHtml, choicesText });
    const links = [...choicesHtml.matchAll(/href="([^"]*)"/g)].map(([, url]) => url);
    expect(links).toEqual([`${webUrl}/newsletter/frost`, `${webUrl}/newsletter/thaw`]);
    expect(choicesHtml).toContain('Frost &amp; &lt;b&gt;');
    expect(choicesHtml).toContain('About Frost &amp; &lt;b&gt;');
    expect(choicesHtml).not.toContain('<b>');
  });

  test('has them as words as well', () => {
    expect(choicesText).toBe(
      `Frost & <b>\n${webUrl}/newsletter/frost\nAbout Frost & <b>\n\n` +
        `Thaw\n${webUrl}/newsletter/thaw\nAbout Thaw`,
    );
  });
});
