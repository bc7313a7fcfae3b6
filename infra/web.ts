import { Duration, Lazy, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type AddRoutesOptions,
  type CfnRoute,
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { accept, Door } from './door.ts';
import type { MailIdentity } from './identity.ts';
import type { Replies } from './replies.ts';
import type { SubscriberTable } from './subscriber-table.ts';

export interface WebProps {
  readonly code: string;
  readonly api: PublicApi;
  readonly table: SubscriberTable;
  readonly sendQueue: Queue;
  readonly replyDomain: string;
  readonly identity: MailIdentity;
  readonly replies: Replies;
  readonly alarms: Alarms;
  readonly webUrl: string;
}

/**
 * How many requests a second a route lets through. A flood costs at most this much, and a list's
 * readers are far below.
 */
const PAGES = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 };
/**
 * A ceiling for what a flood of the form costs (four to seven dollars a day, decision 033), and no limit that people
 * are to meet: what API Gateway refuses gets its own short answer, and not the form with what was typed.
 * At this rate an hour's sign-ups over all (functions/core/reader/sign-up-rate.ts) are in within a minute, and
 * then it is the door that says so. A room that signs up at once fits into the burst.
 */
const SIGN_UP = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 100 };
/**
 * What must work for readers while strangers flood the rest: each press behind a token has a route of its
 * own, with its count.
 */
const OF_READERS = [
  '/confirm/{token}',
  '/unsubscribe/{token}',
  '/preferences/{token}',
  '/never/{token}',
  '/own/{token}',
  '/your-page/{token}',
  '/your-page/{token}/{score}',
  '/new-address/{token}',
  '/wish/{token}',
  '/check-in/{token}',
  '/check-in/{token}/{score}',
];

/**
 * What is logged of a request: no path and no address, since paths hold tokens, and who reads is
 * nobody's business. Without the id API Gateway refuses the whole format.
 */
const LOGGED = {
  id: '$context.requestId',
  at: '$context.requestTime',
  method: '$context.httpMethod',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
};

/** The public address. It stands apart from its door, since every mail carries its URL. */
export class PublicApi extends Construct {
  readonly http: HttpApi;
  readonly url: string;
  readonly stage: HttpStage;
  readonly #limits: Record<string, typeof PAGES> = {};

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.http = new HttpApi(this, 'Http', {
      description: 'Sign-up form, links in mails, web copies',
      createDefaultStage: false,
    });
    this.url = this.http.apiEndpoint;
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.http,
      autoDeploy: true,
      throttle: { rateLimit: PAGES.ThrottlingRateLimit, burstLimit: PAGES.ThrottlingBurstLimit },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(LOGGED)),
      },
    });
    // HttpStage knows limits for all routes only.
    const stage = this.stage.node.defaultChild as CfnStage;
    stage.routeSettings = Lazy.any({ produce: () => this.#limits });
  }

  /** A route, and its own limits where it is not to share the count of the others. */
  lead(options: AddRoutesOptions, limits?: typeof PAGES): void {
    for (const route of this.http.addRoutes(options)) {
      accept(
        route,
        'AwsSolutions-APIG4',
        'Strangers sign up here; links prove themselves by their token, checked in the door',
      );
      if (limits === undefined) continue;
      const { routeKey } = route.node.defaultChild as CfnRoute;
      this.#limits[routeKey] = limits;
      // API Gateway refuses limits for a route that is not there yet.
      this.stage.node.addDependency(route);
    }
  }
}

/** The web door behind its address. */
export class Web extends Construct {
  readonly door: Door<'web'>;

  constructor(scope: Construct, id: string, props: WebProps) {
    super(scope, id);
    const { api, table, sendQueue, identity, replies } = props;
    this.door = new Door(this, 'Door', {
      door: 'web',
      code: props.code,
      environment: {
        TABLE_NAME: table.name,
        SEND_QUEUE_URL: sendQueue.queueUrl,
        REPLY_DOMAIN: props.replyDomain,
        WEB_URL: props.webUrl,
        CONFIGURATION_SET: identity.configurationSet.configurationSetName,
        ...replies.environment,
      },
      // More memory is more CPU: a page is not to wait for a cold start.
      memorySize: 512,
      timeout: Duration.seconds(10),
      description: 'Sign-up, confirmation, preferences, one-click unsubscribe, web copies',
    });
    this.door.allow(
      [
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        // A reader erases what is theirs.
        'dynamodb:DeleteItem',
      ],
      [table.arn],
    );
    this.door.allow(['sqs:SendMessage'], [sendQueue.queueArn]);
    // A link for what is a reader's own is mailed at once, to the address that is stored.
    identity.allowSending(this.door);
    replies.allowErasing(this.door);
    const integration = new HttpLambdaIntegration('Integration', this.door.function);
    for (const path of ['/', '/{proxy+}']) api.lead({ path, integration });
    const methods = [HttpMethod.POST];
    api.lead({ path: '/subscribe', integration, methods }, SIGN_UP);
    // The mail once more, which is asked for while pages are flooded as well.
    api.lead({ path: '/check-your-inbox', integration, methods }, PAGES);
    for (const path of OF_READERS) api.lead({ path, integration }, PAGES);
    props.alarms.on(
      'PagesFail',
      api.http.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      'pages-fail',
    );
  }
}
