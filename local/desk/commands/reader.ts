import { type EmailAddress, parseAddress } from '../../../functions/core/address.ts';
import { parseLocalDate } from '../../../functions/core/time.ts';
import { ArgumentError, type Wishes } from '../../account/arguments.ts';
import { asJson } from '../../account/as-json.ts';
import { paintFor } from '../../account/paint.ts';
import { RefusedError } from '../../account/restore/home.ts';
import type { Outside } from '../../account/session.ts';
import { carryOut, type Deed, foresee } from '../deeds.ts';
import { idOf, oneReader } from '../reader.ts';
import { changesInWords, deedInWords, doneInWords, isDone, keptInWords } from '../words/deeds.ts';
import { readerInWords } from '../words/reader.ts';
import { type AtDesk, atDesk, PLACE, tell } from './at-desk.ts';
import { isMeant } from './confirm.ts';

const HELP = `kindling reader anna@example.org            who they are, what they had, what comes next, what they agreed to
kindling reader anna@… pause [--until 2026-12-20]
kindling reader anna@… resume
kindling reader anna@… jump PLACE [--course closer]   PLACE: letters had, the id of the last one, or finished
kindling reader anna@… again [LETTER] [--course closer]   a letter once more, by number or id; the newest, if none is named
kindling reader anna@… address new@example.org        asks that mailbox, and moves their letters when it says yes
kindling reader anna@… leave --reason "…"
kindling reader anna@… erase --reason "…"             all that is stored, and for good

Each says first what would change, and asks. It is kept as a record that it was you, and why.

  --reason  why: it has to be said where they gave a consent, or take one back
  --yes     does it without a question
${PLACE}
An id from a list stands for an address.`;

const DEEDS = ['pause', 'resume', 'leave', 'jump', 'again', 'address', 'erase'] as const;

/** `kindling reader`: one of them, and what the author does for them. @returns the exit code */
export const readerCommand = (outside: Outside, args: readonly string[]): Promise<number> =>
  atDesk(
    outside,
    args,
    { help: HELP, flags: ['yes'], values: ['until', 'course', 'reason'], texts: 3 },
    (at) => {
      const deed = deedIn(at);
      return deed === undefined ? look(at) : act(at, deed);
    },
    (given) => void deedIn(given),
  );

async function look(at: AtDesk): Promise<number> {
  const [who = ''] = at.texts;
  const found = await oneReader(at.desk, who);
  if (found.is === 'unknown') throw new RefusedError(UNKNOWN);
  if (found.is === 'unreadable') throw new RefusedError(keptInWords({ is: 'unreadable' }));
  tell(at, found.reader, (reader) => readerInWords(reader, paintFor(at.outside)));
  return 0;
}

/** The address is not repeated: it may be spelled wrong, and nobody's. */
const UNKNOWN = 'Nobody is known here by that address or id.';

async function act(at: AtDesk, deed: Deed): Promise<number> {
  const { desk, outside, wishes, texts, isJson } = at;
  const id = await idOf(desk, texts[0] ?? '');
  if (id === undefined) throw new RefusedError(UNKNOWN);
  const foreseen = await foresee(desk, id, deed);
  if (foreseen.is !== 'foreseen') throw new RefusedError(keptInWords(foreseen));
  const reason = wishes.values['reason']?.trim() || undefined;
  if (foreseen.needsReason && reason === undefined) {
    throw new ArgumentError(
      'Why? Say it: --reason "asked me on the phone". It is kept with the record.',
    );
  }
  if (!isJson) {
    outside.print(`${desk.inWords}\n`);
    for (const line of changesInWords(foreseen.changes)) outside.print(line);
  }
  const { deed: meant, changes } = foreseen;
  if (!(await isMeant(outside, wishes, deedInWords(meant)))) {
    outside.print('Nothing was changed.');
    return 0;
  }
  const outcome = await carryOut(desk, id, meant, reason);
  if (!isDone(outcome)) throw new RefusedError(keptInWords(outcome));
  outside.print(
    isJson
      ? asJson({ id, deed: meant, changes, outcome: outcome.is })
      : `\n${doneInWords(outcome)}`,
  );
  return 0;
}

/** @throws ArgumentError on what is none */
function deedIn({ texts, wishes }: Pick<AtDesk, 'texts' | 'wishes'>): Deed | undefined {
  const [who, said, what] = texts;
  if (who === undefined) throw new ArgumentError(`Whom? By address, or by id.\n\n${HELP}`);
  const is = DEEDS.find((one) => one === said);
  if (said === undefined) return undefined;
  if (is === undefined) throw new ArgumentError(`There is no "${said}".\n\n${HELP}`);
  if (what === undefined ? NEEDS[is] !== undefined : !TAKES.includes(is)) {
    throw new ArgumentError(NEEDS[is] ?? `${is} takes nothing after it.`);
  }
  const { course, until } = wishes.values;
  if (until !== undefined && is !== 'pause') throw new ArgumentError(`--until is for a pause.`);
  if (course !== undefined && is !== 'jump' && is !== 'again') {
    throw new ArgumentError(`--course is for a jump, and for a letter again.`);
  }
  const inCourse = course !== undefined && { course };
  switch (is) {
    case 'jump':
      return { is, place: what ?? '', ...inCourse };
    case 'again':
      return { is, ...(what !== undefined && { letter: what }), ...inCourse };
    case 'address':
      return { is, to: addressIn(what ?? '') };
    case 'pause':
      return pauseIn(wishes);
    default:
      return { is };
  }
}

/** What has to stand behind a deed, as it is asked for where nothing does. */
const NEEDS: Readonly<Partial<Record<(typeof DEEDS)[number], string>>> = {
  jump: 'To which place? The number of letters had, the id of the last one, or finished.',
  address: 'To which address? The whole of it, such as new@example.org.',
};

/** Behind what something may stand. */
const TAKES: readonly (typeof DEEDS)[number][] = ['jump', 'address', 'again'];

function addressIn(given: string): EmailAddress {
  const address = parseAddress(given);
  if (address === undefined) throw new ArgumentError(NEEDS.address ?? '');
  return address;
}

function pauseIn({ values: { until } }: Pick<Wishes, 'values'>): Deed {
  if (until === undefined) return { is: 'pause' };
  const day = parseLocalDate(until);
  if (day === undefined) throw new ArgumentError('--until wants a day, such as 2026-12-20.');
  return { is: 'pause', until: day };
}
