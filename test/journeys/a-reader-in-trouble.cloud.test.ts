import { beforeEach, describe, expect, test } from 'vitest';
import { shippedCloud } from '../support/shipped-cloud.ts';
import { annWithALetter, type Person, person } from '../support/visitor.ts';

/** Somebody in danger meets a person, one quiet note, and no robot: through the deployed template. */
const AUTHOR = 'author@example.com';
let ann: Person;
let before = { ann: 0, author: 0 };
const author = () => person(outside, AUTHOR);

const { outside } = shippedCloud('2026-11-23T09:00:00Z');

beforeEach(async () => {
  ann = await annWithALetter(outside, { zone: 'Europe/Dublin' });
  before = { ann: (await ann.mails()).length, author: (await author().mails()).length };
});

const standing = async () =>
  (await outside.json<{ item: { standing: { is: string } } }>(`/_local/subscribers/${ann.address}`))
    .item.standing.is;
/** How many mails came to each of them since. */
const came = async () => ({
  ann: (await ann.mails()).length - before.ann,
  author: (await author().mails()).length - before.author,
});

describe('“Please help. He hit me last night.”', () => {
  beforeEach(async () => {
    expect(await ann.replies('Please help. He hit me last night.')).toMatchObject({
      outcome: 'forwarded',
      toAuthor: true,
    });
  });

  test('changes nothing, and the author has a marked mail at once', async () => {
    expect(await standing()).toBe('active');
    const { subject, text } = await author().latest();
    expect(subject).toMatch(/^\(!\) /);
    expect(text).toMatch(/^Please read this now/);
    expect(text).toContain('He hit me last night.');
  });

  test('is answered by a quiet note and nothing else', async () => {
    expect(await came()).toEqual({ ann: 1, author: 1 });
    const { subject, text } = await ann.latest();
    expect(subject).toBe('Your mail has arrived');
    expect(text).toContain('Women’s Aid');
    expect(text).not.toMatch(/Closer|hit me|\/preferences\/|\/unsubscribe\/|\?\s/);
  });

  test('a second cry reaches the author, and brings no second note', async () => {
    await ann.replies('He hit me again. I am so scared.');
    expect(await came()).toEqual({ ann: 1, author: 2 });
    await ann.replies('He hit me again. I am so scared.');
    expect(await came(), 'not even the same words are lost').toEqual({ ann: 1, author: 3 });
    expect((await author().latest()).text).toContain('Nothing was sent to them');
  });
});

test('who leaves because he reads her mail has left: no goodbye, no note, the author told', async () => {
  await ann.replies('unsubscribe me please, I’m scared of him, he reads my mail');
  expect(await standing()).toBe('left');
  expect(await came()).toEqual({ ann: 0, author: 1 });
  const { text, replyTo } = await author().latest();
  expect(text).toMatch(/They have left, as they asked\. No goodbye was sent\./);
  expect(replyTo, 'no answer goes there by a mere press').toContain(AUTHOR);
});

test('sadness is no emergency: a person reads it, and no note goes out', async () => {
  await ann.replies('Letter two made me cry. I miss my mother so much since she died.');
  expect(await came()).toEqual({ ann: 0, author: 1 });
  const { subject, text } = await author().latest();
  expect(subject).not.toContain('(!)');
  expect(text).toMatch(/^Nothing was changed/);
});

test('an author pauses for a reader with one link of that mail', async () => {
  await ann.replies('My father died on Sunday, I can hardly read anything now.');
  const { text } = await author().latest();
  const [, url = ''] = /Pause their letters\n(https?:\S+)/.exec(text) ?? [];
  expect((await fetch(url)).status).toBe(200);
  expect(await standing(), 'looking changes nothing').toBe('active');
  await outside.press(url);
  expect(await standing()).toBe('paused');
});
