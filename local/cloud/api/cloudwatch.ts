import * as z from 'zod';
import { ALARM_STATES, type Alarm } from '../alarms/alarm.ts';
import type { Alarms } from '../alarms/alarms.ts';
import { type MetricId, type MetricStore, statistic } from '../alarms/metric-store.ts';
import { answered, type Operations, operation, refused } from '../aws/operation.ts';

const moment = z.union([
  z.number().transform((seconds) => seconds * 1000),
  z.iso.datetime().transform((text) => Date.parse(text)),
]);
const dimensions = z
  .array(z.object({ Name: z.string(), Value: z.string() }))
  .default([])
  .transform((list) => Object.fromEntries(list.map(({ Name, Value }) => [Name, Value])));
const metric = z
  .object({ Namespace: z.string(), MetricName: z.string(), Dimensions: dimensions })
  .transform(
    (given): MetricId => ({
      namespace: given.Namespace,
      name: given.MetricName,
      dimensions: given.Dimensions,
    }),
  );
const window = z.object({ StartTime: moment, EndTime: moment });
const statistics = window.extend({
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: dimensions,
  Period: z.number().positive(),
  Statistics: z.array(z.string()).default([]),
});
const query = z.object({
  Id: z.string(),
  MetricStat: z.object({ Metric: metric, Period: z.number().positive(), Stat: z.string() }),
});

/** CloudWatch: figures, and the alarms that watch them. */
export function cloudWatch(alarms: Alarms, figures: MetricStore): Operations {
  const named = (names: readonly string[] | undefined, prefix: string | undefined) =>
    alarms
      .list()
      .filter(({ name }) => names === undefined || names.includes(name))
      .filter(({ name }) => prefix === undefined || name.startsWith(prefix));
  return {
    DescribeAlarms: operation(
      z.object({
        AlarmNames: z.array(z.string()).optional(),
        AlarmNamePrefix: z.string().optional(),
        StateValue: z.enum(ALARM_STATES).optional(),
      }),
      ({ AlarmNames, AlarmNamePrefix, StateValue }) =>
        answered({
          MetricAlarms: named(AlarmNames, AlarmNamePrefix)
            .filter((alarm) => [undefined, alarms.standing(alarm).state].includes(StateValue))
            .map((alarm) => described(alarm, alarms)),
        }),
    ),
    DescribeAlarmHistory: operation(
      z.object({ AlarmName: z.string().optional(), HistoryItemType: z.string().optional() }),
      ({ AlarmName, HistoryItemType }) =>
        answered({
          AlarmHistoryItems: alarms
            .history()
            .filter(({ alarm }) => AlarmName === undefined || alarm === AlarmName)
            .filter(({ type }) => HistoryItemType === undefined || type === HistoryItemType)
            .map(({ alarm, type, at, summary }) => ({
              AlarmName: alarm,
              Timestamp: new Date(at),
              HistoryItemType: type,
              HistorySummary: summary,
              HistoryData: '{}',
            })),
        }),
    ),
    SetAlarmState: operation(
      z.object({
        AlarmName: z.string(),
        StateValue: z.enum(ALARM_STATES),
        StateReason: z.string(),
      }),
      async ({ AlarmName, StateValue, StateReason }) => {
        const [alarm] = named([AlarmName], undefined);
        if (alarm === undefined) return refused('ResourceNotFound', `no alarm ${AlarmName}`, 404);
        await alarms.set(alarm, StateValue, StateReason);
        return answered();
      },
    ),
    ...cloudWatchFigures(figures),
  };
}

function cloudWatchFigures(figures: MetricStore): Operations {
  const periods = (id: MetricId, start: number, end: number, seconds: number) => {
    const length = seconds * 1000;
    const first = Math.floor(start / length) * length;
    const count = Math.max(0, Math.ceil((end - first) / length));
    return Array.from({ length: count }, (_, index) => {
      const at = first + index * length;
      return figures.within(id, at, at + length);
    }).filter((sample) => sample !== undefined);
  };
  return {
    GetMetricStatistics: operation(statistics, (given) => {
      const id = {
        namespace: given.Namespace,
        name: given.MetricName,
        dimensions: given.Dimensions,
      };
      const samples = periods(id, given.StartTime, given.EndTime, given.Period);
      return answered({
        Label: given.MetricName,
        Datapoints: samples.map((sample) => ({
          Timestamp: new Date(sample.at),
          ...Object.fromEntries(given.Statistics.map((name) => [name, statistic(name, sample)])),
        })),
      });
    }),
    GetMetricData: operation(
      window.extend({ MetricDataQueries: z.array(query) }),
      ({ MetricDataQueries, StartTime, EndTime }) =>
        answered({
          MetricDataResults: MetricDataQueries.map(
            ({ Id, MetricStat: { Metric, Period, Stat } }) => {
              const samples = periods(Metric, StartTime, EndTime, Period).reverse();
              return {
                Id,
                Label: Metric.name,
                StatusCode: 'Complete',
                Timestamps: samples.map(({ at }) => new Date(at)),
                Values: samples.map((sample) => statistic(Stat, sample)),
              };
            },
          ),
        }),
    ),
  };
}

function described(alarm: Alarm, alarms: Alarms): object {
  const { name, arn, metric: _, ...declared } = alarm;
  const { state, reason, since } = alarms.standing(alarm);
  return {
    ...declared,
    AlarmName: name,
    AlarmArn: arn,
    StateValue: state,
    StateReason: reason,
    StateUpdatedTimestamp: new Date(since),
    AlarmConfigurationUpdatedTimestamp: new Date(alarms.declaredAt(alarm)),
  };
}
