import { expect, test } from 'vitest';
import { broken } from './broken.ts';
import { loadSchema, unknownTo } from './schema.ts';
import { templateOf, VARIANT_NAMES } from './variants.ts';

const schema = loadSchema();

test.for(VARIANT_NAMES)('CloudFormation knows all that the template says (%s)', (variant) => {
  expect(unknownTo(schema, templateOf(variant))).toEqual([]);
});

test.for([
  ['a typo', 'Properties.FunctionNam', 'send', 'FunctionNam is not known'],
  ['a typo further in', 'Properties.Environment.Variable', {}, 'Variable is not known'],
  ['a text for a number', 'Properties.Timeout', '30', 'Timeout is no number'],
  ['a number for a text', 'Properties.Handler', 1, 'Handler is no text'],
  ['one for a list', 'Properties.Architectures', 'arm64', 'Architectures is no list'],
  ['what has to be there', 'Properties.Role', undefined, 'Role is required'],
  ['a kind that does not exist', 'Type', 'AWS::Lambda::Func', 'there is no AWS::Lambda::Func'],
  [
    'an attribute that does not',
    'Properties.Role',
    { 'Fn::GetAtt': ['WebDoorRole9C5CE2A2', 'Ar'] },
    'has no Ar',
  ],
] as const)('%s is noticed', ([, path, value, expected]) => {
  const template = broken(templateOf('plain'), 'AWS::Lambda::Function', path, value);
  expect(unknownTo(schema, template.toJSON() as never).join('\n')).toContain(expected);
});
