// What every way of using a screen is tried with.

export const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
export const spoken = (page) => page.textContent('[data-live]');

export async function expectThat(what, found, wanted) {
  const value = await found;
  if (value !== wanted) throw new Error(`${what}: ${JSON.stringify(value)} instead of ${JSON.stringify(wanted)}`);
}

export const button = (page, name) => page.getByRole('button', { name, exact: true });
