import { describe, expect, test } from 'vitest';
import { aReader, asking, linkOf } from '../support/web-requests.ts';

const LINK = linkOf('preferences');

describe('what the page says came of a press', () => {
  const told = async () => {
    const asked = asking();
    asked.world.subscribers.seed(aReader());
    const answer = await asked.postForm(LINK, { action: 'pause', for: 'open' });
    return { ...asked, location: answer.headers.get('location') ?? '' };
  };

  test('is said as often as it is opened', async () => {
    const { get, location } = await told();
    const page = await (await get(location)).text();
    expect(page).toContain('Your letters are paused until you tell us to go on.');
    expect(await (await get(location)).text()).toBe(page);
  });

  test('is not said any more once something else has changed', async () => {
    const { get, postForm, location } = await told();
    await postForm(LINK, { action: 'resume' });
    expect(await (await get(location)).text()).not.toContain('role="status"');
  });

  test.for(['?done=yes', '?told=x', '?told=x.e30', '?told=', '?told=..'])(
    'is nothing that a stranger can put into a link: %s',
    async (query) => {
      const { get } = await told();
      const answer = await get(LINK + query);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('role="status"');
    },
  );

  test('nor another reader', async () => {
    const { get, world, location } = await told();
    const other = aReader({ id: 'b'.repeat(16) as never, secret: 'another' as never });
    world.subscribers.seed(other);
    const forged = linkOf('preferences', other) + location.slice(location.indexOf('?'));
    expect(await (await get(forged)).text()).not.toContain('role="status"');
  });
});

describe('whose page it is', () => {
  test('is said without the address, since the link may have been passed on', async () => {
    const { get, world } = asking();
    world.subscribers.seed(aReader());
    const page = await (await get(LINK)).text();
    expect(page).toContain('This page is for a…@example.com.');
    expect(page).not.toContain(aReader().address);
  });

  test('and how far they are', async () => {
    const { get, world } = asking();
    world.subscribers.seed(aReader());
    expect(await (await get(LINK)).text()).toMatch(/1 of \d+ letters/);
  });
});
