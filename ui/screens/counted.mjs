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
  ['of a walk in part the minutes are said, and put right', 'populated', '#/day/2026-11-18/walk/time/2', async (page) => {
    await button(page, 'Some of it').click();
    await page.getByLabel('Minutes of it', { exact: true }).fill('12');
    await button(page, 'Save').click();
    await page.getByText('12 of 15 minutes').waitFor();
    await page.getByText('First entered: some of it, 12 minutes').waitFor();
    await button(page, 'Is that not right?').click();
    await button(page, 'More: Minutes of it').click();
    await button(page, 'Save as some of it').click();
    await page.getByText('5 of 15 minutes').waitFor();
  }],
];
