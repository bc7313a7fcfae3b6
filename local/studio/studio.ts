import { instant } from '../../functions/core/time.ts';
import type { Wishes } from '../account/arguments.ts';
import { tableAt } from '../account/import/where.ts';
import type { Outside } from '../account/session.ts';
import { type Desk, openDesk } from '../desk/desk.ts';
import { fingerprint } from '../start/stale.ts';

/** What the studio shows, and whether it may change anything of it. */
export interface Studio {
  readonly outside: Outside;
  /** Which place it looks at, as commands are told it. */
  readonly wishes: Wishes;
  readonly mayWrite: boolean;
  /** Place, content and time as they are now. */
  desk(): Promise<Desk>;
}

/** The options by which commands are told a place. */
export const PLACE = ['local', 'table'] as const;

/** For so long credentials and place are taken for what they were, in milliseconds. */
const KEPT = 5 * 60_000;

interface Kept {
  /** Made of the folder and of the local cloud's address, which is another with each of its starts. */
  readonly of: string;
  readonly since: number;
  readonly desk: Promise<Desk>;
}

/** The studio before a place. Nothing is asked until something is to be shown. */
export function studioAt(outside: Outside, wishes: Wishes, mayWrite: boolean): Studio {
  const { contentDir, configFile } = outside;
  let kept: Kept | undefined;

  /** Reading the folder takes a second, so it is read when something in it is another. */
  function opened(endpoint: string): Promise<Desk> {
    const of = fingerprint([contentDir, configFile]) + endpoint;
    const since = outside.now().getTime();
    if (kept === undefined || kept.of !== of || since - kept.since > KEPT) {
      const desk = openDesk(outside, wishes);
      kept = { of, since, desk };
      // What failed is tried again by whoever asks next.
      desk.catch(() => {
        kept = undefined;
      });
    }
    return kept.desk;
  }

  return {
    outside,
    wishes,
    mayWrite,
    async desk() {
      if (wishes.values['local'] === undefined) {
        return { ...(await opened('')), now: instant(outside.now()) };
      }
      // A local cloud has a clock of its own.
      const { now, config } = await tableAt(outside, wishes);
      return { ...(await opened(config.endpoint ?? '')), now };
    },
  };
}

/** The same account or local cloud, in a command's words. */
export function placeAsArguments({ profile, region, values }: Wishes): readonly string[] {
  const given = { profile, region, local: values['local'] };
  return Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
}
