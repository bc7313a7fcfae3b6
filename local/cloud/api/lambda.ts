import * as z from 'zod';
import type { Account } from '../account/account.ts';
import { answered, asking, type Operations, operation } from '../aws/operation.ts';
import type { RestRoute } from '../aws/protocols.ts';
import { nameInArn } from '../template/names.ts';
import type { Stack } from '../template/stack.ts';

export const LAMBDA_ROUTES: Readonly<Record<string, RestRoute>> = {
  GetAccountSettings: { method: 'GET', path: '/2016-08-19/account-settings' },
  ListEventSourceMappings: { method: 'GET', path: '/2015-03-31/event-source-mappings' },
};

/** Lambda: how much room there is, and which queues feed whom. */
export function lambda(account: Account, stack: () => Stack): Operations {
  return {
    GetAccountSettings: asking(() => {
      const ConcurrentExecutions = account.state.concurrency;
      const reserved = [...stack().functions.values()]
        .map(({ concurrency = 0 }) => concurrency)
        .reduce((sum, one) => sum + one, 0);
      return answered({
        AccountLimit: {
          ConcurrentExecutions,
          UnreservedConcurrentExecutions: ConcurrentExecutions - reserved,
        },
        AccountUsage: { FunctionCount: stack().functions.size },
      });
    }),
    ListEventSourceMappings: operation(
      z.object({ FunctionName: z.string().optional() }),
      ({ FunctionName }) => {
        const wanted = FunctionName && nameInArn(FunctionName);
        const own = stack().eventSources.filter(
          (one) => wanted === undefined || nameInArn(one.FunctionName) === wanted,
        );
        return answered({
          EventSourceMappings: own.map((one) => ({
            UUID: `mapping-${nameInArn(one.EventSourceArn)}`,
            EventSourceArn: one.EventSourceArn,
            FunctionArn: functionArn(stack(), one.FunctionName),
            State: one.Enabled ? 'Enabled' : 'Disabled',
            BatchSize: one.BatchSize,
            MaximumBatchingWindowInSeconds: one.MaximumBatchingWindowInSeconds,
            ScalingConfig: one.ScalingConfig,
            FunctionResponseTypes: one.FunctionResponseTypes,
          })),
        });
      },
    ),
  };
}

function functionArn({ functions }: Stack, given: string): string {
  const name = nameInArn(given);
  return [...functions.values()].find((one) => one.name === name)?.arn ?? given;
}
