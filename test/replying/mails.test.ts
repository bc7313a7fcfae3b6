import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { Library } from '../../functions/adapters/library.ts';
import type { CourseSlug, LessonId } from '../../functions/core/course.ts';
import type { InboundMail } from '../../functions/core/replies/read-mail.ts';
import { wholeLines } from '../../functions/core/replies/whole-lines.ts';
import { mailsFor } from '../../functions/replying/mails.ts';
import { mailOf } from '../core/replies/mail.ts';
import { at, enrollment, reader, received } from '../support/builders.ts';
import { fakeLibrary, PUBLICATION } from '../support/fake-library.ts';
import { RECEIVED } from '../support/received.ts';
import { senderOf } from '../support/sender.ts';

const world = {
  library: fakeLibrary(),
  sender: senderOf(PUBLICATION),
  now: () => at('2026-11-22T09:00:00Z'),
};

const saying = (text: string) => ({ literals: [text], slots: [] });

/** What the author gets to read of a reader's mail. */
async function forwarded(mail: InboundMail): Promise<string> {
  const decision = { intent: 'none', outcome: 'forwarded', toAuthor: true } as const;
  const [letter] = mailsFor(world, decision, mail, reader(), RECEIVED);
  const { text = '' } = await PostalMime.parse(letter?.raw ?? '');
  return text;
}

test('a letter that they ask for is sent again as they had it, in the course of which it is', async () => {
  const mail = await mailOf(
    'From: Jo <jo@example.net>',
    'Message-ID: <m1@example.net>',
    '',
    'again',
  );
  const twice = { received: [], earlier: received('closeness') };
  const jo = reader({
    enrollments: [
      enrollment({ ...twice, again: 1, track: 'friend' as never }),
      enrollment({ ...twice, again: 1, course: 'other' as CourseSlug, track: 'a' as never }),
    ],
  });
  const letter = { course: 'other' as CourseSlug, lesson: 'closeness' as LessonId };
  const decision = { intent: 'resend', outcome: 'applied', again: letter } as const;
  const [sent, ...more] = mailsFor(world, decision, mail, jo, RECEIVED);
  expect(more).toEqual([]);
  expect(sent).toMatchObject({ to: jo.address, tags: { kind: 'again' }, stream: 'letters' });
  const { html = '', headers } = await PostalMime.parse(sent?.raw ?? '');
  expect(html).toContain('other closeness a');
  expect(headers.find(({ key }) => key === 'in-reply-to')?.value).toBe('<m1@example.net>');
});

test('what goes on and what could be had stand each in a mail of its own', async () => {
  const mail = await mailOf('From: Jo <jo@example.net>', '', 'stop, what else is there?');
  const choosing = {
    subject: saying('A choice'),
    html: saying(''),
    text: { literals: ['', ''], slots: ['choicesText'] as const },
  };
  const library: Library = { ...world.library, notice: () => choosing };
  const decision = {
    intent: 'unsubscribe',
    outcome: 'applied',
    answer: 'in-part',
    question: { because: 'offered', options: [[{ is: 'newsletter', on: false }]] },
    besides: ['courses'],
    offers: [[{ is: 'take', of: 'closer' as CourseSlug }]],
  } as const;
  const sent = mailsFor({ ...world, library }, decision, mail, reader(), RECEIVED);
  const texts = await Promise.all(sent.map(async ({ raw }) => (await PostalMime.parse(raw)).text));
  expect(texts.map((text = '') => text.match(/^.+(?=:$)/gm))).toEqual([
    ['No more newsletter'],
    ['Take Closer too'],
  ]);
});

const SENTENCE = 'My grandmother wrote to her brother every Sunday of her life. ';
const PARAGRAPH = `${SENTENCE.repeat(30)}He kept them all.`;

test.for([
  ['first', [PARAGRAPH, '', 'Jo']],
  ['in the middle, indented', ['Dear Anna,', '', `  ${PARAGRAPH}`, '', 'Jo']],
  ['twice', [PARAGRAPH, '', PARAGRAPH]],
  ['above a quote', [PARAGRAPH, '', 'On Sun, 22 Nov 2026 Anna wrote:', '> One letter.']],
] as const)('the author gets all of a paragraph that is one line: %s', async ([, lines]) => {
  const mail = await mailOf('From: Jo <jo@example.net>', '', ...lines);
  const text = await forwarded(mail);
  const written = lines.filter((line) => line.includes(PARAGRAPH)).length;
  expect(text.split(PARAGRAPH)).toHaveLength(written + 1);
  expect(text).not.toContain('One letter.');
});

test('but a quote stays as it was read', () => {
  const quote = `> ${PARAGRAPH}`;
  expect(wholeLines(quote.slice(0, 500), quote)).toBe(quote.slice(0, 500));
});

/** The language of the answer to somebody who asks how things stand. */
async function answeredIn(said: string): Promise<string> {
  const mail = await mailOf('From: Jo <jo@example.net>', 'Subject: Re: Letter', '', said);
  const decision = { intent: 'status', outcome: 'applied', answer: 'status' } as const;
  const library: Library = {
    ...world.library,
    notice: (_, language) => ({
      subject: saying('Status'),
      html: saying(language),
      text: saying(language),
    }),
  };
  const [answer] = mailsFor({ ...world, library }, decision, mail, reader(), RECEIVED);
  const { text = '' } = await PostalMime.parse(answer?.raw ?? '');
  return text.trim();
}

test.for([
  ['that of the reply, where it has words of ours', 'Wann kommt mein nächster Brief?', 'de'],
  ["the course's, where it is only understood", 'När kommer mitt nästa brev?', 'en'],
] as const)('the language of an answer is %s', async ([, said, language]) => {
  expect(await answeredIn(said)).toBe(language);
});
