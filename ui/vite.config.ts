import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** The strings are shipped without the notes for translators, which nobody reads in the window. */
const withoutNotes = {
  name: 'without-notes',
  enforce: 'pre' as const,
  load(id: string) {
    if (!id.endsWith('.ftl?raw')) return null;
    const text = readFileSync(id.replace(/\?raw$/, ''), 'utf8').replaceAll(/^#.*\n/gm, '').replaceAll(/\n\n+/g, '\n');
    return `export default ${JSON.stringify(text)}`;
  },
};

export default defineConfig(({ mode }) => {
  // The screens on fixtures are a build of their own, so that nothing of them is shipped.
  const fake = mode === 'fake';
  return {
    base: './',
    plugins: [withoutNotes, svelte()],
    build: {
      outDir: resolve(import.meta.dirname, fake ? '../target/ui-fake' : 'dist'),
      emptyOutDir: true,
      rollupOptions: { input: resolve(import.meta.dirname, fake ? 'fake.html' : 'index.html') },
      // The oldest webviews that know `light-dark()`, on which the colours stand.
      target: ['chrome123', 'safari17.5'],
      cssTarget: ['chrome123', 'safari17.5'],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
    resolve: mode === 'test' ? { conditions: ['browser'] } : {},
    test: { include: ['tests/**/*.test.ts'] },
  };
});
