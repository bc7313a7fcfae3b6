import * as z from 'zod';
import type { Account } from '../account/account.ts';
import { answered, type Operations, operation, refused } from '../aws/operation.ts';

/** Lambda, "Concurrent executions". */
const CONCURRENCY = 'L-B99A9384';

const quota = z.object({ ServiceCode: z.string(), QuotaCode: z.string() });

/** Service Quotas: what an account may have, and asking for more; people at AWS decide. */
export function serviceQuotas(account: Account): Operations {
  return {
    GetServiceQuota: operation(quota, ({ ServiceCode, QuotaCode }) =>
      QuotaCode === CONCURRENCY
        ? answered({ Quota: { ServiceCode, QuotaCode, Value: account.state.concurrency } })
        : refused('NoSuchResourceException', 'The request failed because of no such quota'),
    ),
    RequestServiceQuotaIncrease: operation(
      quota.extend({ DesiredValue: z.number() }),
      ({ ServiceCode, QuotaCode, DesiredValue }) => {
        const { quotaRequests } = account.state;
        if (QuotaCode in quotaRequests) {
          const message = 'Only one open service quota increase request is allowed per quota.';
          return refused('ResourceAlreadyExistsException', message);
        }
        account.change({ quotaRequests: { ...quotaRequests, [QuotaCode]: DesiredValue } });
        const Id = `request-${QuotaCode}`;
        return answered({
          RequestedQuota: { Id, ServiceCode, QuotaCode, DesiredValue, Status: 'PENDING' },
        });
      },
    ),
    ListRequestedServiceQuotaChangeHistoryByQuota: operation(
      quota,
      ({ ServiceCode, QuotaCode }) => {
        const DesiredValue = account.state.quotaRequests[QuotaCode];
        const request = { ServiceCode, QuotaCode, DesiredValue, Status: 'PENDING' };
        return answered({ RequestedQuotas: DesiredValue === undefined ? [] : [request] });
      },
    ),
  };
}
