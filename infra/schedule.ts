import { Duration, Stack } from 'aws-cdk-lib';
import { type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import type { DoorName } from '../functions/runtime/env.ts';
import type { Door } from './door.ts';

/** A call that could not be made for so long is not made any more: none is to come in a crowd with those after it. */
const OLDEST = Duration.minutes(1);

/**
 * Calls a door every so often. A call that failed is made up for by the next one, so none is repeated.
 *
 * @param id of the schedule
 */
export function callEvery(
  scope: Construct,
  id: string,
  period: Duration,
  door: Door<DoorName>,
): void {
  // Scheduler hands the event over asynchronously.
  door.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: OLDEST });
  new Schedule(scope, id, {
    schedule: ScheduleExpression.rate(period),
    target: new LambdaInvoke(door.function, {
      role: scheduleRole(scope, door),
      retryAttempts: 0,
      maxEventAge: OLDEST,
    }),
  });
}

/** By itself CDK would let the schedule call every version of the door too. */
function scheduleRole(scope: Construct, door: Door<DoorName>): IRole {
  const role = new Role(scope, 'ScheduleRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      // Nobody else's schedule may take it on (IAM user guide, "The confused deputy problem").
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [door.function.functionArn],
    }),
  );
  return role.withoutPolicyUpdates();
}
