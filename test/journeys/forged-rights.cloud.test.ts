import { beforeEach, describe, expect, test } from 'vitest';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { addressIn, annWithALetter, type Person, person } from '../support/visitor.ts';
import { pressIn } from '../support/wish-buttons.ts';

/**
 * What is a reader's by right is asked for in words, too; and whoever asks may not be them. Nothing of theirs
 * changes, and nothing of theirs goes anywhere but to the address that is stored. Forged links are
 * `a-readers-own.cloud.test.ts`'s.
 */

const MALLORY = 'mallory@example.org';
let ann: Person;
const { outside } = shippedCloud('2026-11-23T09:00:00Z');

beforeEach(async () => {
  ann = await annWithALetter(outside);
});

const RIGHTS = [
  'Please send me all the data you have about me',
  'Please delete all my data',
  `My new address is ${MALLORY}, please write to me there`,
] as const;

/**
 * The writer, what DMARC says of them, and whether they hold the reply address of a letter of hers. Who does can
 * stop her letters, by it as by the letter's link, unless DMARC knows them for somebody else; she is told, and
 * can take it back.
 */
const FORGERIES: readonly (readonly [
  why: string,
  from: 'ann' | 'mallory',
  dmarc: string,
  holds: boolean,
])[] = [
  ['in her name, by DMARC’s word not hers', 'ann', 'FAIL', false],
  ['in her name, of which DMARC knows nothing', 'ann', 'GRAY', false],
  ['in her name, while the scanner failed', 'ann', 'PROCESSING_FAILED', false],
  ['in her name, not hers, to a letter’s own address', 'ann', 'FAIL', true],
  ['from a mailbox of their own, to a letter’s own address', 'mallory', 'PASS', true],
  ['from one that proves nothing, to a letter’s own address', 'mallory', 'GRAY', true],
  ['from a mailbox of their own, with nothing of hers', 'mallory', 'PASS', false],
];

interface Stored {
  readonly id: string;
  readonly item: Readonly<Record<string, unknown>>;
  readonly beside: readonly { readonly sk: string }[];
}
const stored = () => outside.json<Stored>(`/_local/subscribers/${ann.address}`);

/** Who she is, and what lies beside; not that a mail came in that speaks of her, nor how often she was saved. */
async function herOwn() {
  const { item, beside } = await stored();
  const { revision: _, dueAt, ...own } = item;
  return { own, beside: beside.filter(({ sk }) => /^(?:fact|check-in|move)/.test(sk)), dueAt };
}

describe.each(FORGERIES)('%s', (_, from, dmarc, holds) => {
  test.each(RIGHTS)('%s', async (words) => {
    const before = await herOwn();
    const { id } = await stored();
    const heard = await outside.mailsTo(MALLORY);
    const sender = from === 'ann' ? ann.address : MALLORY;
    const to = holds ? addressIn((await ann.latest()).replyTo) : 'hello@reply.example.com';
    const raw = `From: ${sender}\r\nSubject: My rights\r\nMessage-ID: <${Math.random()}@x>\r\n\r\n${words}\r\n`;
    await outside.receives(raw, to, { 'x-verdict-dmarc': dmarc });
    await outside.advance('PT5M');
    const stops = holds && dmarc !== 'PASS' && words.includes('delete');
    if (stops) await pressIn(outside, await ann.latest(), /keep me on/);
    const { own, ...rest } = await herOwn();
    expect(own).toEqual(before.own);
    // That she left and came back is on her record, and nothing else.
    if (stops) expect(rest.beside.length).toBe(before.beside.length + 2);
    else expect({ own, ...rest }).toEqual(before);
    const answers = (await outside.mailsTo(MALLORY)).slice(heard.length);
    for (const { text, html } of answers) {
      expect(text + html).not.toMatch(new RegExp(`${ann.address}|${id}|/own/|/wish/`));
    }
    // What may still open it lies in her mailbox alone, and asks for a press there.
    const links = (await ann.mails()).filter(({ text }) => text.includes('/own/'));
    expect(links.every((mail) => mail.to.includes(ann.address))).toBe(true);
  });
});

test('while her own words are heard', async () => {
  expect(await ann.replies(RIGHTS[0])).toMatchObject({ intent: 'export', outcome: 'applied' });
  expect((await ann.latest()).text).toContain('/own/');
  expect(await person(outside, MALLORY).mails()).toEqual([]);
});
