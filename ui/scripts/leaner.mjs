// What the compiler writes into every component so that any application works, and ours works without.
// Measured with `npm run build`; together it is a little under 2 % of what is shipped.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * A node of a program: https://github.com/estree/estree
 * @typedef {{ type: string, start: number, end: number, [part: string]: any }} Node
 * @typedef {{ from: number, to: number, text: string }} Edit
 */

const source = join(import.meta.dirname, '../src');

/** Components that do something when what they are given changes, so that being told twice makes a difference. */
const busy = new Set(
  readdirSync(source, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.svelte') && /\$effect\b|\bon(?:Mount|Destroy)\b/.test(readFileSync(join(source, file), 'utf8')))
    .map((file) => basename(file, '.svelte')),
);

/**
 * Every node in the order of the text; those inside of a node for which `enter` answers `false` are left out.
 * @param {Node} node @param {(node: Node, parent: Node | null) => unknown} enter @param {Node | null} parent
 */
function everyNode(node, enter, parent = null) {
  if (enter(node, parent) === false) return;
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? part : [part]) {
      if (typeof child?.type === 'string') everyNode(child, enter, node);
    }
  }
}

/**
 * Where a name is read in a node, without the places in which something else has the same name.
 * @param {Node} inside @param {string} name
 */
function reads(inside, name) {
  /** @type {{ node: Node, parent: Node | null }[]} */
  const found = [];
  everyNode(inside, (node, parent) => {
    const isAnother =
      node !== inside &&
      (node.params?.some((/** @type {Node} */ one) => one.name === name) ||
        (node.type === 'BlockStatement' && node.body.some((/** @type {Node} */ one) => one.declarations?.[0].id.name === name)));
    if (isAnother) return false;
    if (node.type === 'Identifier' && node.name === name && parent?.type !== 'VariableDeclarator') found.push({ node, parent });
    return true;
  });
  return found;
}

/** Whether an expression gives a new thing each time, which is never the same as the one before. @param {Node} made */
function isNewEachTime(made) {
  let isNew = false;
  everyNode(made, (node, parent) => {
    const isCollection = (node.type === 'ArrayExpression' || node.type === 'ObjectExpression') && parent?.type !== 'CallExpression';
    isNew ||= isCollection || node.type.endsWith('FunctionExpression');
  });
  return isNew;
}

/**
 * The compiler keeps what each call in markup gives, so that the call is not made again when something beside it
 * changes. Our sentences are made as quickly as they are kept, and the same sentence changes nothing on the screen.
 * What is new each time stays kept, and what goes to a component that acts on it.
 * @param {string} code @param {Node} program
 */
function callsInPlace(code, program) {
  /** @type {Edit[]} */
  const edits = [];
  const put = (/** @type {Node} */ place, /** @type {Node} */ expression) =>
    edits.push({ from: place.start, to: place.end, text: `(${code.slice(expression.start, expression.end)})` });

  everyNode(program, (node) => {
    if (node.type === 'CallExpression' && node.callee.property?.name === 'template_effect' && node.arguments[1]?.type === 'ArrayExpression') {
      const [effect, kept] = node.arguments;
      const uses = effect.params.map((/** @type {Node} */ one) => reads(effect.body, one.name));
      if (node.arguments.length > 2 || uses.some((/** @type {unknown[]} */ one) => one.length !== 1)) return;
      for (const [at, [use]] of uses.entries()) put(use.node, kept.elements[at].body);
      edits.push({ from: effect.start, to: effect.body.start, text: '() => ' }, { from: effect.end, to: kept.end, text: '' });
    }
    if (node.type !== 'BlockStatement') return;
    const component = node.body.at(-1)?.expression?.callee?.name;
    if (!component || busy.has(component)) return;
    for (const statement of node.body) {
      const { id, init } = statement.declarations?.[0] ?? {};
      if (!/^\$\d+$/.test(id?.name) || init.callee?.property?.name !== 'derived' || !init.arguments[0].body || isNewEachTime(init.arguments[0].body)) continue;
      const [use, ...others] = reads(node, id.name);
      if (!use?.parent || others.length > 0 || !code.slice(0, use.parent.start).endsWith('return ')) continue;
      edits.push({ from: statement.start, to: statement.end, text: '' });
      put(use.parent, init.arguments[0].body);
    }
  });
  edits.sort((one, other) => other.from - one.from);
  return edits.reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), code);
}

/**
 * A component without effects, exports and parts that are bound needs no place in which the library keeps these.
 * @param {string} code
 */
function withoutContext(code) {
  if (/\$\.(?:user_effect|user_pre_effect|bind_this|pop\(\w)|\bon(?:Mount|Destroy)\(/.test(code)) return code;
  return code.replace('\n\t$.push($$props, true);\n', () => '\n').replace('\n\t$.pop();\n', () => '\n');
}

export const leanerComponents = {
  name: 'leaner-components',
  /**
   * @this {{ parse: (code: string) => unknown }}
   * @param {string} code @param {string} id
   */
  transform(code, id) {
    if (!id.endsWith('.svelte')) return null;
    const program = /** @type {Node} */ (this.parse(code));
    // None of our components asks whether it was given slots, as those of earlier versions of the library did.
    return withoutContext(callsInPlace(code, program)).replaceAll(/,\s*\$\$slots: \{[^{}]*\}/g, '');
  },
  /** Each component says of which events the page should tell it: said once, that is enough. @param {string} code */
  renderChunk(code) {
    const saying = /^(delegate(?:\$\d+)?)\(\[(.*)\]\);$/gm;
    const all = [...code.matchAll(saying)];
    if (all[0] === undefined) return null;
    const events = new Set(all.flatMap(([, , names = '']) => names.split(', ')));
    return `${code.replaceAll(saying, '')}\n${all[0][1]}([${[...events].join(', ')}]);\n`;
  },
};
