// What every way of using a screen is tried with.

export const focused = (page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
export const spoken = (page) => page.textContent('[data-live]');

export async function expectThat(what, found, wanted) {
  const value = await found;
  if (value !== wanted) throw new Error(`${what}: ${JSON.stringify(value)} instead of ${JSON.stringify(wanted)}`);
}

export const button = (page, name) => page.getByRole('button', { name, exact: true });

/** The team says to leave the walk, which is stopped, until a day. */
export async function stoppedUntil(page, day) {
  await button(page, /^I spoke to my team: Level/).press('Enter');
  await page.getByLabel('Who said it?').fill('Ward line');
  await page.getByLabel('The first day on which you may do it again').fill(day);
  await button(page, /^Yes, from /).press('Enter');
}

/** Two frames: what a press changes stands there by then. */
export const twoFrames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Two quick taps on the spot where `one` is, so far apart that the screen has changed between them. */
export async function tapTwice(page, one) {
  const { x, y, width, height } = await one.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
    await twoFrames(page);
  }
}

/** Goes to a place of the program, and waits until the screen follows: the old one may have a button of the same name. */
export const goTo = (page, place) => page.evaluate((place) => new Promise((done) => {
  if (location.hash === place) return done();
  addEventListener('hashchange', () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true });
  location.hash = place;
}), place);

/** Ticks every box of the page. */
export async function tickAll(page) {
  for (const box of await page.getByRole('checkbox').all()) await box.check();
}
