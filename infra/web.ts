import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type CfnStage, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { accept, Door } from './door.ts';
import type { SubscriberTable } from './subscriber-table.ts';

export interface WebProps {
  readonly code: string;
  readonly api: PublicApi;
  readonly table: SubscriberTable;
  readonly sendQueue: Queue;
}

/** The public address. It stands apart from its door, since every mail carries its URL. */
export class PublicApi extends Construct {
  readonly http: HttpApi;
  readonly url: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.http = new HttpApi(this, 'Http', {
      description: 'Sign-up form, links in mails, web copies',
    });
    this.url = this.http.apiEndpoint;
    const log = new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = this.http.defaultStage?.node.defaultChild as CfnStage;
    // A flood costs at most this much, and the form's own limit is far below.
    stage.defaultRouteSettings = { throttlingRateLimit: 50, throttlingBurstLimit: 100 };
    stage.accessLogSettings = {
      destinationArn: log.logGroupArn,
      // No path and no address: paths hold tokens, and who reads is nobody's business.
      format: JSON.stringify({
        at: '$context.requestTime',
        method: '$context.httpMethod',
        status: '$context.status',
        bytes: '$context.responseLength',
        milliseconds: '$context.responseLatency',
      }),
    };
  }
}

/** The web door behind its address. */
export class Web extends Construct {
  readonly door: Door<'web'>;

  constructor(scope: Construct, id: string, props: WebProps) {
    super(scope, id);
    const { api, table, sendQueue } = props;
    this.door = new Door(this, 'Door', {
      door: 'web',
      code: props.code,
      environment: {
        TABLE_NAME: table.name,
        SEND_QUEUE_URL: sendQueue.queueUrl,
        WEB_URL: api.url,
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
    const integration = new HttpLambdaIntegration('Integration', this.door.function);
    const routes = [
      ...api.http.addRoutes({ path: '/', integration }),
      ...api.http.addRoutes({ path: '/{proxy+}', integration }),
    ];
    for (const route of routes) {
      accept(
        route,
        'AwsSolutions-APIG4',
        'Strangers sign up here; links prove themselves by their token, checked in the door',
      );
    }
  }
}
