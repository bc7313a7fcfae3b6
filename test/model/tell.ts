/** A worker of `npm run model`: tells the stories that it is given the seeds of. */
import { inspect } from 'node:util';
import fc from 'fast-check';
import { allStories } from './author-steps.ts';
import { COURSES } from './deployments.ts';
import type { Portion, Told } from './portion.ts';
import type { Run, Step } from './steps.ts';
import { told } from './story.ts';

const property = fc.asyncProperty(allStories, ([steps, first]) => told(steps, first));

/** A step without what is as usual in its runs; of a deployment, its place in `COURSES`. */
function briefly(step: Step): object {
  if (step.is === 'deploy') return { is: 'deploy', courses: COURSES.indexOf(step.courses) };
  if (step.is === 'issues')
    return { is: 'issues', ids: step.issues.map(({ id, date }) => `${id} ${date}`) };
  if (step.is === 'work') return { ...step, run: brief(step.run) };
  return 'runs' in step ? { ...step, runs: step.runs.map(brief) } : step;
}

const brief = (run: Run): object =>
  Object.fromEntries(
    Object.entries(run).filter(([, value]: [string, unknown]) =>
      Array.isArray(value) ? value.length > 0 : Boolean(value),
    ),
  );

async function tell({ seed, runs }: Portion): Promise<Told> {
  const result = await fc.check(property, { seed, numRuns: runs });
  if (!result.failed) return { is: 'kept', runs };
  const { counterexample, counterexamplePath, errorInstance, numRuns } = result;
  const why = errorInstance instanceof Error ? errorInstance.message : inspect(errorInstance);
  const [[steps, first] = []] = counterexample ?? [];
  const shown = inspect(steps?.map(briefly), { depth: 12, breakLength: 100, compact: 9 });
  return {
    is: 'broken',
    story:
      `seed ${seed}, story ${numRuns}, path ${counterexamplePath}\n\n${why}\n\n` +
      `${shown},\n${inspect(first)}`,
  };
}

process.on('message', (portion: Portion) => {
  tell(portion).then(
    // Its parent has ended if another worker was first.
    (came) => process.connected && process.send?.(came, () => {}),
    (error: unknown) => {
      throw error;
    },
  );
});
