import type { Template } from 'aws-cdk-lib/assertions';

/** What every resource of a kind has to have: a rule names those that have it not. */
export type Rule = (template: Template) => readonly string[];

export type Resources = ReturnType<Template['findResources']>;
export type Resource = Resources[string];

export const every =
  (kind: string, holds: (resource: Resource, all: Resources, id: string) => boolean): Rule =>
  (template) => {
    const all: Resources = template.toJSON()['Resources'];
    return Object.entries(template.findResources(kind))
      .filter(([id, resource]) => !holds(resource, all, id))
      .map(([id]) => id);
  };

/** The logical id that `Ref` or `Fn::GetAtt` points to. */
export const target = (reference: Resource | undefined): string =>
  reference?.['Ref'] ?? reference?.['Fn::GetAtt']?.[0] ?? '';

/** Alarms on a figure of one resource. */
export const alarmsOn = (all: Resources, id: string, metric: string): readonly Resource[] =>
  Object.values(all)
    .filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm')
    .map(({ Properties }) => Properties)
    .filter(({ MetricName }) => MetricName === metric)
    .filter(({ Dimensions }) => target(Dimensions?.[0]?.Value) === id);

/** All resources of a kind. */
export const ofKind = (all: Resources, kind: string): readonly Resource[] =>
  Object.values(all).filter(({ Type }) => Type === kind);
