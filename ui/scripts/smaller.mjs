// What makes the files that are shipped smaller than the tools make them by themselves.
// Each was measured with `npm run build`; together they save 5 % of it.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { minify as terser } from 'terser';
import { minify as oxc } from 'vite';

import { messages } from './strings.mjs';

/**
 * The compiler takes each call of an imported function for something that may change, and puts it into an effect.
 * It takes a call of something global for constant. A sentence without arguments is: with another language every
 * component is made anew (`App.svelte`). So in markup `t('key')` is called by a name that nobody gave, `__t`, until the
 * compiler is done: see `sentencesFound`.
 */
export const sentencesStand = {
  name: 'sentences-stand',
  /** @param {{ content: string }} component */
  markup({ content }) {
    const at = content.lastIndexOf('</script>');
    const markup = content.slice(Math.max(at, 0)).replaceAll(/(?<![\w.$])t\(('[a-z0-9-]+')\)/g, '__t($1)');
    // Outside of a form a button needs no type. The one form holds no parts that have buttons of their own.
    const plain = markup.includes('<form') ? markup : markup.replaceAll(/(<button\b[^>]*?) type="button"/g, '$1');
    return { code: content.slice(0, Math.max(at, 0)) + plain };
  },
};

/** After the compiler `__t` is what it stands for, so that it gets a short name, too. */
export const sentencesFound = {
  name: 'sentences-found',
  enforce: /** @type {const} */ ('post'),
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!id.endsWith('.svelte') || !code.includes('__t(')) return null;
    return `import { t as __t } from '/src/i18n/index.ts';\n${code}`;
  },
};

const components = readdirSync(join(import.meta.dirname, '../src'), { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.svelte'))
  .sort();

/**
 * The class that binds the styles of a component to it: its place among the components, so the same on each machine.
 * No class that is written by hand begins with a capital.
 * @param {{ hash: (text: string) => string, filename: string }} component
 */
export function shortName({ hash, filename }) {
  const file = filename.replaceAll('\\', '/');
  const at = components.findIndex((one) => `/${file}`.endsWith(`/src/${one}`));
  // The compiler's helpers ask for made-up components, to see what kind of name they get.
  if (at < 0) return `s${hash(file)}`;
  return String.fromCharCode(65 + (at % 26)) + (at < 26 ? '' : Math.floor(at / 26).toString(36));
}

/** Svelte can take over a page that a server has drawn. Ours is never drawn by one, so that half of it is left out. */
export const neverDrawnBefore = {
  name: 'never-drawn-before',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!id.endsWith('/svelte/src/internal/client/dom/hydration.js')) return null;
    const changed = code.replace('export let hydrating = false', 'export const hydrating = false').replace(/\thydrating = value;\n/, '');
    if (changed.match(/\bhydrating = /g)?.length !== 1) throw new Error('Svelte has another switch for taking over a page');
    return changed;
  },
};

/** Tauri carries the names of its own events with it, as a list that no bundler can leave out. We listen to none of them. */
export const withoutEventNames = {
  name: 'without-event-names',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!id.endsWith('/@tauri-apps/api/event.js')) return null;
    const changed = code.replace(/^var TauriEvent;\n\(function[^]*?\n\}\)\(TauriEvent .*\n/m, 'const TauriEvent = {};\n');
    if (changed === code) throw new Error('Tauri has another list of its events');
    return changed;
  },
};

/**
 * Fluent can write dates by itself, and has functions for sentences to ask for that. The program that reads the same
 * sentences knows no such functions, and dates are written in `src/i18n`.
 */
export const withoutFunctions = {
  name: 'without-functions',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!/\/@fluent\/bundle\/esm\/(bundle|resolver)\.js$/.test(id)) return null;
    const changed = code.replace(/\bNUMBER,\s+DATETIME,(?=\s+\.\.\.)/, '').replace(/if \(FluentDateTime\.supportsValue\(arg\)\) \{[^}]*\}/, '');
    if (changed === code) throw new Error('Fluent writes dates in another place');
    return changed;
  },
};

/**
 * What Svelte and Fluent say to whoever writes a component or a sentence wrongly. Both are tried before they are shipped,
 * and the person is told nothing of it: where an error was made stands in its stack.
 */
export const withoutWordsForAuthors = {
  name: 'without-words-for-authors',
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!/\/(svelte\/src\/internal|@fluent\/bundle\/esm)\//.test(id)) return null;
    return code.replaceAll(/(?<=new (?:\w*Error)\()(`[^`]*`|"[^"]*"|'[^']*')(?=\))/g, '');
  },
};

const ALIKE = 'alike:';

/** Takes over what a module of its own makes, and each module stands in what is shipped once. @param {string} made */
const takenFrom = (made) => JSON.stringify(ALIKE + encodeURIComponent(made));

/**
 * Every third piece of markup, such as a soft paragraph, stands in other components, too, and every component says anew
 * that the page is to tell it of clicks. The compiler writes each of them by itself, we write it once. What is still
 * open where a piece ends is closed by the browser.
 */
export const alikeOnce = {
  name: 'alike-once',
  enforce: /** @type {const} */ ('post'),
  /** @param {string} id */
  resolveId: (id) => (id.startsWith(ALIKE) ? `\0${id}` : null),
  /** @param {string} id */
  load(id) {
    if (!id.startsWith(`\0${ALIKE}`)) return null;
    return `import * as $ from 'svelte/internal/client';\nexport default ${decodeURIComponent(id.slice(ALIKE.length + 1))};`;
  },
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!id.endsWith('.svelte')) return null;
    return code
      .replaceAll(/^var (\w+) = (\$\.from_html\(`[^`$]*?)(?:<\/\w+>)*(`(?:, \d)?\));$/gm, (_, name, open, end) => {
        return `import ${name} from ${takenFrom(open + end)};`;
      })
      .replaceAll(/^\$\.delegate\(\[([^\]]*)\]\);$/gm, (_, events) => {
        return events.split(',').map((/** @type {string} */ event) => `import ${takenFrom(`$.delegate([${event.trim()}])`)};`).join('\n');
      });
  },
};

/**
 * The compiler hands on what a component may need that is written as one was before Svelte 5: which slots are filled,
 * and for whom a handler works. None of ours is.
 */
export const asNow = {
  name: 'as-now',
  enforce: /** @type {const} */ ('post'),
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!id.endsWith('.svelte')) return null;
    return code
      .replaceAll(/,\s*\$\$slots: \{[^}]*\}/g, '')
      .replaceAll(/function \(\.\.\.\$\$args\) \{\s*([^;]+)\?\.apply\(this, \$\$args\);\s*\}/g, '(event) => $1?.(event)');
  },
};

const names = messages().flatMap(({ keys }) => keys).sort();

/** What tells whether the window was given the sentences that the screens were built with: see `src/i18n`. */
export const SENTENCES = [...names.join()].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 0);

/**
 * Sentences that are called by their name, and not by one that is put together, are called by its number among all
 * names in their order.
 */
export const sentencesByNumber = {
  name: 'sentences-by-number',
  enforce: /** @type {const} */ ('post'),
  /** @param {string} code @param {string} id */
  transform(code, id) {
    if (!id.includes('/ui/src/')) return null;
    return code.replaceAll(/(?<![\w.$])(t|__t)\((['"])([a-z][a-z0-9-]*)\2/g, (all, call, _, name) => {
      const at = names.indexOf(name);
      return at < 0 ? all : `${call}(${at}`;
    });
  },
};

/**
 * terser comes before Vite's own minifier, and only that one gives short names. Together they find 2.5 % more than the
 * other way round, most of it as terser puts the functions of a scope together: what is alike is then near each other.
 */
export const minifiedTwice = {
  name: 'minified-twice',
  enforce: /** @type {const} */ ('post'),
  /** @param {unknown} _ @param {Record<string, { type: string, code?: string }>} bundle */
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk' || file.code === undefined) continue;
      const compress = { passes: 3, unsafe_arrows: true, pure_getters: true, keep_fargs: false, hoist_funs: true, inline: 1 };
      const once = await terser(file.code, { module: true, ecma: 2020, mangle: false, compress });
      const { code, errors } = await oxc('shipped.js', once.code ?? file.code, { module: true });
      if (errors.length > 0) throw new Error(errors[0]?.message);
      file.code = code;
    }
  },
};

/** A colour or measure that only styles name gets a short name there. */
export const shortColours = {
  name: 'short-colours',
  enforce: /** @type {const} */ ('post'),
  /** @param {unknown} _ @param {Record<string, { type: string, fileName: string, code?: string, source?: string | Uint8Array }>} bundle */
  generateBundle(_, bundle) {
    const files = Object.values(bundle);
    /** @type {string[]} */
    const named = [];
    for (const file of files.filter(({ fileName }) => fileName.endsWith('.css'))) {
      file.source = String(file.source).replaceAll(/(?<![\w-])--[a-z][\w-]*/g, (name) => {
        if (files.some(({ code }) => code?.includes(name))) return name;
        if (!named.includes(name)) named.push(name);
        return `--${named.indexOf(name).toString(36)}`;
      });
    }
  },
};
