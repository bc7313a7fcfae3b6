import { beforeEach, describe, expect, test } from 'vitest';
import { dumpOf, proofsIn } from '../support/dump.ts';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { linkIn, person } from '../support/visitor.ts';

/** What is a reader's own: seen, taken along, moved and erased, by the link for it and by no other. */

let readers = 0;
let ann: ReturnType<typeof person>;
/** Their page, as the last letter leads to it. */
let page: string;

const { cloud, outside } = shippedCloud('2026-11-23T09:00:00Z');

beforeEach(async () => {
  readers += 1;
  ann = person(outside, `ann${readers}@example.net`);
  await ann.joins({ name: `Annabelle${readers}`, zone: 'Europe/Berlin', hour: 8 });
  await outside.advance('P1D');
  page = linkIn(await ann.latest(), 'preferences');
});

async function press(url: string, fields: Readonly<Record<string, string>> = {}) {
  const answer = await outside.press(url, fields);
  await outside.settle();
  return { status: answer.status, body: await answer.text() };
}

/** Asks on their page for the link to one thing, and finds it in their mail. */
async function linkFor(matter: string): Promise<string> {
  const before = (await ann.mails()).length;
  const { body } = await press(page, { action: 'mail', matter });
  expect(body).toMatch(/a…@example\.net, a link is on its way/);
  expect(await ann.mails()).toHaveLength(before + 1);
  return linkIn(await ann.latest(), 'own');
}

describe('what a reader had and said', () => {
  test('is listed and opens as it came, for an hour', async () => {
    const link = await linkFor('letters');
    const list = await (await fetch(link)).text();
    const [, path = ''] = /<ol class="letters"><li><a href="([^"]+)"/.exec(list) ?? [];
    const letter = await fetch(new URL(path, outside.url));
    expect(letter.status).toBe(200);
    expect((await letter.text()).length).toBeGreaterThan(5000);
    await outside.advance('PT61M');
    expect((await fetch(link)).status).toBe(410);
    expect((await fetch(new URL(path, outside.url))).status).toBe(410);
    const before = (await ann.mails()).length;
    await press(link);
    const fresh = linkIn(await ann.latest(), 'own');
    expect((await ann.mails()).length).toBe(before + 1);
    expect((await fetch(fresh)).status).toBe(200);
  });

  test('comes again by the button beside it, before and after the course is begun again', async () => {
    await outside.advance('P1D');
    const had = await ann.lessons();
    expect(had).toHaveLength(2);
    const link = await linkFor('letters');
    const names = async () =>
      [...(await (await fetch(link)).text()).matchAll(/name="again" value="([^"]+)"/g)].map(
        ([, name = '']) => name,
      );
    const [first = '', second = ''] = await names();
    const mails = (await ann.mails()).length;
    const { status, body } = await press(link, { again: first });
    expect(status).toBe(200);
    expect(body).toContain('once more');
    expect(await ann.mails()).toHaveLength(mails + 1);
    expect(await ann.lessons()).toEqual([...had, had[0]]);

    expect(
      (await press(await linkFor('page'), { action: 'again-course', course: 'closer', time: '1' }))
        .status,
    ).toBe(200);
    expect(await names()).toEqual([first, second]);
    await press(link, { again: second });
    expect(await ann.lessons()).toEqual([...had, had[0], had[1]]);
    await outside.advance('P1D');
    expect((await ann.lessons()).at(-1), 'the new time begins at its first letter').toBe(had[0]);
    expect(await ann.lessons()).toHaveLength(5);
  });

  test('is a file to take along', async () => {
    const link = await linkFor('data');
    expect(await (await fetch(link)).text()).toContain(ann.address);
    const answer = await outside.press(link);
    expect(answer.headers.get('content-disposition')).toContain('my-data.json');
    const { items } = (await answer.json()) as { items: readonly { what: string }[] };
    expect(items.map(({ what }) => what)).toContain('subscriber');
    expect(JSON.stringify(items)).not.toContain('secret');
  });

  test('is erased, and nothing of them is left in table and bucket but the keyed id', async () => {
    const letter = await ann.latest();
    await press(`${linkIn(letter, 'check-in').replace(/\/\d?$/, '')}/4`);
    await ann.writes('My sister Wilhelmina and I have not talked in months.');
    await ann.replies('pause until 1 March');
    await press(await linkFor('page'), { action: 'newsletter' });
    // The last mail's proof lies in the bucket a minute later, with all that SES knows of it.
    await outside.advance('PT2M');
    const { text: before } = await dumpOf(cloud(), outside);
    const traces = [ann.address, `Annabelle${readers}`, 'Wilhelmina'];
    for (const trace of traces) expect(before).toContain(trace);
    expect(proofsIn(before)).toContain(ann.address);
    const link = await linkFor('erase');
    expect((await (await fetch(link)).text()).match(/<button>/g)).toHaveLength(1);
    const { status, body } = await press(link);
    expect(status).toBe(200);
    expect(body).toContain('Your data is erased');
    await outside.advance('PT1H');
    const after = await dumpOf(cloud(), outside);
    expect(proofsIn(after.text), 'others can be proven still').toContain('"eventType');
    for (const trace of traces) expect(after.text).not.toContain(trace);
    const [id = ''] = link.split('/own/')[1]?.split('.') ?? [];
    const theirs = after.items.filter((item) => JSON.stringify(item).includes(id));
    const kinds = theirs.map(({ pk, sk }) =>
      pk.startsWith('subscriber#') ? sk.replace(/#.*#/, ' ') : pk.replace(/#.*/, ''),
    );
    // The tick's place in the list is the id that it took last, until it begins anew.
    const lasting = kinds.filter((kind) => kind !== 'dispatch');
    expect(lasting.sort()).toEqual(['fact erased', 'subscriber']);
    for (const old of [link, page]) expect((await fetch(old)).status).toBe(404);
  });
});

describe('another address', () => {
  const to = () => `anna${readers}@example.org`;
  async function asked(address = to()) {
    const link = await linkFor('address');
    const { status, body } = await press(link, { email: address });
    return { status, body };
  }

  test('is asked for in the old mailbox and said yes to in the new one; all goes along', async () => {
    const anna = person(outside, to());
    const old = await ann.latest();
    expect((await asked()).body).toContain(to());
    const mail = await anna.latest();
    expect(mail.text + mail.html).not.toContain(ann.address);
    expect(mail.text + mail.html).not.toMatch(/preferences|unsubscribe|Annabelle/i);
    const button = linkIn(mail, 'new-address');
    expect(await (await fetch(button)).text()).toContain('a…@example.net');
    expect((await press(button)).body).toContain('Your letters come here now');
    const had = await ann.lessons();
    await outside.advance('P2D');
    expect(await ann.lessons(), 'nothing more comes to the old one').toEqual(had);
    expect(await anna.lessons(), 'and the next ones to the new one').toHaveLength(2);
    expect(had).not.toContain((await anna.lessons())[0]);
    expect((await press(button)).body, 'a second press').toContain('Your letters come here now');
    // What was said on the old page is over; what stops the letters still does.
    expect((await fetch(page)).url, 'the old page leads to leaving').toContain('/unsubscribe/');
    const one = { 'List-Unsubscribe': 'One-Click' };
    expect((await press(linkIn(old, 'unsubscribe'), one)).status).toBe(200);
    await outside.advance('P2D');
    expect(await anna.lessons()).toHaveLength(2);
  });

  test('a reply to an old letter still stops them, as does a mail program’s mail', async () => {
    const anna = person(outside, to());
    await asked();
    await press(linkIn(await anna.latest(), 'new-address'));
    await ann.replies('stop', { 'x-verdict-dmarc': 'GRAY' });
    await outside.advance('P2D');
    expect(await anna.lessons()).toEqual([]);
    expect((await anna.subjects()).join()).toContain('Goodbye');
  });

  test.for([
    ['somebody reads there', true],
    ['nobody is there', false],
  ] as const)('is answered the same where %s', async ([_, reads]) => {
    const other = person(outside, `other${readers}@example.org`);
    if (reads) await other.joins();
    const stored = async () =>
      (await outside.json<{ item: unknown }>(`/_local/subscribers/${ann.address}`)).item;
    const state = await stored();
    const { status, body } = await asked(other.address);
    expect(status).toBe(200);
    expect(body.replaceAll(other.address, '')).toBe(
      (await asked(`free${readers}@example.org`)).body.replaceAll(`free${readers}@example.org`, ''),
    );
    expect((await other.subjects()).at(-1)).toBe(
      reads ? 'This address gets letters already' : 'Letters to this address?',
    );
    expect(await stored()).toEqual(state);
  });

  test('a Lambda that is killed in the middle is made up for by the next press', async () => {
    const anna = person(outside, to());
    await press(`${linkIn(await ann.latest(), 'check-in').replace(/\/\d?$/, '')}/5`);
    await asked();
    const button = linkIn(await anna.latest(), 'new-address');
    const action = 'TransactWriteItems';
    await outside.fault({
      service: 'dynamodb',
      kind: 'kill-after',
      function: 'web',
      action,
      after: 1,
    });
    expect((await press(button)).status).toBe(500);
    expect((await press(button)).body).toContain('Your letters come here now');
    await outside.advance('P1D');
    expect(await anna.lessons()).toHaveLength(1);
  });
});

describe('what a forwarded letter opens', () => {
  test('is rhythm, pause and stop, and mails at most some links', async () => {
    const letter = await ann.latest();
    // Its first link may be to another letter: what stands before that is the copy.
    const copy = linkIn(letter, 'lessons').replace(/(\/lessons\/[^/]+).*/, '$1');
    const shown = await (await fetch(copy)).text();
    expect(shown).toContain('/your-page/');
    expect(shown).not.toContain('Annabelle');
    expect(shown).not.toMatch(/\/(preferences|unsubscribe|check-in|wish|own)\//);
    const before = (await ann.mails()).length;
    for (let presses = 0; presses < 9; presses += 1) {
      const page = copy.replace('/lessons/', '/your-page/');
      const { status, body } = await press(presses === 0 ? `${page}/letters` : page);
      expect(status).toBe(presses < 2 ? 200 : 429);
      expect(body.includes('Look in your inbox')).toBe(presses < 2);
    }
    const mailed = (await ann.mails()).slice(before);
    const matters = mailed.map(({ text }) => /\/own\/\w+\.\w+\.(\w+)/.exec(text)?.[1]);
    expect(matters).toEqual(['letters', 'page']);
  });

  test('a forged right changes nothing', async () => {
    const letter = await ann.latest();
    const token = (path: string) => linkIn(letter, path).split(`/${path}/`)[1]?.split(/[?/]/)[0];
    const [pure = ''] = (token('preferences') ?? '').split('?');
    const soon = Date.parse('2027-01-01T00:00:00Z') / 1000;
    const table = JSON.stringify(await outside.table());
    const mails = (await ann.mails()).length;
    for (const matter of ['letters', 'line', 'data', 'erase', 'address', 'page']) {
      for (const forged of [pure, token('unsubscribe'), token('lessons'), token('check-in')]) {
        for (const path of [
          `own/${forged}.${matter}.${soon}`,
          `own/${forged}`,
          `new-address/${forged}`,
        ]) {
          const url = `${outside.url}/${path}`;
          expect((await fetch(url)).status).toBe(404);
          expect((await press(url, { email: 'mallory@example.org' })).status).toBe(404);
        }
      }
    }
    expect(JSON.stringify(await outside.table())).toBe(table);
    expect((await ann.mails()).length).toBe(mails);
  });

  test('a link for one thing opens no other', async () => {
    const link = await linkFor('letters');
    const table = JSON.stringify(await outside.table());
    const other = link.replace('.letters.', '.erase.');
    expect(other).not.toBe(link);
    expect((await fetch(other)).status).toBe(404);
    expect((await press(other)).status).toBe(404);
    expect((await press(link)).status).toBe(405);
    expect(JSON.stringify(await outside.table())).toBe(table);
  });
});
