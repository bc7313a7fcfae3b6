import { loadContent } from '../../../emails/content/load.ts';
import { draftsOf } from '../../../emails/outlines.ts';
import { areSame, type Draft } from '../../../functions/core/outline.ts';
import { missingFrom } from '../../../functions/core/reader/plan.ts';
import type { Harm } from '../../../functions/core/reader/strip.ts';
import { instant } from '../../../functions/core/time.ts';
import type { DeployedStack } from '../ask/stack.ts';
import { newsletterChanges } from '../newsletter/changes.ts';
import type { Session } from '../session.ts';
import { asleepIn, outlookOf } from './outlook.ts';
import { everybodyIn, keep, keptIn, sourceOf, wake } from './readers.ts';
import { canvasOf, harmInWords, outlookInWords } from './words.ts';

/** What a deployment does to the courses, once it may. */
export type Intent =
  | { readonly is: 'refused'; readonly because: string }
  | {
      readonly is: 'meant';
      readonly drafts: readonly Draft[];
      /** No letter changes its place or its days, so no reader has to be looked at. */
      readonly isSame: boolean;
    };

/**
 * Compares the folder with what was deployed last, says what that means for whom, and asks before it
 * takes something from readers.
 *
 * @param stack undefined before the first deployment, when nobody reads
 */
export async function intentIn(
  session: Session,
  stack: DeployedStack | undefined,
): Promise<Intent> {
  const { outside } = session;
  const content = loadContent(outside.contentDir);
  const drafts = draftsOf(content);
  const source = sourceOf(session, stack);
  for (const line of await newsletterChanges(content, source, outside)) outside.print(line);
  if (source === undefined) return { is: 'meant', drafts, isSame: false };
  const kept = await keptIn(source);
  const isSame = areSame(
    kept,
    drafts.map((draft) => draft.kept),
  );
  if (isSame) return { is: 'meant', drafts, isSame };
  const subscribers = await everybodyIn(source);
  const outlook = outlookOf(subscribers, drafts, kept, instant(outside.now()));
  outside.print('');
  for (const line of outlookInWords(outlook, canvasOf(outside))) outside.print(line);
  const because = await refusalOf(session, outlook.harms);
  return because === undefined ? { is: 'meant', drafts, isSame } : { is: 'refused', because };
}

/** @returns why not */
async function refusalOf(
  { outside, wishes }: Session,
  harms: readonly Harm[],
): Promise<string | undefined> {
  if (harms.length === 0 || wishes.flags.has('yes-to-plan')) return undefined;
  const lines = harms.map((harm) => `  ${harmInWords(harm)}`).join('\n');
  // Whoever says --yes does not want to be asked, and has not said yes to this.
  if (outside.ask === undefined || wishes.flags.has('yes')) {
    return (
      `Nothing was deployed, since readers stand on what would change:\n${lines}\n` +
      'If you mean it: npm run deploy -- --yes-to-plan'
    );
  }
  outside.print(`\nReaders stand on what would change:\n${lines}`);
  const answer = await outside.ask('\nDeploy it all the same? [y/N] ');
  return /^y(es)?$/i.test(answer.trim()) ? undefined : 'Nothing was deployed.';
}

/**
 * Once the new courses run: wakes those whom nothing else would wake, and remembers what was deployed. In that order, so that a deployment that was cut short between them wakes again.
 */
export async function settle(
  session: Session,
  stack: DeployedStack | undefined,
  { drafts, isSame }: Intent & { readonly is: 'meant' },
): Promise<void> {
  const { outside } = session;
  const source = sourceOf(session, stack);
  if (source === undefined) return;
  const courses = drafts.map(({ outline }) => outline);
  // Looked at again, since some have finished while it was deployed.
  const subscribers = isSame ? [] : await everybodyIn(source);
  const now = instant(outside.now());
  const { finished, resting } = asleepIn(subscribers, courses, now);
  if (finished.length > 0) {
    const count = await wake(source, finished, courses, now);
    outside.print(`Woke ${count} who had finished: they get what is new at their hour.`);
  }
  if (resting.length > 0) {
    const count = await wake(source, resting, courses, now);
    outside.print(`${count} whose course rests no longer go on at their hour.`);
  }
  await keep(source, drafts, [...missingFrom(subscribers, courses).keys()]);
}
