import { describe, expect, test } from 'vitest';
import { aReader, asking, linkOf, ownOf } from '../support/web-requests.ts';

const ANN = aReader({ name: 'Ann' });
const { id, address, secret } = ANN;

function opened() {
  const asked = asking();
  asked.world.subscribers.seed(ANN);
  const stored = () => asked.world.subscribers.load(id);
  const press = async (path: string) => {
    const answer = await asked.postForm(path, {});
    return { answer, page: await answer.clone().text() };
  };
  return { ...asked, stored, press };
}

describe('by a link that was mailed for it, what is theirs', () => {
  test('is shown in a file, without what would give somebody else their links', async () => {
    const { press, stored } = opened();
    const before = await stored();
    const { answer, page } = await press(ownOf('data', ANN));
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(page).toContain(address);
    expect(page).not.toContain(secret);
    expect(await stored()).toEqual(before);
  });

  test('is erased: nothing tells whose it was, and no link of theirs works', async () => {
    const { get, press, world } = opened();
    const path = ownOf('erase', ANN);
    expect(await (await get(path)).text()).toContain('Nobody can bring them back');
    expect((await press(path)).page).toContain('Your data is erased');
    const dump = JSON.stringify(await world.subscribers.raw(id));
    for (const theirs of [address, 'Ann', `:"${secret}"`, 'closeness'])
      expect(dump).not.toContain(theirs);
    expect(await world.subscribers.raw(id)).toMatchObject({
      standing: { is: 'suppressed', because: 'erased' },
    });
    expect(world.subscribers.dues()).toEqual([]);
    for (const link of [path, linkOf('preferences'), linkOf('unsubscribe')]) {
      expect((await get(link)).status).toBe(404);
    }
  });

  test('and nobody can be made to get our mail again by a stranger’s form', async () => {
    const { press, postForm, world } = opened();
    await press(ownOf('erase', ANN));
    const before = JSON.stringify(await world.subscribers.raw(id));
    const answer = await postForm('/subscribe', { email: address });
    expect(answer.status, 'the same answer as for anybody').toBe(303);
    expect(JSON.stringify(await world.subscribers.raw(id))).toBe(before);
  });
});
