import * as z from 'zod';
import { answered, asking, type Operations, operation } from '../aws/operation.ts';
import type { Clock } from '../clock.ts';
import { ACCOUNT } from '../template/names.ts';

const HOUR = 3_600_000;

/** STS: who calls, and roles to take on. Whoever is no function is the account's owner. */
export function sts(clock: Clock): Operations {
  return {
    GetCallerIdentity: asking(() =>
      answered({
        Arn: `arn:aws:iam::${ACCOUNT}:user/author`,
        UserId: 'AIDALOCAL',
        Account: ACCOUNT,
      }),
    ),
    AssumeRole: operation(
      z.object({ RoleArn: z.string(), RoleSessionName: z.string() }),
      ({ RoleArn, RoleSessionName }) => {
        const role = RoleArn.slice(RoleArn.lastIndexOf('/') + 1);
        return answered({
          Credentials: {
            AccessKeyId: 'author',
            SecretAccessKey: 'local',
            SessionToken: 'local',
            Expiration: new Date(clock.now() + HOUR),
          },
          AssumedRoleUser: {
            Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${RoleSessionName}`,
            AssumedRoleId: `AROALOCAL:${RoleSessionName}`,
          },
        });
      },
    ),
  };
}
