import type { Account } from './account/account.ts';
import type { Activity } from './activity.ts';
import { ssm } from './api/ssm.ts';
import { sts } from './api/sts.ts';
import type { ServiceDoor } from './aws/gateway.ts';
import { jsonDoor, queryDoor } from './aws/protocols.ts';
import type { Clock } from './clock.ts';
import type { Deployments } from './cloudformation/deployments.ts';
import { cloudFormation } from './cloudformation/operations.ts';
import type { Services } from './services/services.ts';
import type { Stack } from './template/stack.ts';

export interface ControlPlaneWorld {
  readonly stack: () => Stack;
  readonly clock: Clock;
  readonly account: Account;
  readonly activity: Activity;
  readonly storage: Services;
  readonly deployments: Deployments;
  failed(error: unknown): void;
}

/** The services that are asked about the account and change it, by the names that sign for them. */
export function controlPlane(world: ControlPlaneWorld): Readonly<Record<string, ServiceDoor>> {
  const { account, clock } = world;
  return {
    sts: queryDoor('sts', 'https://sts.amazonaws.com/doc/2011-06-15/', sts(clock)),
    ssm: jsonDoor('ssm', ssm(account)),
    cloudformation: queryDoor(
      'cloudformation',
      'http://cloudformation.amazonaws.com/doc/2010-05-15/',
      cloudFormation(world),
    ),
  };
}
