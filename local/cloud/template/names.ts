/** fauxqs keeps its queues under this account, so everything lives there. */
export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';

/** The ARN of something in the local account. */
export function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

/** The last part of an ARN: what the thing is called. */
export function nameInArn(arnText: string): string {
  return arnText.slice(Math.max(arnText.lastIndexOf(':'), arnText.lastIndexOf('/')) + 1);
}

/** What people call a function: the last telling word of its logical id, as in `SendingTickFunction`. */
export function shortName(logicalId: string): string {
  const words = logicalId
    .replace(/[0-9A-F]{8}$/, '')
    .replace(/(Function|Lambda|Handler)$/, '')
    .replace(/Door$/, '');
  return (/[A-Z]?[^A-Z]+$/.exec(words)?.[0] ?? logicalId).toLowerCase();
}
