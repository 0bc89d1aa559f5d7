// Reads the string files of English, the language that has everything.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../locales/en/', import.meta.url);

/** The names of the messages of each file but those of the command line. */
export function messages() {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ftl') && name !== 'cli.ftl').sort();
  return files.map((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    return { file, keys: [...text.matchAll(/^([a-z][\w-]*) *=/gm)].map((found) => found[1] ?? '') };
  });
}

/** The text of src/i18n/keys.ts. */
export function keysModule() {
  const keys = messages().flatMap((file) => file.keys).sort();
  const lines = keys.map((key) => `  | '${key}'`).join('\n');
  return `// Written by \`npm run keys\` from locales/en. Do not edit: a test compares it.\n\nexport type MessageKey =\n${lines};\n`;
}
