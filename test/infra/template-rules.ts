import { alarmsOn, every, type Resource, type Resources, type Rule, target } from './rule.ts';

const ringsAboveNought = (alarm: Resource): boolean =>
  alarm['ComparisonOperator'] === 'GreaterThanThreshold' &&
  alarm['Threshold'] === 0 &&
  alarm['EvaluationPeriods'] === 1;

/** What a role may do, statement by statement. */
const statementsOf = (all: Resources, role: string): readonly Resource[] =>
  Object.values(all)
    .filter(({ Type }) => Type === 'AWS::IAM::Policy')
    .filter(({ Properties }) => Properties.Roles.some((one: Resource) => target(one) === role))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);

/** Seconds between two calls of a `rate(… minutes)`; NaN for any other schedule. */
const secondsOf = (schedule: string): number =>
  60 * Number(/^rate\((\d+) minutes?\)$/.exec(schedule)?.[1]);

/** What a request may leave in a log: paths hold tokens, addresses tell who reads. */
const TELLS_NOBODY = /^(?:requestId|requestTime|httpMethod|status|responseLength|responseLatency)$/;

const HALF_AN_HOUR = 1800;
const FORTNIGHT = 14 * 86_400;

export const RULES = {
  /**
   * SES looks for spam, viruses and DMARC only where it scans; without recipients a rule takes the
   * mail of every domain of the account.
   */
  'mail to us is scanned, and is ours': every(
    'AWS::SES::ReceiptRule',
    ({ Properties: { Rule } }) =>
      Rule.Enabled === true && Rule.ScanEnabled === true && Rule.Recipients?.length > 0,
  ),

  /** Six times the function's time-out, and the batching window (Lambda developer guide, SQS). */
  'no batch is seen twice while it waits or is tried again': every(
    'AWS::Lambda::EventSourceMapping',
    ({ Properties }, all) => {
      const queue = all[target(Properties.EventSourceArn)]?.['Properties'];
      const timeout = all[target(Properties.FunctionName)]?.['Properties'].Timeout ?? 3;
      const window = Properties.MaximumBatchingWindowInSeconds ?? 0;
      return queue?.VisibilityTimeout >= 6 * timeout + window;
    },
  ),

  'one bad message does not bring its whole batch back': every(
    'AWS::Lambda::EventSourceMapping',
    ({ Properties }) => Properties.FunctionResponseTypes?.includes('ReportBatchItemFailures'),
  ),

  /** The subscribers are the author's. */
  'no table goes with its stack, and any second of it comes back': every(
    'AWS::DynamoDB::Table',
    ({ DeletionPolicy, UpdateReplacePolicy, Properties }) =>
      DeletionPolicy === 'Retain' &&
      UpdateReplacePolicy === 'Retain' &&
      Properties.DeletionProtectionEnabled === true &&
      Properties.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled === true,
  ),

  /** A second net, should we ever forget who must not be mailed. */
  'SES spares who bounced and who complained': every(
    'AWS::SES::ConfigurationSet',
    ({ Properties }) =>
      ['BOUNCE', 'COMPLAINT'].every((reason) =>
        Properties.SuppressionOptions?.SuppressedReasons?.includes(reason),
      ),
  ),

  /** The only way to an aligned SPF with SES, and the way that events come back. */
  'a domain that sends has its own MAIL FROM and a configuration set': every(
    'AWS::SES::EmailIdentity',
    ({ Properties }, all) => {
      const receives = Object.values(all)
        .flatMap(({ Properties: of }) => of?.Rule?.Recipients ?? [])
        .includes(Properties.EmailIdentity);
      const { MailFromAttributes, ConfigurationSetAttributes } = Properties;
      return (
        receives ||
        (MailFromAttributes?.MailFromDomain !== undefined &&
          ConfigurationSetAttributes?.ConfigurationSetName !== undefined)
      );
    },
  ),

  /** Without them `ForAllValues` holds of a request that names no attribute, and so wants all (DynamoDB, "fine-grained"). */
  'who looks at the table names what they want, and no secret': every(
    'AWS::IAM::ManagedPolicy',
    ({ Properties: { PolicyDocument } }) =>
      PolicyDocument.Statement.filter(({ Action }: Resource) =>
        [Action].flat().some((action: string) => /^dynamodb:(?!DescribeTable$)/.test(action)),
      ).every(({ Action, Condition }: Resource) => {
        const attributes: readonly string[] =
          Condition?.['ForAllValues:StringEquals']?.['dynamodb:Attributes'] ?? [];
        const isUpdate = Action === 'dynamodb:UpdateItem';
        const confined = isUpdate
          ? Condition.StringEqualsIfExists?.['dynamodb:ReturnValues'] === 'NONE'
          : Condition?.StringEquals?.['dynamodb:Select'] !== undefined;
        const secret = ['secret', 'secretKey', 'answer'].some((one) => attributes.includes(one));
        return attributes.length > 0 && confined && !secret;
      }),
  ),

  'a flood costs no more than a hundred requests a second, on any route': every(
    'AWS::ApiGatewayV2::Stage',
    ({ Properties: { DefaultRouteSettings, RouteSettings = {} } }) =>
      [DefaultRouteSettings, ...Object.values<Resource>(RouteSettings)].every(
        (of) => of?.['ThrottlingRateLimit'] <= 100 && of?.['ThrottlingBurstLimit'] <= 100,
      ),
  ),

  'a request leaves nothing in a log that tells who it was about': every(
    'AWS::ApiGatewayV2::Stage',
    ({ Properties: { AccessLogSettings } }) =>
      [...AccessLogSettings.Format.matchAll(/\$context\.([\w.]+)/g)].every(([, name]) =>
        TELLS_NOBODY.test(name),
      ),
  ),

  'where no data is bad news, it is news within half an hour': every(
    'AWS::CloudWatch::Alarm',
    ({ Properties: { TreatMissingData, Period, EvaluationPeriods, DatapointsToAlarm } }) =>
      TreatMissingData !== 'breaching' ||
      Period * (DatapointsToAlarm ?? EvaluationPeriods) <= HALF_AN_HOUR,
  ),

  /** What is called no more makes no errors; and between two calls is no silence. */
  'what a schedule calls has an alarm on its silence': every(
    'AWS::Scheduler::Schedule',
    ({ Properties }, all) =>
      alarmsOn(all, target(Properties.Target.Arn), 'Invocations').some(
        (alarm) =>
          alarm['TreatMissingData'] === 'breaching' &&
          alarm['ComparisonOperator'] === 'LessThanThreshold' &&
          alarm['Threshold'] > 0 &&
          alarm['Period'] >= secondsOf(Properties.ScheduleExpression),
      ),
  ),

  /**
   * It finds out who is due by an index that holds nothing but ids and moments. That an issue waits for
   * somebody has to be noted where their due moment stands.
   */
  'what a schedule calls touches no item of a reader, save to tell of an issue': every(
    'AWS::Scheduler::Schedule',
    ({ Properties }, all, id) => {
      if (id.startsWith('Newsletter')) return true;
      const role = target(all[target(Properties.Target.Arn)]?.['Properties'].Role);
      return statementsOf(all, role)
        .filter(({ Resource }) => all[target(Resource)]?.['Type'] === 'AWS::DynamoDB::Table')
        .every(({ Condition }) =>
          Condition?.['ForAllValues:StringEquals']?.['dynamodb:LeadingKeys']?.every(
            (key: string) => !key.startsWith('subscriber'),
          ),
        );
    },
  ),

  'a function that throws is heard of': every('AWS::Lambda::Function', (_, all, id) =>
    alarmsOn(all, id, 'Errors').some(ringsAboveNought),
  ),

  'what has a place for its failures is tried again before': every(
    'AWS::Lambda::EventInvokeConfig',
    ({ Properties: { DestinationConfig, MaximumRetryAttempts = 2 } }) =>
      DestinationConfig === undefined || MaximumRetryAttempts >= 2,
  ),

  'every alarm calls somebody': every(
    'AWS::CloudWatch::Alarm',
    ({ Properties }) => Properties.ActionsEnabled !== false && Properties.AlarmActions?.length > 0,
  ),

  'what could not be handled waits for a person, and calls one': every(
    'AWS::SQS::Queue',
    ({ Properties }, all, id) => {
      const isLast = Object.values(all).some(
        ({ Properties: of }) =>
          target(of?.RedrivePolicy?.deadLetterTargetArn) === id ||
          target(of?.DestinationConfig?.OnFailure?.Destination) === id,
      );
      const alarms = alarmsOn(all, id, 'ApproximateNumberOfMessagesVisible');
      return isLast
        ? Properties.MessageRetentionPeriod === FORTNIGHT && alarms.some(ringsAboveNought)
        : Properties.RedrivePolicy !== undefined;
    },
  ),
} satisfies Readonly<Record<string, Rule>>;
