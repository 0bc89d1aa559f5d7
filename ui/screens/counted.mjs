// What is counted by hand in a round: taps, and how much of an exercise was done.

import { button, expectThat } from './hands.mjs';

export const COUNTED = [
  ['another number than was seen, and a reason, are three taps', 'session-hold', '#/session', async (page) => {
    await button(page, 'Skip').click();
    await button(page, '4').click();
    await button(page, 'Too tired').click();
    await page.getByText('Heel slides').first().waitFor();
  }],
  ['one tap is one repetition, and the last can be taken back', 'session-taps', '#/session', async (page) => {
    const taps = page.locator('button.taps');
    await expectThat('before', taps.locator('.count').textContent(), '3');
    await taps.click();
    await expectThat('a tap', taps.locator('.count').textContent(), '4');
    await button(page, 'Take the last one back').click();
    await expectThat('taken back', taps.locator('.count').textContent(), '3');
  }],
];
