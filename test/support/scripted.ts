import { setTimeout } from 'node:timers/promises';
import { endOf } from '../../local/account/foreseen.ts';
import type { Outside } from '../../local/account/session.ts';
import { terminal } from '../../local/account/terminal.ts';
import { kindling } from '../../local/kindling/run.ts';

/**
 * A command that works in the process in which a cloud runs, too, finds connections that have ended, unless it waits
 * until that has been noticed.
 */
export const noticed = (): Promise<void> => setTimeout(250);

/** A command in this process, as a script runs it: what it says, and how it ends. */
export async function scripted(...args: readonly string[]) {
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  const script: Outside = { ...terminal(), print, color: false, isTerminal: false, ask: undefined };
  const code = await kindling(script, args).catch((error: unknown) => {
    const end = endOf(error);
    if (end === undefined) throw error;
    printed.push(end.sentence);
    return end.code;
  });
  return { code, text: printed.join('\n') };
}
