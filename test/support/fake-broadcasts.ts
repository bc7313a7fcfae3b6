import type { Broadcasts } from '../../functions/adapters/broadcasts.ts';
import { SHARDS, shardOf } from '../../functions/adapters/item.ts';
import { UnreadableItem } from '../../functions/adapters/stored.ts';
import type { CompiledMail } from '../../functions/core/mail/template.ts';
import type { IssueId } from '../../functions/core/newsletter.ts';
import { type Broadcast, FRESH_WALK, type Stage } from '../../functions/core/sending/broadcast.ts';
import type { FakeSubscribers } from './fake-subscribers.ts';

/** So many readers a page, so that few of them make several. */
const PAGE = 3;

const ALIVE: readonly Stage[] = ['scheduled', 'running'];

/** Issues on their way in memory, over the readers of a table in memory. */
export function fakeBroadcasts(table: Pick<FakeSubscribers, 'everyone'>): Broadcasts {
  const items = new Map<IssueId, Broadcast>();
  const mails = new Map<IssueId, CompiledMail>();
  function change(
    id: IssueId,
    may: (one: Broadcast) => boolean,
    to: (one: Broadcast) => Broadcast,
  ) {
    const one = items.get(id);
    if (one === undefined || !may(one)) return false;
    items.set(id, to(one));
    return true;
  }
  const canEnd = ({ stage }: Broadcast) => ALIVE.includes(stage) || stage === 'sent';
  const goesOn = ({ stage, paused }: Broadcast) => stage === 'running' && paused === undefined;
  return {
    all: async () => [...items.values()],
    async note(id, stage, next) {
      const known = items.get(id);
      const isMoved = known?.stage === stage && known.next !== next;
      if (known === undefined || isMoved)
        items.set(id, { ...known, id, stage, ...(next && { next }) });
    },
    async start({ mail, page: _, sample: __, ...plan }, now) {
      mails.set(plan.id, mail);
      change(
        plan.id,
        ({ stage, paused }) => stage === 'scheduled' && paused === undefined,
        (one) => ({
          ...one,
          stage: 'running',
          next: now,
          started: { ...plan, startedAt: now, walk: FRESH_WALK },
        }),
      );
    },
    saveWalk: async (id, walk, next) =>
      change(id, goesOn, ({ next: _, ...one }) => ({
        ...one,
        stage: next ? 'running' : 'sent',
        ...(next && { next }),
        ...(one.started && { started: { ...one.started, walk } }),
      })),
    pause: async (id) => change(id, canEnd, ({ next: _, ...one }) => ({ ...one, paused: true })),
    resume: async (id, now) =>
      change(
        id,
        ({ paused }) => paused === true,
        ({ paused: _, ...one }) => ({ ...one, ...(ALIVE.includes(one.stage) && { next: now }) }),
      ),
    cancel: async (id) =>
      change(id, canEnd, ({ paused: _, next: __, ...one }) => ({ ...one, stage: 'cancelled' })),
    async mailOf(id) {
      const mail = mails.get(id);
      if (mail === undefined) throw new UnreadableItem('an issue without its mail');
      return mail;
    },
    async page(shard, behind) {
      const entries = table
        .everyone()
        .filter((one) => one.newsletter && ['active', 'paused'].includes(one.standing.is))
        .filter(({ id }) => shardOf(id) === SHARDS[shard])
        .map(({ id, zone }) => ({ id, zone }))
        .sort((a, b) => (`${a.zone} ${a.id}` < `${b.zone} ${b.id}` ? -1 : 1))
        .filter(
          (one) => behind === undefined || `${one.zone} ${one.id}` > `${behind.zone} ${behind.id}`,
        );
      const page = entries.slice(0, PAGE);
      const last = page.at(-1);
      return { entries: page, ...(entries.length > PAGE && last && { behind: last }) };
    },
  };
}
