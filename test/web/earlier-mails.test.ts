import { describe, expect, test } from 'vitest';
import { askedDetail, requestName } from '../../functions/core/reader/asked-link.ts';
import type { Request } from '../../functions/core/reader/request.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import { at, enrollment, requestAt } from '../support/builders.ts';
import { aReader, asking, linkOf } from '../support/web-requests.ts';

/**
 * A button is a yes to what its own mail asked for. What somebody typed at the same address since, maybe a
 * stranger, is another request, and an earlier mail's links do as little with it as where there is none.
 */

const BEFORE = at('2026-11-12T09:00:00Z');
const NOW = at('2026-11-22T09:30:00Z');
const LEFT = aReader({ standing: { is: 'left', at: at('2026-11-20T09:00:00Z'), by: 'page' } });
const adds = ['newsletter'] as const;
const earlier = (purpose: 'confirm' | 'preferences', addition?: 'newsletter') =>
  linkOf(purpose, aReader(), askedDetail({ name: requestName(BEFORE) }, addition));
const own = (request: Request, addition?: 'newsletter') =>
  linkOf('confirm', request, askedDetail(request.asked, addition));

const rows: readonly [
  who: string,
  known: Subscriber | undefined,
  typed: Request,
  addition?: 'newsletter',
][] = [
  ['a new address', undefined, requestAt(NOW)],
  ['who left', LEFT, requestAt(NOW, { of: 'left' })],
  [
    'a reader, by the same addition',
    aReader(),
    { ...requestAt(NOW, { of: 'reader', adds }), newsletter: true },
    'newsletter',
  ],
];

describe.for(rows)('at the address of %s', ([, known, typed, addition]) => {
  const seeded = (request?: Request) => {
    const all = asking();
    for (const one of [known, request]) if (one) all.world.subscribers.seed(one);
    return all;
  };

  test('an earlier mail’s button says yes to nothing, as if nobody had typed anything', async () => {
    const { get, postForm, world } = seeded(typed);
    const without = seeded();
    const before = world.dump();
    const link = earlier('confirm', addition);
    for (const [here, there] of [
      [await get(link), await without.get(link)],
      [await postForm(link, {}), await without.postForm(link, {})],
    ] as const) {
      expect(here.status).toBe(there.status);
      expect(await here.text()).toBe(await there.text());
    }
    expect(world.dump()).toBe(before);
  });

  test('a mail of before requests had names says yes to it as little', async () => {
    const { postForm, world } = seeded(typed);
    const before = world.dump();
    await postForm(linkOf('confirm', aReader(), addition), {});
    expect(world.dump()).toBe(before);
  });

  test('its own does', async () => {
    const { postForm, world } = seeded(typed);
    await postForm(own(typed, addition), {});
    expect(world.subscribers.factsOf(typed.id)).toHaveLength(2);
  });
});

test('an earlier mail’s link to preferences leads to no button of what was typed since', async () => {
  const { get, world } = asking();
  world.subscribers.seed(requestAt(NOW));
  const to = async (link: string) => (await get(link)).headers.get('location') ?? '';
  expect((await get(await to(earlier('preferences')))).status).toBe(404);
  const { asked } = requestAt(NOW);
  const same = linkOf('preferences', aReader(), askedDetail(asked));
  expect((await get(await to(same))).status).toBe(200);
});

test('an earlier mail’s button still tells a reader that they are in', async () => {
  const { get, world } = asking();
  world.subscribers.seed(aReader({ enrollments: [enrollment()] }));
  world.subscribers.seed(requestAt(NOW, { of: 'reader', adds }));
  expect(await (await get(earlier('confirm'))).text()).toContain('You’re in');
});
