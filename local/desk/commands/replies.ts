import { ArgumentError } from '../../account/arguments.ts';
import { paintFor } from '../../account/paint.ts';
import { RefusedError } from '../../account/restore/home.ts';
import type { Outside } from '../../account/session.ts';
import { markAnswered } from '../answered.ts';
import { MONTH, replies } from '../replies.ts';
import { inboxInWords } from '../words/replies.ts';
import { type AtDesk, atDesk, PLACE, tell } from './at-desk.ts';

export const INBOX_HELP = `kindling replies                    this month's mails: waiting for you, asked back, understood
kindling replies --month 2026-10    those of another month
kindling replies --done ID          you have answered one, from your own mailbox; --undone ID takes that back

${PLACE}`;

/** What it understands, for whoever tells it from other uses of the same name. */
export const INBOX_OPTIONS = {
  flags: ['json', 'help'],
  values: ['local', 'table', 'month', 'done', 'undone'],
};

/** `kindling replies`: what came in. @returns the exit code */
export const inboxCommand = (outside: Outside, args: readonly string[]): Promise<number> =>
  atDesk(
    outside,
    args,
    { help: INBOX_HELP, values: ['month', 'done', 'undone'] },
    async (at) => {
      const { done, undone, month } = at.wishes.values;
      if (done !== undefined) return mark(at, done, true);
      if (undone !== undefined) return mark(at, undone, false);
      tell(at, await replies(at.desk, month), (value) => inboxInWords(value, paintFor(outside)));
      return 0;
    },
    ({ wishes: { values } }) => {
      if (values['month'] !== undefined && !MONTH.test(values['month'])) {
        throw new ArgumentError('--month wants a month, such as 2026-09.');
      }
    },
  );

async function mark({ desk, outside, isJson }: AtDesk, id: string, answered: boolean) {
  if (!(await markAnswered(desk, id, answered))) {
    throw new RefusedError(`There is no mail "${id}". kindling replies names them.`);
  }
  if (!isJson) outside.print(answered ? 'It is answered.' : 'It waits for you again.');
  else outside.print(JSON.stringify({ messageId: id, answered }));
  return 0;
}
