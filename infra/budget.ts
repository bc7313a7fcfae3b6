import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { AccountConfig } from './config.ts';

/**
 * Mails when the account's month has cost four fifths of the budget, and when it is going to cost
 * more. Of the whole account: a tag separates costs only once it is activated in the billing
 * console, and until then such a budget would count nothing. AWS charges nothing for it.
 */
export function budget(scope: Construct, { monthlyBudget, alarmAddress }: AccountConfig): void {
  if (monthlyBudget === 0) return;
  const told = [{ subscriptionType: 'EMAIL', address: alarmAddress }];
  const above = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: {
      notificationType,
      threshold,
      thresholdType: 'PERCENTAGE',
      comparisonOperator: 'GREATER_THAN',
    },
    subscribers: told,
  });
  new CfnBudget(scope, 'Budget', {
    budget: {
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudget, unit: 'USD' },
    },
    notificationsWithSubscribers: [above('ACTUAL', 80), above('FORECASTED', 100)],
  });
}
