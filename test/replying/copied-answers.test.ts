import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../functions/adapters/library.ts';
import type { CourseSlug } from '../../functions/core/course.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { decide } from '../../functions/core/replies/decide.ts';
import { textOfHtml } from '../../functions/core/replies/html.ts';
import type { ReplyDecision } from '../../functions/core/replies/intents.ts';
import type { InboundMail } from '../../functions/core/replies/read-mail.ts';
import type { Wish } from '../../functions/core/replies/understanding.ts';
import { decisionOn } from '../../functions/replying/judge.ts';
import { mailsFor } from '../../functions/replying/mails.ts';
import { COURSE, lesson, tinyContent } from '../emails/tiny-content.ts';
import { at, enrollment, reader, received } from '../support/builders.ts';
import { libraryFrom } from '../support/compiled-library.ts';
import { SHIPPED, shippedWords } from '../support/morning-letters.ts';
import { RECEIVED } from '../support/received.ts';
import { senderOf } from '../support/sender.ts';

/** By what somebody wrote it is known in which language they are answered. */
const WRITTEN: Readonly<Record<string, string>> = {
  de: 'Bitte schicken Sie mir keine Briefe mehr.',
  en: 'Please send me no more letters.',
  es: 'Por favor, no me envíen más cartas.',
  fr: "Ne m'envoyez plus de lettres, s'il vous plaît.",
  it: 'Per favore, non mandatemi più lettere.',
  nl: 'Stuur mij alstublieft geen brieven meer.',
  pt: 'Por favor, não me enviem mais cartas.',
};

const NOW = at('2026-11-22T09:00:00Z');
const PATIENCE = 60_000;
const READER = reader({
  newsletter: true,
  enrollments: [enrollment({ course: 'tiny' as CourseSlug, received: received('first') })],
});

/** What the reader asked for, and the mail of ours that answers it. */
const ANSWERS: readonly (readonly [mail: string, wishes: readonly Wish[]])[] = [
  ['the letters have ended, and the newsletter may', [{ is: 'leave' }]],
  ['the newsletter has ended, and all may', [{ is: 'leave', of: 'newsletter' }]],
  ['other courses, or one by its title', [{ is: 'course' }]],
];

let library: Library;
beforeAll(async () => {
  library = await libraryFrom(
    tinyContent({
      ...shippedWords(SHIPPED),
      'courses/mornings/course.yaml': COURSE.replace('id: tiny', 'id: mornings').replace(
        /^title: .*$/m,
        'title: Quiet mornings',
      ),
      'courses/mornings/lessons/01-window.md': lesson('window', 'Look outside.'),
    }),
  );
}, PATIENCE);

const worldOf = () => ({
  library,
  sender: senderOf(library.publication),
  now: () => NOW,
});

const written = (text: string): InboundMail => ({
  kind: 'mail',
  headers: [],
  from: READER.address ?? '',
  fromName: 'Ann',
  subject: 'Re: A letter',
  references: [],
  text,
  contentTypes: ['text/plain'],
});

interface Answered {
  readonly decision: ReplyDecision;
  readonly subscriber: Subscriber;
  /** Our answer as a program copies it, from either part. */
  readonly copies: readonly string[];
}

async function answered(wishes: readonly Wish[], language: string): Promise<Answered> {
  const world = worldOf();
  const present = { now: NOW, courses: library.courses };
  const decision = decide({ wishes, personal: false }, 1, READER, present);
  const became = decision.change?.(READER);
  const subscriber = became?.is === 'changed' ? became.subscriber : READER;
  const mail = written(WRITTEN[language] ?? '');
  const ours = mailsFor(world, decision, mail, subscriber, RECEIVED);
  const read = await Promise.all(ours.map(({ raw }) => PostalMime.parse(raw)));
  const copies = read.flatMap(({ text = '', html = '' }) => [text, textOfHtml(html)]);
  return { decision, subscriber, copies };
}

/** What a reply comes to while the question of our answer is open. */
function becomes(text: string, { decision, subscriber }: Answered): string {
  const arrival = {
    messageId: 'two',
    recipients: ['letters@reply.example.com'],
    verdicts: { spam: 'PASS', virus: 'PASS', dmarc: 'PASS' },
  };
  const writer = {
    subscriber,
    from: subscriber.address,
    genuineToken: true,
    probe: false,
    list: 'letters' as const,
  };
  const asked = { options: decision.question?.options ?? decision.offers ?? [], at: NOW };
  const { intent, outcome } = decisionOn(worldOf(), arrival, written(text), writer, asked);
  return `${outcome} ${intent}`;
}

/** A copy and all its ends, each beginning with a block of it. */
const fromEveryBlock = (copy: string): readonly string[] => {
  const blocks = copy.split(/\n\s*\n/);
  return blocks.map((_, from) => blocks.slice(from).join('\n\n'));
};

describe.for(ANSWERS)('%s: a copy that no mark tells from the reader’s words', ([, wishes]) => {
  test.for(SHIPPED)('changes nothing (%s)', async (language) => {
    const all = await answered(wishes, language);
    expect(all.copies.length).toBeGreaterThan(0);
    const texts = all.copies.flatMap((copy) => [
      ...fromEveryBlock(copy),
      ...fromEveryBlock(copy).map((end) => `:-)\n\n${end}`),
    ]);
    const became = texts.map((text) => [becomes(text, all), text] as const);
    const asked = became.filter(([what]) => what === 'clarify-asked clarify');
    expect(became.filter((one) => one[0] !== 'forwarded none' && !asked.includes(one))).toEqual([]);
    // A heading and a greeting are nobody's words, and may be asked about.
    expect(asked.length).toBeLessThan(texts.length / 6);
  });
});
