import type { CDPSession } from 'playwright-core';

/** One thing of a page as Chromium tells it to a screen reader (CDP `Accessibility.AXNode`). */
export interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly depth: number;
  /** What is said beside role and name: level, state, value. */
  readonly more: Readonly<Record<string, string>>;
}

type Tree = Awaited<ReturnType<typeof treeOf>>;
type Node = Tree[number];

const treeOf = async (session: CDPSession) =>
  (await session.send('Accessibility.getFullAXTree')).nodes;

/** Boxes and letters that say nothing of their own; what is in them is said by what is around. */
const SILENT = new Set([
  ...['none', 'generic', 'paragraph', 'strong', 'emphasis', 'LabelText', 'Legend', 'InlineTextBox'],
  ...['LineBreak', 'ListMarker', 'time', 'LayoutTable', 'LayoutTableRow', 'LayoutTableCell'],
]);
/** Hundreds of choices, and what a field repeats of its value. */
const CLOSED = new Set(['MenuListPopup', 'combobox', 'textbox', 'Date', 'progressbar']);
const TOLD = ['checked', 'expanded', 'required', 'invalid', 'focusable'] as const;

/** All of a page in its order, the way from thing to thing of a screen reader. */
export async function spokenOn(session: CDPSession): Promise<readonly Spoken[]> {
  const nodes = await treeOf(session);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (node: Node, depth: number): readonly Spoken[] => {
    const one = node.ignored ? undefined : spokenIn(node, depth);
    const inside = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
    const rest = CLOSED.has(one?.role ?? '')
      ? []
      : inside.flatMap((child) => walk(child, one ? depth + 1 : depth));
    return one ? [one, ...rest] : rest;
  };
  const [root] = nodes;
  return root === undefined ? [] : walk(root, 0);
}

function spokenIn(
  { role, name, value, description, properties = [] }: Node,
  depth: number,
): Spoken | undefined {
  const called = String(role?.value ?? '');
  const said = properties.flatMap(({ name: of, value: is }) =>
    TOLD.some((one) => one === of) ? [[of, String(is.value)] as const] : [],
  );
  const level = properties.find(({ name: of }) => called === 'heading' && of === 'level');
  const more = Object.fromEntries([
    ...(level === undefined ? [] : [['level', String(level.value.value)] as const]),
    ...said,
    ...(value?.value === undefined ? [] : [['value', String(value.value)] as const]),
    ...(description?.value ? [['description', String(description.value)] as const] : []),
  ]);
  if (called === 'RootWebArea') return undefined;
  if (SILENT.has(called) && more['focusable'] !== 'true') return undefined;
  return { role: called, name: String(name?.value ?? '').trim(), depth, more };
}

/** What is said of a page, a line for each thing; what its children say word for word is left out. */
export function asText(page: readonly Spoken[]): string {
  return page
    .filter(({ role, name }, at) => !(role === 'StaticText' && isRepeated(page, at, name)))
    .map(({ role, name, depth, more: { focusable: _, ...more } }) => {
      const said = Object.entries(more).filter(([, value]) => value !== 'false');
      const told = said.map(([key, value]) => (value === 'true' ? key : `${key} ${value}`));
      const what = role === 'StaticText' ? name : `${role}${name === '' ? '' : ` “${name}”`}`;
      return `${'  '.repeat(depth)}${[what, ...told].join(', ')}`;
    })
    .join('\n');
}

/** Whether what is around says the same already. */
function isRepeated(page: readonly Spoken[], at: number, name: string): boolean {
  const around = page.slice(0, at).findLast(({ depth }) => depth < (page[at]?.depth ?? 0));
  return around?.name.includes(name) ?? false;
}
