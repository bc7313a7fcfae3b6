import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';

/** What runs: in AWS, when it is deployed, and on an author's machine. Benches measure the rest. */
const ROOMS = ['functions', 'emails', 'infra', 'local'];

const PRODUCT = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|js)$/.test(name) && !name.startsWith('bench/'))
    .map((name) => join(room, name)),
);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A field of a type that other files may know. */
export interface Field {
  readonly file: string;
  readonly of: string;
  readonly name: string;
  readonly optional: boolean;
}

/** A parameter that callers of an exported function may leave out. */
export interface Parameter {
  readonly file: string;
  readonly of: string;
  readonly name: string;
  readonly place: number;
}

export interface Call {
  readonly file: string;
  readonly of: string;
  readonly given: number;
}

/** What the product declares and uses, by name: two fields of one name are not told apart. */
export interface Uses {
  readonly fields: readonly Field[];
  readonly parameters: readonly Parameter[];
  readonly calls: readonly Call[];
  /** The files that read a field of this name, and those that give it a value. */
  readonly readIn: ReadonlyMap<string, ReadonlySet<string>>;
  readonly writtenIn: ReadonlyMap<string, ReadonlySet<string>>;
}

export function usesOfTheProduct(): Uses {
  const fields: Field[] = [];
  const parameters: Parameter[] = [];
  const calls: Call[] = [];
  const readIn = new Map<string, Set<string>>();
  const writtenIn = new Map<string, Set<string>>();
  for (const file of PRODUCT) {
    const { program } = parseSync(file, readFileSync(file, 'utf8'));
    const nodes = listOf(program).flatMap((root) => [...nodesIn(root)]);
    for (const [node, parent] of nodes) {
      for (const name of readBy(node, parent)) noted(readIn, name).add(file);
      for (const name of writtenBy(node, parent)) noted(writtenIn, name).add(file);
      const call = callOf(node);
      if (call !== undefined) calls.push({ file, ...call });
    }
    for (const [node] of nodes.filter(([{ type }]) => type === 'ExportNamedDeclaration')) {
      fields.push(...fieldsOf(node).map((field) => ({ file, ...field })));
      parameters.push(...parametersOf(node).map((parameter) => ({ file, ...parameter })));
    }
  }
  return { fields, parameters, calls, readIn, writtenIn };
}

function noted(index: Map<string, Set<string>>, name: string): Set<string> {
  const known = index.get(name) ?? new Set();
  index.set(name, known);
  return known;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const listOf = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];

function* nodesIn(node: Node, parent?: Node): Generator<readonly [Node, Node | undefined]> {
  yield [node, parent];
  for (const value of Object.values(node))
    for (const child of listOf(value)) yield* nodesIn(child, node);
}

/** The name that an identifier or a string says. */
function nameOf(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  const said = node.type === 'Identifier' ? node['name'] : node['value'];
  return typeof said === 'string' ? [said] : [];
}

const keysOf = (node: Node): readonly string[] =>
  listOf(node['properties'])
    .filter(({ type }) => type === 'Property')
    .flatMap(({ key }) => nameOf(key));

function memberOf({ computed, property }: Node): readonly string[] {
  return computed === true && isNode(property) && property.type !== 'Literal'
    ? []
    : nameOf(property);
}

const isTarget = (node: Node, parent: Node | undefined): boolean =>
  parent?.type === 'AssignmentExpression' && parent['left'] === node;

/** `one.field`, `one['field']`, `const { field }`, `'field' in one`. */
function readBy(node: Node, parent: Node | undefined): readonly string[] {
  if (node.type === 'MemberExpression') return isTarget(node, parent) ? [] : memberOf(node);
  if (node.type === 'ObjectPattern') return keysOf(node);
  return node.type === 'BinaryExpression' && node['operator'] === 'in' ? nameOf(node['left']) : [];
}

/** `{ field: … }`, `one.field = …`. */
function writtenBy(node: Node, parent: Node | undefined): readonly string[] {
  if (node.type === 'ObjectExpression') return keysOf(node);
  return node.type === 'MemberExpression' && isTarget(node, parent) ? memberOf(node) : [];
}

function callOf(node: Node): Omit<Call, 'file'> | undefined {
  const [of] = node.type === 'CallExpression' ? nameOf(node['callee']) : [];
  if (of === undefined) return undefined;
  const given = listOf(node['arguments']);
  const spread = given.some(({ type }) => type === 'SpreadElement');
  return { of, given: spread ? Number.POSITIVE_INFINITY : given.length };
}

const TYPES = ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration'];

function fieldsOf({ declaration }: Node): readonly Omit<Field, 'file'>[] {
  if (!isNode(declaration) || !TYPES.includes(declaration.type)) return [];
  const [of = ''] = nameOf(declaration['id']);
  return [...nodesIn(declaration)]
    .filter(([{ type }]) => type === 'TSPropertySignature' || type === 'TSMethodSignature')
    .flatMap(([{ key, optional }]) =>
      nameOf(key).map((name) => ({ of, name, optional: optional === true })),
    );
}

function parametersOf({ declaration }: Node): readonly Omit<Parameter, 'file'>[] {
  if (!isNode(declaration)) return [];
  const made = declaration.type === 'FunctionDeclaration' ? [declaration] : [];
  const named = listOf(declaration['declarations']).filter(
    ({ init }) => isNode(init) && init.type === 'ArrowFunctionExpression',
  );
  return [...made, ...named].flatMap(({ id, init, params }) => {
    const given = listOf(params ?? (isNode(init) ? init['params'] : undefined));
    return given.flatMap((parameter, place) => {
      const open = parameter['optional'] === true || parameter.type === 'AssignmentPattern';
      const names = nameOf(parameter['left'] ?? parameter);
      return open ? nameOf(id).map((of) => ({ of, name: names[0] ?? '', place })) : [];
    });
  });
}
