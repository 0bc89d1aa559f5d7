// Letters up to twice their size on a phone: what must be pressed in a round stays free.

import { button, expectThat, twoFrames } from './hands.mjs';

/** The buttons at the foot of a round, and the way to the warning signs, that something lies over. */
const covered = (page) => page.evaluate(() => {
  const isCovered = (one) => {
    const { top, left, width, height } = one.getBoundingClientRect();
    return [0.2, 0.5, 0.8].some((part) => !one.contains(document.elementFromPoint(left + width / 2, top + height * part)));
  };
  return [...document.querySelectorAll('.reach .button, header .alarm')].filter(isCovered).map((one) => one.textContent.trim()).join();
});

export const LARGE_LETTERS = [
  ['with letters up to twice as large a notice in a round is seen, and lies over nothing that is pressed next', 'session-hold', '#/session', async (page) => {
    // As a browser does whose own letters are larger, for the styles and for what they ask of the window.
    const browser = await page.context().newCDPSession(page);
    for (const standard of [16, 20, 24, 28, 32]) {
      await browser.send('Page.setFontSizes', { fontSizes: { standard } });
      await page.reload();
      // The end of the page is in sight then.
      await button(page, 'Skip').click();
      await button(page, 'Too tired').click();
      await button(page, 'Undo').waitFor();
      await twoFrames(page);
      await expectThat('the letters', page.evaluate(() => getComputedStyle(document.documentElement).fontSize), `${standard * 1.125}px`);
      await expectThat(`covered at ${standard}`, covered(page), '');
      const { y, height } = await button(page, 'Undo').boundingBox();
      await expectThat(`the way back is seen at ${standard}`, y > 0 && y + height < 740, true);
    }
  }],
];
