import { expect, test } from 'vitest';
import { metricsOf } from '../../functions/runtime/log.ts';

test('a figure is a metric of its stack, as the alarms ask for it', () => {
  expect(metricsOf({ Overdue: 3 }, 'Kindling-staging')).toEqual({
    Stack: 'Kindling-staging',
    _aws: {
      Timestamp: expect.any(Number),
      CloudWatchMetrics: [
        { Namespace: 'Kindling', Dimensions: [['Stack']], Metrics: [{ Name: 'Overdue' }] },
      ],
    },
  });
});

test('on a good day a line says nothing of metrics', () => {
  expect(metricsOf({}, 'Kindling')).toEqual({});
});
