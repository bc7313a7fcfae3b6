import * as z from 'zod';
import type { Account } from '../account/account.ts';
import { answered, type Operations, operation, refused } from '../aws/operation.ts';
import { arn } from '../template/names.ts';

const BOOTSTRAP = '/cdk-bootstrap/hnb659fds/version';

/** SSM: the one parameter that CDK asks for, which its bootstrap stack makes. */
export function ssm(account: Account): Operations {
  return {
    GetParameter: operation(z.object({ Name: z.string() }), ({ Name }) => {
      const { bootstrap } = account.state;
      if (Name !== BOOTSTRAP || bootstrap === 0) return refused('ParameterNotFound', '');
      const ARN = arn('ssm', `parameter${Name}`);
      return answered({ Parameter: { Name, ARN, Type: 'String', Value: String(bootstrap) } });
    }),
  };
}
