import { rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { type Cloud, type CloudOptions, startCloud } from '../../local/cloud/cloud.ts';
import { assemblyOf, type Json } from './tiny-assembly.ts';

/** Starts a cloud for one test, which ends with it. */
export async function cloudOf(
  resources: Json,
  options: Partial<CloudOptions> = {},
): Promise<TestCloud> {
  const assemblyDir = assemblyOf(resources);
  onTestFinished(() => rmSync(assemblyDir, { recursive: true, force: true }));
  const cloud = await startCloud({ assemblyDir, port: 0, now: '2026-11-23T09:00:00Z', ...options });
  onTestFinished(() => cloud.stop());
  return { ...cloud, ...conversation(cloud.url) };
}

export type TestCloud = Cloud & ReturnType<typeof conversation>;

/** What a call of the probe came to. */
export interface Asked {
  readonly output?: Json;
  readonly error?: {
    readonly name: string;
    readonly message: string;
    readonly item?: Json;
    /** Of the answer, as its header has it. */
    readonly date?: string;
  };
  /** The function's own clock, when a call has failed. */
  readonly now?: number;
}

/** Talks to a cloud as tests do: about `/_local`, and through the probe's HTTP route. */
export function conversation(url: string) {
  const get = async <T>(path: string) => (await (await fetch(`${url}${path}`)).json()) as T;
  const post = (path: string, body: unknown) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    get,
    post,
    advance: (duration: string) => post('/_local/clock', { advance: duration }),
    /** Lets the probe make an AWS call with the real SDK. */
    ask: async (service: string, command: string, input: unknown): Promise<Asked> =>
      (await (await post('/ask', { service, command, input })).json()) as Asked,
    /** What the probe was called with, oldest first. */
    seen: async <T = Json>(): Promise<readonly T[]> => {
      const logs = await get<readonly { readonly text: string }[]>('/_local/logs');
      return logs
        .flatMap(({ text }) => text.split('\n'))
        .filter((line) => line.startsWith('seen '))
        .map((line) => JSON.parse(line.slice('seen '.length)) as T);
    },
  };
}

/** A function of a template, with a role that may log and do what is listed. */
export function probe(name: string, statements: readonly Json[] = [], properties: Json = {}): Json {
  return {
    [`${name}Role`]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: trust('lambda.amazonaws.com'),
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
        Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: statements } }].filter(
          () => statements.length > 0,
        ),
      },
    },
    [name]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: 'probe.zip' },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Role: { 'Fn::GetAtt': [`${name}Role`, 'Arn'] },
        Timeout: 5,
        MemorySize: 256,
        ...properties,
      },
    },
  };
}

/** An HTTP API that sends every request to a function. */
export function httpApi(functionName: string): Json {
  const Api = { Ref: 'Api' };
  return {
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: { ApiId: Api, StageName: '$default', AutoDeploy: true },
    },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: Api,
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': [functionName, 'Arn'] },
        PayloadFormatVersion: '2.0',
      },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: Api,
        RouteKey: '$default',
        Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
      },
    },
    ApiPermission: permission(functionName, 'apigateway.amazonaws.com'),
  };
}

export function permission(functionName: string, Principal: string): Json {
  return {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: { 'Fn::GetAtt': [functionName, 'Arn'] },
      Principal,
    },
  };
}

export function trust(Service: string): Json {
  return { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }] };
}

export const allow = (Action: string | readonly string[], Resource: unknown): Json => ({
  Effect: 'Allow',
  Action,
  Resource,
});

export const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

/** What lies under a resource: `/*` the objects of a bucket, `/index/*` the indexes of a table. */
export const under = (logicalId: string, path: string) => ({
  'Fn::Join': ['', [arnOf(logicalId), path]],
});
