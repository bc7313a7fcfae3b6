import { nameInArn } from '../template/names.ts';
import type { Stack } from '../template/stack.ts';
import type { Decision, Principal } from './access.ts';
import { type AccessRequest, applies } from './policy.ts';

/** One action on one resource pattern that a role in the template may do, and whether it did. */
export interface Grant {
  /** The function by its short name, or else the role. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly used: boolean;
}

interface Use {
  readonly role: string;
  readonly request: AccessRequest;
}

/** Keeps what roles were allowed to do, to compare it with what the template grants them. */
export class GrantUse {
  readonly #uses = new Map<string, Use>();

  note(principal: Principal, request: AccessRequest, decision: Decision): void {
    if (principal.is !== 'role' || decision.is !== 'allowed') return;
    const name = JSON.stringify([principal.arn, request.action, request.resource]);
    this.#uses.set(name, { role: principal.arn, request });
  }

  reset(): void {
    this.#uses.clear();
  }

  /** Every grant of every role, one for each action and resource of each statement. */
  grants(stack: Stack): readonly Grant[] {
    const uses = [...this.#uses.values()];
    return [...stack.roles.values()].flatMap((role) => {
      const own = uses.filter(({ role: user }) => user === role.arn);
      return role.statements
        .filter(({ Effect }) => Effect === 'Allow')
        .flatMap((statement) =>
          statement.Action.flatMap((action) =>
            statement.Resource.map((resource) => ({
              principal: ownerOf(stack, role.arn),
              action,
              resource,
              used: own.some(({ request }) =>
                applies({ ...statement, Action: [action], Resource: [resource] }, request),
              ),
            })),
          ),
        );
    });
  }
}

function ownerOf(stack: Stack, roleArn: string): string {
  const owner = [...stack.functions.values()].find((one) => one.roleArn === roleArn);
  return owner?.shortName ?? nameInArn(roleArn);
}
