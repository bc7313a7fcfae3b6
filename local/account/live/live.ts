import { type Found, runChecks } from '../check.ts';
import { ok, say, wrong } from '../verdict.ts';
import { STEPS, simulatorAddress } from './steps.ts';
import type { LiveWorld } from './world.ts';

/**
 * Walks a reader's whole way through what is deployed: joins, confirms, reads, answers, is gone; and
 * two whose mail comes back. Whatever happens, nothing of them is left.
 */
export async function walkThrough(
  world: LiveWorld,
  tell: (found: Found) => void,
): Promise<readonly Found[]> {
  const walked: Found[] = [];
  try {
    walked.push(...(await runChecks(STEPS, world, tell)));
  } finally {
    const erased = Object.assign({ id: 'erased' }, await erasedBy(world));
    tell(erased);
    walked.push(erased);
  }
  return walked;
}

async function erasedBy(world: LiveWorld) {
  const readers = [
    world.address,
    simulatorAddress('bounce', world),
    simulatorAddress('complaint', world),
  ];
  const left = await world.erase(readers);
  return left === 0
    ? ok('nothing of these readers is left')
    : wrong(
        `${left} items are left`,
        say('Something was written while they were taken away. They name nobody, and hurt nobody.'),
      );
}
