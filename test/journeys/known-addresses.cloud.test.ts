import { describe, expect, test } from 'vitest';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { addressIn, headerOf, linkIn, type Mail, person } from '../support/visitor.ts';

/**
 * What the form does at an address that is known: one mail in a week at most, whatever anybody types,
 * with what was asked for as a button and "never again" beside it; and nothing else changes.
 */

const { outside } = shippedCloud('2026-11-23T09:00:00Z');

type Item = Readonly<Record<string, unknown>>;
const stored = async (address: string) =>
  outside.json<{ readonly item: Item; readonly beside: readonly Item[] }>(
    `/_local/subscribers/${address}`,
  );
const itemOf = async (address: string) => (await stored(address)).item;
const isFromForm = ({ subject }: Mail) => /with us already|like to come back/.test(subject);
const press = (url: string, fields: Readonly<Record<string, string>> = {}) =>
  outside.press(url, fields);
const linksIn = ({ text }: Mail, path: string) =>
  text.match(new RegExp(`https?://[^\\s>)]+/${path}/[^\\s>)]+`, 'g')) ?? [];

test('a reader who asks for the newsletter gets it by one press, and one mail a week at most', async () => {
  const ann = person(outside, 'ann@example.net');
  await ann.joins({ track: 'partner', hour: 20 });
  const before = await itemOf(ann.address);
  for (let days = 0; days < 7; days += 1) {
    await ann.signUp({ newsletter: true, track: 'partner', hour: 3, name: 'Win $500' });
    await ann.signUp({ newsletter: true, track: 'partner' });
    await outside.advance('P1D');
  }
  const [offer, ...others] = (await ann.mails()).filter(isFromForm);
  expect(others, 'whatever is typed in a week').toEqual([]);
  if (offer === undefined) throw new Error('no mail');
  expect(offer.text).not.toContain('Win $500');
  expect(await itemOf(ann.address)).toMatchObject({
    hour: before['hour'],
    newsletter: false,
    enrollments: [{ track: 'partner' }],
  });

  // Another week, another mail: its one button adds what was asked for, and nothing else.
  await ann.signUp({ newsletter: true, track: 'partner' });
  const mail = (await ann.mails()).filter(isFromForm)[1];
  if (mail === undefined) throw new Error('no second mail');
  const [add = '', ...more] = linksIn(mail, 'confirm');
  expect(more, 'they have that version').toEqual([]);
  expect(await (await fetch(add)).text()).toContain('Add the newsletter');
  expect((await itemOf(ann.address))['newsletter']).toBe(false);
  for (const _ of [1, 2]) {
    expect(await (await press(add)).text()).toContain('You get the newsletter as well');
  }
  const after = await stored(ann.address);
  expect(after.item).toMatchObject({ newsletter: true, hour: 20 });
  expect(
    after.beside.filter(({ sk }) => /#(confirmed|newsletter)$/.test(String(sk))),
  ).toMatchObject([
    { by: 'reader', channel: 'page' },
    { by: 'reader', channel: 'page', wanted: 'yes' },
  ]);
});

test('each addition is a button of its own; an answer “yes” to several of them is none', async () => {
  const bob = person(outside, 'bob@example.net');
  await bob.joins({ track: 'partner' });
  await bob.signUp({ newsletter: true, track: 'friend' });
  const mail = await bob.latest();
  expect(linksIn(mail, 'confirm')).toHaveLength(2);
  expect(await bob.replies('yes')).toMatchObject({ outcome: 'forwarded' });
  const [, version = ''] = linksIn(mail, 'confirm');
  await press(version);
  expect(await itemOf(bob.address)).toMatchObject({
    newsletter: false,
    enrollments: [{ track: 'friend' }],
  });
});

test('who has all of it is told so, and shown their own page', async () => {
  const cat = person(outside, 'cat@example.net');
  await cat.joins({ newsletter: true, track: 'partner' });
  await cat.signUp({ newsletter: true, track: 'partner' });
  const mail = await cat.latest();
  expect(isFromForm(mail)).toBe(true);
  expect(linksIn(mail, 'confirm')).toEqual([]);
  expect((await fetch(linkIn(mail, 'preferences'))).status).toBe(200);
});

test('never again: nothing that is typed sends a mail, until they allow it again', async () => {
  const dan = person(outside, 'dan@example.net');
  await dan.joins({ track: 'partner' });
  await fetch(linkIn(await dan.latest(), 'unsubscribe'), { method: 'POST' });
  await dan.signUp();
  const back = await dan.latest();
  expect(back.subject).toBe('Would you like to come back?');
  const before = await itemOf(dan.address);
  const never = linkIn(back, 'never');
  await fetch(never);
  expect(await itemOf(dan.address), 'the link alone does nothing').toEqual(before);
  expect(await (await press(never)).text()).toContain('<h1>Done</h1>');
  const count = (await dan.mails()).length;
  for (let weeks = 0; weeks < 5; weeks += 1) {
    await dan.signUp({ newsletter: true });
    await outside.advance('P8D');
  }
  expect(await dan.mails()).toHaveLength(count);
  expect((await itemOf(dan.address))['standing']).toEqual(before['standing']);

  await press(never, { quiet: 'no' });
  await dan.signUp();
  expect((await dan.mails()).length).toBe(count + 1);
});

describe('confirming by a word', () => {
  test('“yes” to the mail that asked does what its button does', async () => {
    const eve = person(outside, 'eve@example.net');
    await eve.signUp({ zone: 'Europe/Berlin', hour: 8 });
    expect(await eve.replies('Yes, please!')).toMatchObject({
      intent: 'confirm',
      outcome: 'applied',
    });
    const { item, beside } = await stored(eve.address);
    expect(item).toMatchObject({ standing: { is: 'active' } });
    expect(beside.filter(({ sk }) => /#confirmed$/.test(String(sk)))).toMatchObject([
      { by: 'reader', channel: 'reply' },
    ]);
    await outside.advance('P2D');
    expect(await eve.lessons()).toEqual(['closeness', 'emotional']);
  });

  test('who left is back by it where they stopped', async () => {
    const fay = person(outside, 'fay@example.net');
    await fay.joins();
    await outside.advance('P2D');
    const letters = await fay.lessons();
    await fay.replies('stop');
    await fay.signUp();
    expect(await fay.replies('yes')).toMatchObject({ outcome: 'applied' });
    await outside.advance('P1D');
    expect((await fay.lessons()).length).toBe(letters.length + 1);
  });

  test.for<readonly [why: string, text: string]>([
    ['it says more, which a person reads', 'Yes, but who are you?'],
    ['it says no', 'No, thanks'],
  ])('nothing is confirmed when %s', async ([why, text]) => {
    const one = person(outside, `${why.length}.${text.length}@example.net`);
    await one.signUp();
    expect(await one.replies(text)).toMatchObject({ outcome: 'forwarded' });
    expect(await itemOf(one.address)).toMatchObject({ standing: { is: 'pending' } });
    const [forwarded] = (await outside.mailsTo('author@example.com')).slice(-1);
    expect(forwarded?.text.replaceAll(/\s+/g, ' ')).toContain('this is no reader yet');
  });

  // The same "yes" to the same mail, by its own reply address; only DMARC's word for the sender differs.
  test.for<readonly [why: string, dmarc: string, intent: string, standing: string]>([
    ['DMARC knows nothing: theirs, from another mailbox', 'GRAY', 'confirm', 'active'],
    ['somebody else wrote, by DMARC’s word', 'PASS', 'none', 'pending'],
  ])('“yes” from another address when %s', async ([why, dmarc, intent, standing]) => {
    const one = person(outside, `other.${dmarc.toLowerCase()}@example.net`);
    await one.signUp();
    const { replyTo } = await one.latest();
    const { messageId } = await outside.json<{ messageId: string }>('/_local/inbound', {
      method: 'POST',
      headers: {
        'content-type': 'message/rfc822',
        'x-envelope-to': addressIn(replyTo),
        'x-verdict-dmarc': dmarc,
      },
      body: `From: mallory@example.org\r\nTo: ${replyTo}\r\nSubject: Re: x\r\nMessage-ID: <${dmarc}@example.org>\r\n\r\nyes\r\n`,
    });
    await outside.settle();
    const became = (await outside.replies()).find((reply) => reply.messageId === messageId);
    expect(became, why).toMatchObject({ intent });
    expect(await itemOf(one.address)).toMatchObject({ standing: { is: standing } });
  });

  test('an old letter’s question is not what a stranger asked', async () => {
    const gus = person(outside, 'gus@example.net');
    await gus.joins();
    await outside.advance('P1D');
    const letter = await gus.latest();
    await gus.replies('stop');
    await gus.signUp();
    await gus.replies('Yes!', {
      'x-envelope-to': headerOf(letter, 'Reply-To')?.replace(/^.*<|>$/g, '') ?? '',
    });
    expect(await itemOf(gus.address)).toMatchObject({ standing: { is: 'left' } });
  });
});

test('a link of a week ago, and any that looks like one, offers to ask again', async () => {
  const hal = person(outside, 'hal@example.net');
  await hal.signUp();
  const link = linkIn(await hal.latest(), 'confirm');
  await outside.advance('P9D');
  await expect(stored(hal.address), 'nothing is left of who never confirmed').rejects.toThrow(
    '404',
  );
  const forged = link.replace(/confirm\/.{16}/, `confirm/${'b'.repeat(16)}`);
  const pages = await Promise.all([link, forged].map(async (url) => (await fetch(url)).text()));
  expect(pages[0]).toBe(pages[1]);
  expect(pages[0]).toContain('action="/subscribe"');
  expect((await fetch(link)).status).toBe(404);
});

test.for<[why: string, origin: string | undefined, page: string | undefined]>([
  ['on our page', undefined, 'Leave whenever you like'],
  ['on another site, whose words we don’t know', 'https://www.example.org', undefined],
])('what was agreed to %s can be read whatever is deployed since', async ([, origin, page]) => {
  const ivy = person(outside, `ivy-${page === undefined ? 'there' : 'here'}@example.net`);
  await fetch(`${outside.url}/subscribe`, {
    method: 'POST',
    body: new URLSearchParams({ email: ivy.address }),
    headers: { ...(origin && { origin }) },
  });
  await outside.settle();
  await ivy.confirm();
  const { beside } = await stored(ivy.address);
  const factOf = (kind: string) => beside.find(({ sk }) => String(sk).endsWith(`#${kind}`));
  const { items: table } = (await outside.table()) as { readonly items: readonly Item[] };
  const wordingOf = (fact: Item | undefined) =>
    table.find(({ pk, sk }) => pk === `wording#${fact?.['wording']}` && sk === fact?.['language']);
  const [asked, confirmed] = [factOf('asked'), factOf('confirmed')];
  expect(asked?.['site']).toBe(origin && 'www.example.org');
  expect(wordingOf(asked)?.['text'], 'of the form').toEqual(page && expect.stringContaining(page));
  expect(wordingOf(confirmed)?.['text'], 'of the mail').toContain('just answer “yes.”');
});

test('who never confirmed leaves nothing without an end but that an address can’t be mailed', async () => {
  const jan = person(outside, 'bounce@simulator.amazonses.com');
  await jan.signUp({ name: 'Jan Private' });
  await outside.advance('PT10M');
  await outside.advance('P9D');
  const { items: table } = (await outside.table()) as { readonly items: readonly Item[] };
  const kept = table.filter((item) => JSON.stringify(item).includes('bounce@simulator'));
  expect(kept).toEqual([]);
  expect(JSON.stringify(table)).not.toContain('Jan Private');
  await jan.signUp();
  expect(await jan.mails(), 'and it is remembered').toHaveLength(1);
});
