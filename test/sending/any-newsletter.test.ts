import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { IssueId } from '../../functions/core/newsletter.ts';
import { takeNewsletter } from '../../functions/core/reader/lifecycle.ts';
import { arranged } from '../../functions/core/reader/owed.ts';
import type { Days, Hour } from '../../functions/core/reader/schedule.ts';
import type { Subscriber } from '../../functions/core/reader/subscriber.ts';
import type { LocalDate, Zone } from '../../functions/core/time.ts';
import type { SubscriberId } from '../../functions/core/token.ts';
import { change } from '../../functions/runtime/change.ts';
import { at, course, enrollment, issue, reader, received } from '../support/builders.ts';
import { Killed, newsletterDays, type Reach } from '../support/newsletter-days.ts';

/**
 * Any readers, any issues of a month, boxes that are ticked and unticked, and a door that ends now and then:
 * no issue twice, none to who has unticked it, never two mails on a day, and each to whoever takes it.
 */

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'];
const COURSE = course(LETTERS);
const START = '2026-12-01T00:00:00Z';
const END = '2027-01-12T00:00:00Z';
const STEP = 1800;
const RUNS = Number(process.env['KINDLING_RUNS'] ?? 6);

const someone = fc.record({
  zone: fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati', 'America/Adak', 'Asia/Kolkata'),
  hour: fc.constantFrom(0, 7.5, 12, 23.5),
  days: fc.constantFrom('1234567', '12345', '67', '3'),
  had: fc.nat(LETTERS.length),
  alongside: fc.boolean(),
});
const brought = fc.uniqueArray(
  fc.record({ day: fc.integer({ min: 2, max: 20 }), during: fc.boolean() }),
  { selector: ({ day }) => day, minLength: 1, maxLength: 4 },
);
const ticks = fc.array(fc.integer({ min: 1, max: 40 * 48 }), { maxLength: 4 });

/** Ends the door at about one call in so many, at most so often in all. */
function ending(seed: number, every: number): Reach {
  let calls = seed;
  let left = 20;
  return (part) =>
    new Proxy(part, {
      get(target, name, receiver): unknown {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          calls += 1;
          const dies = left > 0 && calls % every === 0;
          if (dies) left -= 1;
          if (dies && calls % 2 === 0) throw new Killed();
          const answer: unknown = await Reflect.apply(value, target, given);
          if (dies) throw new Killed();
          return answer;
        };
      },
    });
}

const dayIn = (zone: string, moment: string) =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString();

test(
  'whatever comes between',
  async () => {
    const story = fc.record({
      readers: fc.array(someone, { minLength: 1, maxLength: 4 }),
      brought,
      ticks,
      seed: fc.nat(1000),
      every: fc.constantFrom(37, 101, 100_000),
    });
    await fc.assert(
      fc.asyncProperty(story, async ({ readers, brought: dates, ticks: presses, seed, every }) => {
        const days = newsletterDays(at(START), { reach: ending(seed, every), stepSeconds: STEP });
        const { world } = days;
        const issues = dates.map(({ day, during }) =>
          issue(`i${day}`, `2026-12-${String(day).padStart(2, '0')}`, during ? { during } : {}),
        );
        world.deploy([COURSE]);
        world.bring(issues);
        const all = readers.map(
          ({ zone, hour, days: wanted, had, alongside }, place): Subscriber =>
            reader({
              id: `${'abcd'.charAt(place)}aaaaaaaaaaaaaaa` as SubscriberId,
              zone: zone as Zone,
              hour: hour as Hour,
              days: wanted as Days,
              newsletter: true,
              issues: { from: '2026-11-01' as LocalDate, ...(alongside && { alongside }) },
              enrollments: [enrollment({ received: received(...LETTERS.slice(0, had)) })],
            }),
        );
        for (const one of all) world.table.seed(arranged(one, [COURSE], at(START)));
        // The first one changes their mind now and then; the others never do.
        const [fickle] = all;
        const off: { from: string; to: string }[] = [];
        let takes = true;
        for (const step of [...presses].sort((a, b) => a - b)) {
          await days.until(
            Temporal.Instant.from(START)
              .add({ seconds: step * STEP })
              .toString(),
          );
          const now = world.now();
          takes = !takes;
          if (takes) off.splice(-1, 1, { from: off.at(-1)?.from ?? now, to: now });
          else off.push({ from: now, to: END });
          if (fickle !== undefined)
            await change(world.table, fickle.id, (one) =>
              takeNewsletter(one, takes, { now, courses: [COURSE] }),
            );
        }
        await days.until(END);
        for (const one of all) {
          const got = days.of(one).map((line) => {
            const [, what = '', moment = ''] = /^(.*) (\S+)$/.exec(line) ?? [];
            return { what, moment, day: dayIn(one.zone, moment) };
          });
          const whole = got.filter(({ what }) => what.startsWith('issue'));
          expect(new Set(whole.map(({ what }) => what)).size, 'none twice').toBe(whole.length);
          expect(new Set(got.map(({ day }) => day)).size, 'one mail a day').toBe(got.length);
          const ofNews = got.filter(({ what }) => !what.startsWith('letter'));
          if (one === fickle) {
            const late = ofNews.filter(({ moment }) =>
              off.some(({ from, to }) => moment > from && moment < to),
            );
            expect(late, 'none once it is unticked').toEqual([]);
          }
          // What still waits for a day of theirs, or for the end of a course, is owed to them yet.
          const waits = world.table.everyone().find(({ id }) => id === one.id)?.dueAt !== undefined;
          if (!waits && (one !== fickle || presses.length === 0)) {
            const digests = ofNews.filter(({ what }) => what === 'digest').map(({ day }) => day);
            for (const { id, date } of issues) {
              const itself = whole.some(({ what }) => what === `issue ${id as IssueId}`);
              const told = digests.some((day) => day >= date);
              expect(itself || told, `${id} is not lost on ${one.id}`).toBe(true);
            }
          }
          const letters = got
            .filter(({ what }) => what.startsWith('letter'))
            .map(({ what }) => what);
          expect(new Set(letters).size, 'no letter twice').toBe(letters.length);
        }
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * 50_000,
);
