import { subscriberKey, toAttributes } from '../../functions/adapters/item.ts';
import { exported, type OwnData } from '../../functions/adapters/own-data.ts';
import type { FakeSubscribers } from './fake-subscribers.ts';

/** The data of subscribers in memory, under the condition of the real one. */
export const fakeOwnData = (subscribers: FakeSubscribers): OwnData => ({
  async export(id) {
    const item = await subscribers.raw(id);
    return item === undefined ? [] : [exported({ sk: 'subscriber', ...item })];
  },
  mailsOf: async () => [],
  async erase(remains, fact) {
    const { revision } = (await subscribers.raw(remains.id)) ?? {};
    if (revision !== remains.revision) return 'changed';
    await subscribers.put({ ...subscriberKey(remains.id), ...toAttributes(remains) });
    subscribers.forget(remains.id);
    subscribers.note(remains.id, fact);
    return 'saved';
  },
});
