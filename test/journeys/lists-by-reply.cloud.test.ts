import { beforeEach, describe, expect, test } from 'vitest';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { annWithALetter, type Person } from '../support/visitor.ts';
import { pressIn } from '../support/wish-buttons.ts';

let ann: Person;

const { outside } = shippedCloud('2026-11-23T09:00:00Z');

/** Each test has a reader of its own, called Ann, with one letter, and a letter day at eight. */
beforeEach(async () => {
  ann = await annWithALetter(outside);
});

interface Item {
  readonly newsletter: boolean;
  readonly standing: { readonly is: string };
  readonly enrollments: readonly { readonly stopped?: true; readonly again?: number }[];
}

const stored = async (): Promise<Item> =>
  (await outside.json<{ item: Item }>(`/_local/subscribers/${ann.address}`)).item;

describe('the letters and the newsletter end apart', () => {
  const lists = async (): Promise<readonly [string, letters: boolean, newsletter: boolean]> => {
    const { item } = await outside.json<{ item: Item }>(`/_local/subscribers/${ann.address}`);
    const letters = item.enrollments.some(({ stopped }) => stopped !== true);
    return [item.standing.is, letters, item.newsletter];
  };

  test('the newsletter is taken by a reply, recorded with its wording, and taken back', async () => {
    expect(await ann.replies('Please sign me up for the newsletter')).toMatchObject({
      intent: 'newsletter',
      outcome: 'applied',
      toAuthor: false,
    });
    expect(await lists()).toEqual(['active', true, true]);
    expect((await ann.latest()).text).toContain('the newsletter comes too');
    const table = JSON.stringify(await outside.table());
    expect(table).toContain('From now on, the newsletter comes too.');
    await pressIn(outside, await ann.latest(), /Take it back/);
    expect(await lists()).toEqual(['active', true, false]);
  });

  test('“stop” ends what it answers, and asks about the other, by a button or a word', async () => {
    await ann.replies('Please sign me up for the newsletter');
    expect((await ann.replies('stop')).outcome).toBe('applied');
    expect(await lists()).toEqual(['active', false, true]);
    expect((await ann.latest()).text).toContain('The newsletter goes on as before.');
    expect((await ann.replies('yes')).outcome).toBe('applied');
    expect(await lists()).toEqual(['active', false, false]);
  });

  test('“stop everything” ends both at once', async () => {
    await ann.replies('Please sign me up for the newsletter');
    await ann.replies('Please stop everything');
    expect((await lists())[0]).toBe('left');
  });

  test('the newsletter alone ends, and the letters go on', async () => {
    await ann.replies('Please sign me up for the newsletter');
    await ann.replies('Please stop the newsletter, keep the letters');
    expect(await lists()).toEqual(['active', true, false]);
    const { text } = await ann.latest();
    expect(text).toContain('The newsletter no longer comes.');
    expect(text).toContain('Your next letter: ');
  });
});

test('a reply moves nobody: the stored address gets the link that does', async () => {
  const before = await stored();
  expect(await ann.replies('Please write to anna.new@example.org from now on')).toMatchObject({
    intent: 'address',
    outcome: 'confirm-asked',
    toAuthor: false,
  });
  expect(await stored()).toEqual(before);
  expect(await outside.mailsTo('anna.new@example.org')).toEqual([]);
  const { text } = await ann.latest();
  const [url = ''] = /https?:\/\/\S+\/own\/\S+/.exec(text) ?? [];
  expect(url).not.toContain('anna.new');
  expect(await (await fetch(url)).text()).toContain('New address');
});

test('whoever reads and would begin again is asked, and one press begins it', async () => {
  expect(await ann.replies('Begin the course again')).toMatchObject({
    intent: 'clarify',
    outcome: 'clarify-asked',
    toAuthor: false,
  });
  expect((await stored()).enrollments[0]?.again).toBeUndefined();
  await pressIn(outside, await ann.latest(), /Closer/);
  expect((await stored()).enrollments[0]?.again).toBe(1);
});

test('“no more newsletter, but the letters” ends nothing for who gets letters alone', async () => {
  const before = await stored();
  await ann.replies('Geen nieuwsbrief meer, maar wel de brieven');
  expect(await stored()).toEqual(before);
});
