// The figure where it is easily lost: in the system's own colours, and in a window that is too low for it.

import { expectThat } from './hands.mjs';

const low = { width: 640, height: 320 };

/** The colours that a part of the figure has on the page. */
const colours = (page, part) =>
  page.locator(part).first().evaluate((shape) => {
    return getComputedStyle(shape).fill;
  });

export const FIGURE = [
  ['in forced colours a far limb is not of the colour of the bed', 'populated', '#/exercises/bridge', async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.locator('path.far').first().waitFor();
    const [far, near, bed] = await Promise.all([colours(page, 'path.far'), colours(page, 'path.near'), colours(page, '.things > *')]);
    if (new Set([far, near, bed]).size !== 3) throw new Error(`far ${far}, near ${near}, bed ${bed}`);
  }],
  ['in a low window the stills stand with the words that say how it is done', 'session-paused', '#/session', async (page) => {
    await page.setViewportSize(low);
    const stills = page.locator('details .strip');
    await page.getByText('How to do it').first().click();
    await stills.waitFor({ state: 'visible' });
    await expectThat('stills elsewhere', page.locator('.stage > .stills').isVisible(), false);
    await page.setViewportSize({ width: 360, height: 740 });
    await stills.waitFor({ state: 'hidden' });
  }],
  ['in a round nothing moves where the system says so: the poses stand side by side', 'session-hold', '#/session', async (page) => {
    await page.locator('.moving svg').waitFor();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.locator('.moving').waitFor({ state: 'detached' });
    await expectThat('poses', page.locator('.stills:not(.low) .strip svg').count().then((count) => count > 1), true);
  }],
];
