import type { Account } from './account.ts';
import type { DeployedStack, StackResource } from './ask/stack.ts';
import type { Dns } from './dns.ts';
import { sentenceFor } from './foreseen.ts';
import type { Subject } from './subject.ts';
import { type Verdict, wrong } from './verdict.ts';

/** All that a check may look at. */
export interface CheckWorld {
  readonly account: Account;
  /** Twelve digits. */
  readonly accountId: string;
  readonly dns: Dns;
  readonly region: string;
  readonly subject: Subject;
  readonly stack: DeployedStack | undefined;
  readonly resources: readonly StackResource[];
  /** The status that a GET of the address is answered with; undefined without an answer. */
  health(url: string): Promise<number | undefined>;
  now(): Date;
}

/** One question and the verdict on its answer. */
export interface Step<World> {
  readonly id: string;
  /** Ids of steps without which this one has nothing to look at. */
  readonly needs?: readonly string[];
  run(world: World): Promise<Verdict>;
}

/** One thing that has to hold. */
export interface Check extends Step<CheckWorld> {
  /** `before`: also asked ahead of a deployment, which it can stop. */
  readonly when: 'before' | 'after';
}

/** What became of a check; `skipped` names what it waits for. */
export type Found = { readonly id: string } & (
  | Verdict
  | { readonly is: 'skipped'; readonly waitsFor: string }
);

/** Asks one after another, so that what comes later can rest on what came before. */
export async function runChecks<World>(
  checks: readonly Step<World>[],
  world: World,
  tell: (found: Found) => void,
): Promise<readonly Found[]> {
  const all: Found[] = [];
  for (const check of checks) {
    const waitsFor = check.needs?.find((id) => all.some((one) => one.id === id && one.is !== 'ok'));
    const found: Found =
      waitsFor === undefined
        ? Object.assign({ id: check.id }, await verdictOf(check, world))
        : { id: check.id, is: 'skipped', waitsFor };
    all.push(found);
    tell(found);
  }
  return all;
}

/** One question that fails must not keep the others from being asked. */
async function verdictOf<World>(check: Step<World>, world: World): Promise<Verdict> {
  try {
    return await check.run(world);
  } catch (error) {
    const { name, message } = error as Error;
    const what = sentenceFor(error) ?? `${name}: ${message.split('\n')[0]}`;
    return wrong(`could not be looked at: ${what}`);
  }
}

/** The names that AWS gave to the stack's resources of a type. */
export const named = ({ resources }: CheckWorld, type: string): readonly string[] =>
  resources.filter((one) => one.type === type).map(({ physicalId }) => physicalId);
