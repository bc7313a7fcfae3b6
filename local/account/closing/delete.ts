import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import type { ClientConfig } from '../account.ts';

/** A web domain's certificate and an alias may take a while. */
const PATIENCE_SECONDS = 3600;

/**
 * Deletes a stack; its termination protection is turned off for that, and on again if it can't be.
 *
 * @param id its ARN: a deleted stack is not found by its name
 * @returns why it was not deleted
 */
export async function deleteStack(id: string, config: ClientConfig): Promise<string | undefined> {
  const client = new CloudFormationClient(config);
  const protect = (EnableTerminationProtection: boolean) =>
    client.send(
      new UpdateTerminationProtectionCommand({ StackName: id, EnableTerminationProtection }),
    );
  await protect(false);
  await client.send(new DeleteStackCommand({ StackName: id }));
  try {
    await waitUntilStackDeleteComplete(
      { client, maxWaitTime: PATIENCE_SECONDS, minDelay: 2 },
      { StackName: id },
    );
    return undefined;
  } catch (error) {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: id }));
    const [stack] = Stacks ?? [];
    if (stack?.StackStatus === undefined) throw error;
    await protect(true);
    return stack.StackStatusReason ?? stack.StackStatus;
  }
}
