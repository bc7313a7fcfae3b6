import { contentFolder } from '../../emails/content/folder.ts';
import { loadContent } from '../../emails/content/load.ts';
import type { Attributes } from '../../functions/adapters/stored.ts';
import type { Desk } from '../../local/desk/desk.ts';
import { AT_ONCE, type DeskItems } from '../../local/desk/items.ts';
import { at, course } from '../support/builders.ts';

/** How much one answer of DynamoDB holds, in items: enough to be more than one, and few enough to count. */
const PAGE = 10_000;

/**
 * A table in memory as the desk asks it, in answers no longer than DynamoDB's, which counts what it was asked.
 *
 * @param page items an answer looks at
 */
export function fakeItems(stored: readonly Attributes[], page = PAGE) {
  const asked: (keyof DeskItems)[] = [];
  const nameOf = ({ pk, sk }: Attributes) => `${String(pk)} ${String(sk)}`;
  const byName = new Map(stored.map((item) => [nameOf(item), item]));
  const note = (name: keyof DeskItems) => void asked.push(name);
  const pageOf = (found: readonly Attributes[], limit: number, behind: Attributes | undefined) => {
    const from = behind ? found.findIndex((item) => nameOf(item) === nameOf(behind)) + 1 : 0;
    const items = found.slice(from, from + Math.min(limit, page));
    const isMore = from + items.length < found.length;
    return { items, behind: isMore ? items.at(-1) : undefined };
  };
  const inPartition = ({ pk, begins = '' }: { pk: string; begins?: string }) =>
    stored.filter((item) => item['pk'] === pk && String(item['sk']).startsWith(begins));
  const dueIn = ({ shard, from, to }: Parameters<DeskItems['countDue']>[0]) =>
    stored.filter(({ dueShard, dueAt }) => {
      const moment = String(dueAt ?? '');
      return dueShard === shard && moment !== '' && from <= moment && moment <= to;
    });
  const items: DeskItems = {
    async get(key) {
      note('get');
      return byName.get(nameOf({ ...key }));
    },
    async batch(keys) {
      // A request for each hundred.
      for (let from = 0; from < keys.length; from += AT_ONCE) note('batch');
      return keys.map((key) => byName.get(nameOf({ ...key }))).filter((item) => item !== undefined);
    },
    async query({ limit = page, latest, ...where }) {
      note('query');
      const found = inPartition(where);
      return pageOf(latest ? found.toReversed() : found, limit, undefined);
    },
    async all(where) {
      note('all');
      return inPartition(where);
    },
    async countDue(span, behind) {
      note('countDue');
      const { items: found, behind: next } = pageOf(dueIn(span), page, behind);
      return { count: found.length, behind: next };
    },
    async due(span, limit) {
      note('due');
      return dueIn(span).slice(0, limit);
    },
    async scan({ kinds, limit = page, behind }) {
      note('scan');
      const { items: looked, behind: next } = pageOf(stored, limit, behind);
      const wanted = looked.filter(({ sk }) => kinds.some((kind) => String(sk).startsWith(kind)));
      return { items: wanted, behind: next };
    },
  };
  return { items, asked };
}

/** What ships, read once. */
const CONTENT = loadContent(contentFolder());

/** A desk before a table in memory; what it would ask of an account is nobody's business here. */
export function deskOver(stored: readonly Attributes[], fields: Partial<Desk> = {}) {
  const { items, asked } = fakeItems(stored);
  const desk: Desk = {
    table: 'table',
    config: { region: 'eu-central-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } },
    now: at('2026-11-23T12:00:00Z'),
    inWords: 'a table',
    content: CONTENT,
    courses: [course(['closeness', 'ideas', 'meaning'])],
    account: {
      quota: async () => ({ perDay: 1000, sentToday: 40, perSecond: 14 }),
      resources: async () => [],
      alarms: async () => [],
      waiting: async () => 0,
      invoke: async () => ({ failed: true, payload: '' }),
    },
    items,
    ...fields,
  };
  return { desk, asked };
}
