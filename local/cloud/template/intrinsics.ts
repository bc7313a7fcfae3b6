import { StartError } from '../problem.ts';
import type { Template } from './assembly.ts';

/** What intrinsic functions may look up. */
export interface Scope {
  readonly template: Pick<Template, 'Parameters' | 'Mappings' | 'Conditions'>;
  /** `AWS::Region` and its like. */
  readonly pseudo: Readonly<Record<string, string>>;
  ref(logicalId: string): string;
  attribute(logicalId: string, name: string): string;
}

const NO_VALUE = Symbol('AWS::NoValue');

/**
 * Replaces the intrinsic functions in a template value by what they come to.
 *
 * @throws StartError on a function that the local cloud does not know
 */
export function resolve(value: unknown, scope: Scope): unknown {
  const resolved = reduce(value, scope);
  return resolved === NO_VALUE ? undefined : resolved;
}

function reduce(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((entry) => reduce(entry, scope)).filter((entry) => entry !== NO_VALUE);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && isIntrinsic(first[0])) {
    const apply = INTRINSICS[first[0]];
    if (apply === undefined) {
      throw new StartError(`the local cloud does not know the intrinsic function ${first[0]}`);
    }
    return apply(first[1], scope);
  }
  return Object.fromEntries(
    entries
      .map(([key, entry]) => [key, reduce(entry, scope)] as const)
      .filter(([, entry]) => entry !== NO_VALUE),
  );
}

// A policy's own `Condition` is an object, a condition's name is a string: told apart in `holds`.
const isIntrinsic = (key: string) => key === 'Ref' || key.startsWith('Fn::');

const INTRINSICS: Readonly<Record<string, (argument: unknown, scope: Scope) => unknown>> = {
  Ref: (name, scope) => refer(String(name), scope),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId = '', ...name] = Array.isArray(argument)
      ? argument.map(String)
      : String(argument).split('.');
    return scope.attribute(logicalId, name.join('.'));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = listOf(argument, scope);
    return listOf(parts, scope).map(text).join(text(separator));
  },
  'Fn::Sub': (argument, scope) => {
    const [pattern, own] = Array.isArray(argument) ? argument : [argument, {}];
    const values = reduce(own, scope) as Readonly<Record<string, unknown>>;
    return text(pattern).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal !== '') return `\${${name}}`;
      if (name in values) return text(values[name]);
      const [logicalId = '', ...attribute] = name.split('.');
      return attribute.length === 0
        ? text(refer(name, scope))
        : scope.attribute(logicalId, attribute.join('.'));
    });
  },
  'Fn::Select': (argument, scope) => {
    const [index, list] = listOf(argument, scope);
    return listOf(list, scope)[Number(index)];
  },
  'Fn::Split': (argument, scope) => {
    const [separator, whole] = listOf(argument, scope);
    return text(whole).split(text(separator));
  },
  'Fn::If': (argument, scope) => {
    const [condition, yes, no] = argument as readonly unknown[];
    return reduce(isTrue(text(condition), scope) ? yes : no, scope);
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, top, second] = listOf(argument, scope).map(text);
    return scope.template.Mappings[map ?? '']?.[top ?? '']?.[second ?? ''];
  },
};

/** Whether a named condition of the template holds. */
export function isTrue(name: string, scope: Scope): boolean {
  const condition = scope.template.Conditions[name];
  if (condition === undefined) throw new StartError(`the template has no condition ${name}`);
  return holds(condition, scope);
}

/** Whether a condition holds. @throws StartError on a function that is not known here */
export function holds(condition: unknown, scope: Scope): boolean {
  const [entry] = Object.entries(condition as object);
  const [operator, argument] = entry ?? ['nothing', undefined];
  const all = () => (argument as readonly unknown[]).map((part) => holds(part, scope));
  switch (operator) {
    case 'Condition':
      return isTrue(text(argument), scope);
    case 'Fn::Equals': {
      const [left, right] = listOf(argument, scope);
      return left === right;
    }
    case 'Fn::Contains': {
      const [list, value] = listOf(argument, scope);
      return (list as readonly unknown[]).includes(value);
    }
    case 'Fn::Not':
      return !all()[0];
    case 'Fn::And':
      return all().every(Boolean);
    case 'Fn::Or':
      return all().some(Boolean);
    default:
      throw new StartError(`the local cloud does not know the condition function ${operator}`);
  }
}

function refer(name: string, scope: Scope): unknown {
  if (name === 'AWS::NoValue') return NO_VALUE;
  if (name.startsWith('AWS::')) {
    const pseudo = scope.pseudo[name];
    if (pseudo === undefined) throw new StartError(`the local cloud does not know ${name}`);
    return pseudo;
  }
  const parameter = scope.template.Parameters[name];
  if (parameter === undefined) return scope.ref(name);
  if (parameter.Default === undefined) throw new StartError(`parameter ${name} has no default`);
  return parameter.Default;
}

const listOf = (value: unknown, scope: Scope) => reduce(value, scope) as readonly unknown[];

function text(value: unknown): string {
  return typeof value === 'symbol' ? '' : String(value);
}
