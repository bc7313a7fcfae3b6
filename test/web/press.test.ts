import { describe, expect, test } from 'vitest';
import { MATTERS } from '../../functions/core/reader/own-link.ts';
import type { Request } from '../../functions/core/reader/request.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { Act } from '../../functions/core/replies/wish-code.ts';
import { webApp } from '../../functions/web/app.ts';
import { ACTIONS } from '../../functions/web/wish.ts';
import { at, request } from '../support/builders.ts';
import {
  ASKED_MOVE,
  aReader,
  asking,
  linkOf,
  moveLink,
  ownOf,
  stampOf,
  wishOf,
} from '../support/web-requests.ts';

type Fields = Readonly<Record<string, string>>;

/** What a page's form sends along, as a browser would. */
const fieldsIn = (page: string): Fields =>
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
  const PRESSES: readonly [why: string, after: number, extra: Fields, acts: boolean][] = [
    ['a person needs more than a second', 1001, {}, true],
    ['exactly a second is enough', 1000, {}, true],
    ['a robot presses at once', 40, {}, false],
    ['only robots find the second button', 5000, { robot: 'yes' }, false],
    ['nobody else can say when the page was made', 5000, { made: 'aaaa' }, false],
    ['a program posts by itself, and has seen no page', 5000, { made: '' }, false],
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

/** What a page is asked for by its path, and by whom. */
type Form = readonly [
  path: string,
  fields?: Fields,
  who?: Subscriber | undefined,
  request?: Request,
];

const LEFT = { is: 'left', at: at('2026-11-22T10:00:00Z'), by: 'page' } as const;
const ASKED = request({
  newsletter: true,
  asked: { at: LEFT.at, details: {}, of: 'reader', adds: ['newsletter'] },
});
const copy = linkOf('lesson', aReader(), 'closeness').replace('/lessons/', '/your-page/');
const checkIn = linkOf('check-in', aReader(), 'closeness');
const ACTS: readonly Act[] = [
  { is: 'pause' },
  { is: 'erase' },
  { is: 'export' },
  { is: 'skip', count: 1 },
  { is: 'no-wish', mail: 'm1' },
];

/** The forms of each route that takes a press; a route that is not here makes these tests red. */
const FORMS: Readonly<Record<string, readonly Form[]>> = {
  '/confirm/:token': [
    [linkOf('confirm'), {}, undefined, request()],
    [linkOf('confirm', aReader(), 'newsletter'), {}, aReader(), ASKED],
  ],
  '/preferences/:token': ACTIONS.filter((action) => action !== 'leave').map((action) => [
    linkOf('preferences'),
    { action, matter: 'erase' },
  ]),
  '/never/:token': ['yes', 'no'].map((quiet) => [linkOf('never'), { quiet }]),
  '/own/:token': [
    [ownOf('data')],
    [ownOf('erase')],
    [ownOf('address'), { email: 'anna@example.org' }],
    ...MATTERS.map((matter): Form => [ownOf(matter, aReader(), 3600)]),
  ],
  '/your-page/:token': [[copy]],
  '/your-page/:token/:score': [[`${copy}/4`], [`${copy}/letters`]],
  '/new-address/:token': [[moveLink(aReader(), ASKED_MOVE)]],
  '/wish/:token': [
    ...ACTS.map((act): Form => [wishOf(act.is === 'no-wish' ? 'author' : 'own-data', [act])]),
    [wishOf('undo', [{ is: 'rejoin', of: LEFT.at }]), {}, aReader({ standing: LEFT })],
  ],
  '/check-in/:token': [[checkIn.replace(/\/4$/, '')]],
  '/check-in/:token/:score': [[checkIn]],
};

/** Who presses these is asked nothing, or something else. */
const OWN_RULES: Readonly<Record<string, string>> = {
  '/unsubscribe/:token':
    'leaving asks nobody twice, and a mail program’s press has no page (RFC 8058)',
  '/subscribe': 'a form that may stand on any site: nothing comes of it but a mail that asks',
  '/test-mail/:language': 'it does nothing, and a mail program’s press has no page (RFC 8058)',
  '/check-your-inbox': 'the same mail once more, for whoever has the cookie of the form',
};

describe('every form there is', () => {
  const routes = webApp(asking().world).routes.filter(({ method }) => method === 'POST');

  test('is guarded, or has a rule of its own', () => {
    const known = [...Object.keys(FORMS), ...Object.keys(OWN_RULES)];
    expect(new Set(routes.map(({ path }) => path))).toEqual(new Set(known));
  });

  const forms = routes.flatMap(({ path }) =>
    (FORMS[path] ?? []).map((form) => [`${path} ${JSON.stringify(form[1] ?? {})}`, form] as const),
  );
  const ROBOTS: readonly [what: string, after: number, extra: Fields][] = [
    ['posts by itself', 5000, { made: '' }],
    ['has another reader’s stamp', 5000, { made: stampOf(aReader({ secret: 'no' as never })) }],
    ['presses at once', 0, {}],
    ['presses what nobody sees', 5000, { robot: 'yes' }],
  ];
  test.for(forms)('%s: a robot changes nothing, a second press acts', async ([, form]) => {
    const [path, fields = {}, who = form[3] ? undefined : aReader(), asked] = form;
    for (const [what, after, extra] of ROBOTS) {
      const all = asking();
      const { world, postForm } = all;
      if (who) world.subscribers.seed(who);
      if (asked) world.subscribers.seed(asked);
      await world.moves.ask(aReader().id, ASKED_MOVE);
      const held = await opened(all, path, after);
      const before = world.dump();
      const made = held['made'] ?? stampOf();
      const answer = await postForm(path, { ...held, ...fields, made, ...extra });
      const page = await answer.text();
      expect(page, what).toContain(ASKS);
      expect(world.dump(), what).toBe(before);
      expect([world.mails, world.queued], what).toEqual([[], []]);
      world.passMilliseconds(1000);
      const again = await postForm(path, { ...fieldsIn(page), ...fields });
      expect(await again.text(), what).not.toContain(ASKS);
    }
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
