import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, inject, test } from 'vitest';

const template = () =>
  Template.fromJSON(
    JSON.parse(readFileSync(join(inject('assembly'), 'Kindling.template.json'), 'utf8')),
  );

test('placeholders refuse the deployment, in one message that lists them', () => {
  const { Rules } = template().toJSON();
  const [assertion] = Rules['ConfigurationIsComplete'].Assertions;
  expect(assertion.AssertDescription).toContain('postal-address');
  expect(assertion.Assert).toEqual({ 'Fn::Equals': [{ Ref: 'Configuration' }, 'complete'] });
  template().hasParameter('Configuration', { Default: 'incomplete' });
});
void App;
void Validations;
void AwsSolutionsChecks;
void Match;
