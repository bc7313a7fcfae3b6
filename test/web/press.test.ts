import { describe, expect, test } from 'vitest';
import { request } from '../support/builders.ts';
import { aReader, asking, linkOf, wishOf } from '../support/web-requests.ts';

/** What a page's form sends along, as a browser would. */
const fieldsIn = (page: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

const seeded = () => {
  const asked = asking();
  asked.world.subscribers.seed(aReader());
  return asked;
};

/** Opens a page, and gives what its form sends after so many milliseconds. */
async function opened({ get, world }: ReturnType<typeof asking>, path: string, after: number) {
  const fields = fieldsIn(await (await get(path)).text());
  world.passMilliseconds(after);
  return fields;
}

const ASKS = 'please press once more';

describe('a press on the confirmation page', () => {
  const PRESSES: readonly [
    why: string,
    after: number,
    extra: Readonly<Record<string, string>>,
    acts: boolean,
  ][] = [
    ['a person needs more than a second', 1001, {}, true],
    ['exactly a second is enough', 1000, {}, true],
    ['a robot presses at once', 40, {}, false],
    ['only robots find the second button', 5000, { robot: 'yes' }, false],
    ['nobody else can say when the page was made', 5000, { made: 'aaaa' }, false],
    ['a form without our field is a program’s', 0, { made: '' }, true],
  ];
  test.for(PRESSES)('%s', async ([, after, extra, acts]) => {
    const asked = asking();
    const { world, postForm } = asked;
    world.subscribers.seed(request());
    const fields = await opened(asked, linkOf('confirm'), after);
    const before = world.dump();
    const answer = await postForm(linkOf('confirm'), { ...fields, ...extra });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page.includes(ASKS)).toBe(!acts);
    expect((await world.subscribers.load(request().id))?.standing.is).toBe(
      acts ? 'active' : undefined,
    );
    if (acts) return;
    expect(world.dump(), 'to the byte').toBe(before);
    world.passMilliseconds(1500);
    await postForm(linkOf('confirm'), fieldsIn(page));
    expect((await world.subscribers.load(request().id))?.standing.is).toBe('active');
  });

  test('a field of another reader’s page is none of this one’s', async () => {
    const asked = seeded();
    const { world, postForm } = asked;
    const other = aReader({ id: 'baaaaaaaaaaaaaaa' as never });
    world.subscribers.seed(other);
    const fields = await opened(asked, linkOf('preferences', other), 5000);
    const answer = await postForm(linkOf('preferences'), { ...fields, action: 'discreet' });
    expect(await answer.text()).toContain(ASKS);
  });

  test('its button has the focus, and is told to who does not see it why they are asked again', async () => {
    const asked = asking();
    asked.world.subscribers.seed(request());
    const page = await (await asked.get(linkOf('confirm'))).text();
    expect(page).toContain('<button autofocus>');
    const again = await asked.postForm(linkOf('confirm'), fieldsIn(page));
    expect(await again.text()).toMatch(
      /id="once-more"[\s\S]*<button autofocus aria-describedby="once-more">/,
    );
  });
});

describe('several presses', () => {
  test('another one within seconds is asked for once more, and then acts', async () => {
    const asked = seeded();
    const { world, postForm } = asked;
    const path = linkOf('preferences');
    const fields = await opened(asked, path, 2000);
    expect((await postForm(path, { ...fields, action: 'discreet' })).status).toBe(303);
    const second = await postForm(path, { ...fields, action: 'pause', for: 'week' });
    const page = await second.text();
    expect(page).toContain(ASKS);
    expect((await world.subscribers.load(aReader().id))?.standing.is).toBe('active');
    world.passMilliseconds(1500);
    await postForm(path, { ...fieldsIn(page), action: 'pause', for: 'week' });
    expect((await world.subscribers.load(aReader().id))?.standing.is).toBe('paused');
  });

  test('the same one twice is a finger’s double tap', async () => {
    const asked = seeded();
    const path = linkOf('preferences');
    const fields = await opened(asked, path, 2000);
    for (const status of [303, 303]) {
      const answer = await asked.postForm(path, { ...fields, action: 'pause', for: 'week' });
      expect(answer.status).toBe(status);
    }
  });

  test('coming back, and every signed wish but leaving, is guarded as well', async () => {
    const asked = asking();
    const { world, postForm } = asked;
    const left = { is: 'left', at: world.now(), by: 'page' } as const;
    world.subscribers.seed(aReader({ standing: left }));
    const before = world.dump();
    const path = wishOf('undo', [{ is: 'rejoin', of: left.at }]);
    const fields = await opened(asked, path, 100);
    expect(await (await postForm(path, fields)).text()).toContain(ASKS);
    expect(world.dump()).toBe(before);
  });

  test('a tap on a picture is kept by a person’s press alone', async () => {
    const asked = seeded();
    const path = linkOf('check-in', aReader(), 'closeness');
    const before = asked.world.dump();
    const answer = await asked.postForm(path, await opened(asked, path, 100));
    expect(await answer.text()).toContain(ASKS);
    expect(asked.world.dump()).toBe(before);
  });
});

test('leaving asks nobody twice, however fast, on each of its pages', async () => {
  const ways = [
    [linkOf('unsubscribe'), {}],
    [linkOf('preferences'), { action: 'leave' }],
    [wishOf('question', [{ is: 'leave' }]), {}],
  ] as const;
  for (const [path, form] of ways) {
    const asked = seeded();
    const fields = await opened(asked, path, 0);
    await asked.postForm(path, { ...fields, ...form, robot: 'yes' });
    expect((await asked.world.subscribers.load(aReader().id))?.standing.is, path).toBe('left');
  }
});
