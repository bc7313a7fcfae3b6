import type { Alarms } from './alarms/alarms.ts';
import type { MetricStore } from './alarms/metric-store.ts';
import { acm } from './api/acm.ts';
import { backups } from './api/backups.ts';
import { cloudWatch } from './api/cloudwatch.ts';
import { type InvokingWorld, invokeDoor } from './api/invoke.ts';
import { LAMBDA_ROUTES, lambda } from './api/lambda.ts';
import { receiptRules } from './api/receipt-rules.ts';
import { ROUTE53_ROUTES, route53 } from './api/route53.ts';
import { SCHEDULER_ROUTES, scheduler } from './api/scheduler.ts';
import { serviceQuotas } from './api/service-quotas.ts';
import { SESV2_ROUTES, sesV2 } from './api/sesv2.ts';
import { sns } from './api/sns.ts';
import { ssm } from './api/ssm.ts';
import { sts } from './api/sts.ts';
import type { ServiceDoor } from './aws/gateway.ts';
import { anyDoor, jsonDoor, queryDoor, restDoor } from './aws/protocols.ts';
import type { Deployments } from './cloudformation/deployments.ts';
import { cloudFormation } from './cloudformation/operations.ts';
import type { Services } from './services/services.ts';
import { SES_NAMESPACE, type SesWorld, sesDoor } from './ses/ses.ts';
import type { Tables } from './tables.ts';

export interface ControlPlaneWorld extends SesWorld, InvokingWorld {
  readonly storage: Services;
  readonly tables: Tables;
  /** Its items; backups of them are made here. */
  readonly dynamodb: ServiceDoor;
  readonly deployments: Deployments;
  readonly alarms: Alarms;
  readonly figures: MetricStore;
}

/** The services that are asked about the account and change it, by the names that sign for them. */
export function controlPlane(world: ControlPlaneWorld): Readonly<Record<string, ServiceDoor>> {
  const { account, clock, stack } = world;
  return {
    dynamodb: anyDoor(jsonDoor('dynamodb', backups(world)), world.dynamodb),
    // Mails first: they are by far the most.
    ses: anyDoor(
      sesDoor(world),
      restDoor('sesv2', SESV2_ROUTES, sesV2(world)),
      queryDoor('ses', SES_NAMESPACE, receiptRules(world)),
    ),
    acm: jsonDoor('acm', acm(account)),
    lambda: anyDoor(invokeDoor(world), restDoor('lambda', LAMBDA_ROUTES, lambda(account, stack))),
    monitoring: jsonDoor('monitoring', cloudWatch(world.alarms, world.figures)),
    route53: restDoor('route53', ROUTE53_ROUTES, route53(account), {
      xml: 'https://route53.amazonaws.com/doc/2013-04-01/',
    }),
    scheduler: restDoor('scheduler', SCHEDULER_ROUTES, scheduler(stack)),
    servicequotas: jsonDoor('servicequotas', serviceQuotas(account)),
    sns: queryDoor('sns', 'http://sns.amazonaws.com/doc/2010-03-31/', sns(account, stack)),
    sts: queryDoor('sts', 'https://sts.amazonaws.com/doc/2011-06-15/', sts(clock)),
    ssm: jsonDoor('ssm', ssm(account)),
    cloudformation: queryDoor(
      'cloudformation',
      'http://cloudformation.amazonaws.com/doc/2010-05-15/',
      cloudFormation(world),
    ),
  };
}
