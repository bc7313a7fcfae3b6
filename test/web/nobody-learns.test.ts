import { expect, test } from 'vitest';
import { plusSeconds } from '../../functions/core/time.ts';
import { CLASSES, EMAIL, TYPER } from '../support/address-classes.ts';
import { fakeWebWorld } from '../support/fake-web-world.ts';
import { type Asked, asking, FROM_ANN, ownOf } from '../support/web-requests.ts';

/**
 * Promise 5: a stranger can't learn who is on the list. Whoever types an address gets the same answer to the
 * byte, status, headers and cookie included, whoever is known by it. That the same is done behind it is
 * `same-work.test.ts`'s, and that no other form takes an address `every-page.test.ts`'s.
 */

const BESIDES = { newsletter: 'yes', track: 'friend', hour: '20', name: 'Ann', discreet: 'yes' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const signUp = ({ app }: Asked, fields: object, headers = FORM): Promise<Response> =>
  Promise.resolve(
    app.request(
      '/subscribe',
      {
        method: 'POST',
        headers,
        body:
          headers === FORM ? new URLSearchParams({ ...fields }).toString() : JSON.stringify(fields),
      },
      FROM_ANN,
    ),
  );

/** The page after the form, asked with the cookie that the form left. */
async function inbox(asked: Asked, method: string, path = '/check-your-inbox') {
  const answer = await signUp(asked, { email: EMAIL });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  asked.world.setNow(plusSeconds(asked.world.now(), 60));
  return asked.app.request(path, { method, headers: { cookie } }, FROM_ANN);
}

async function typedAsTheirs(asked: Asked, times: number): Promise<Response> {
  asked.world.subscribers.seed(TYPER);
  for (let time = 1; time < times; time += 1) {
    await asked.postForm(ownOf('address', TYPER), { email: EMAIL });
  }
  return asked.postForm(ownOf('address', TYPER), { email: EMAIL });
}

type Ask = (asked: Asked) => Promise<Response>;
const JSON_TYPE = { 'content-type': 'application/json' };

/** All that takes an address from whoever has no link of its owner's, and the status of its answer. */
const ASKS: readonly (readonly [what: string, status: number, ask: Ask])[] = [
  ['the form', 303, (asked) => signUp(asked, { email: EMAIL })],
  ['the form, with all there is', 303, (asked) => signUp(asked, { email: EMAIL, ...BESIDES })],
  ['in other letters', 303, (asked) => signUp(asked, { email: ` ${EMAIL.toUpperCase()} ` })],
  [
    'the form, a second time',
    303,
    async (asked) => {
      await signUp(asked, { email: EMAIL });
      return signUp(asked, { email: EMAIL });
    },
  ],
  ['a robot', 303, (asked) => signUp(asked, { email: EMAIL, 'leave-this-empty': 'x' })],
  ['a field that is wrong', 422, (asked) => signUp(asked, { email: EMAIL, hour: '25' })],
  ['JSON', 202, (asked) => signUp(asked, { email: EMAIL }, JSON_TYPE)],
  [
    'JSON, with all there is',
    202,
    (asked) => signUp(asked, { email: EMAIL, ...BESIDES, newsletter: true, hour: 20 }, JSON_TYPE),
  ],
  ['the page after the form', 200, (asked) => inbox(asked, 'GET')],
  ['the way back to the form', 200, (asked) => inbox(asked, 'GET', '/check-your-inbox/address')],
  ['the mail once more', 303, (asked) => inbox(asked, 'POST')],
  ['a reader’s new address', 200, (asked) => typedAsTheirs(asked, 1)],
  ['a reader’s new address, twice', 200, (asked) => typedAsTheirs(asked, 2)],
];

async function answerOf(ask: Ask, name: string) {
  const world = fakeWebWorld();
  await CLASSES[name]?.(world);
  const answer = await ask(asking(world));
  return { status: answer.status, headers: [...answer.headers], body: await answer.text() };
}

test.for(ASKS)('%s: answered alike, whoever is known', async ([, status, ask]) => {
  const stranger = await answerOf(ask, 'new');
  expect(stranger.status).toBe(status);
  for (const name of Object.keys(CLASSES)) {
    expect(await answerOf(ask, name), name).toEqual(stranger);
  }
});
