// What a person does while they type in a sheet, with keyboard and thumb: [name, scene, address, steps].

import { button, expectThat, spoken } from './hands.mjs';

export const TYPING_IN = [
  ['a line of the sheet is added by keyboard, its words first', 'draft-half', '#/plan/edit', async (page) => {
    await page.getByRole('link', { name: 'Add the next line' }).press('Enter');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Line 5');
    await button(page, 'Go on').press('Enter');
    await expectThat('focus', page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA');
    await page.getByText('Please type the words first').waitFor();
    await page.keyboard.type('Wall push-up: 2 x 8');
    await page.getByLabel('Its number on the sheet').press('Enter');
    await page.waitForFunction(() => location.hash.startsWith('#/plan/edit/line/'));
    await page.getByText('Line 5 of 5').waitFor();
    await expectThat('words', page.getByLabel('The words on your sheet').first().inputValue(), 'Wall push-up: 2 x 8');
  }],
  ['words of a line that is not added yet stay when somebody looks elsewhere', 'draft-half', '#/plan/edit/next-line', async (page) => {
    await page.getByLabel('The words on your sheet').fill('Sit to stand: 2 x 8');
    await page.getByRole('link', { name: 'Today' }).click();
    await page.goBack();
    await expectThat('words', page.getByLabel('The words on your sheet').inputValue(), 'Sit to stand: 2 x 8');
  }],
  ['an exercise is found, its dose and side are answered, and all of it is kept', 'draft-half', '#/plan/edit/line/clam', async (page) => {
    await page.getByLabel('Search for the exercise').fill('clam');
    await page.getByRole('button', { name: /^Clamshell/ }).press('Enter');
    await button(page, 'More: How many times').press('Enter');
    await page.getByLabel('How many times', { exact: true }).fill('8');
    await page.locator('[data-section=side] > details > summary').press('Enter');
    await page.locator('[data-section=side]').getByRole('button', { name: 'Each side' }).press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-live]').textContent.includes('Saved'));
    await page.getByRole('link', { name: 'Today' }).click();
    await page.goBack();
    await page.locator('[data-section=side] > details > summary').getByText('Each side').waitFor();
    await page.locator('[data-section=dose] > details > summary').click();
    await expectThat('times', page.getByLabel('How many times', { exact: true }).inputValue(), '8');
  }],
  ['what is still open on a line leads to its question', 'draft-half', '#/plan/edit/line/heel-slides', async (page) => {
    await page.locator('[data-section=side] > details > summary').click();
    await button(page, 'On which side?').press('Enter');
    await expectThat('focus', page.evaluate(() => document.activeElement.closest('[data-section]')?.dataset.section), 'side');
    await page.locator('[data-section=side]').getByRole('button', { name: 'Each side' }).press('Enter');
    await page.getByRole('heading', { name: 'Backwise reads it like this' }).waitFor();
  }],
  ['a number that cannot be is said at its field, and is not kept', 'draft-half', '#/plan/edit/line/bridge', async (page) => {
    await page.locator('[data-section=dose] > details > summary').click();
    const times = page.locator('[data-section=dose]').getByLabel('How many times', { exact: true }).first();
    await times.fill('900');
    await page.getByText('Please type a whole number from 1 to 200.').first().waitFor();
    await expectThat('invalid', times.getAttribute('aria-invalid'), 'true');
    await button(page, 'Not on my sheet: How many times').first().press('Enter');
    await expectThat('left open', button(page, 'Not on my sheet: How many times').first().getAttribute('aria-pressed'), 'true');
    await expectThat('number', times.inputValue(), '');
  }],
  ['a line is moved by keyboard, the focus stays on its button, and removing is undone', 'draft-half', '#/plan/edit', async (page) => {
    const names = () => page.locator('ol.rows .name').allTextContents().then((all) => all.map((text) => text.replace(/^\d\s*/, '').trim()).join(', '));
    await button(page, 'Move, copy or remove lines').press('Enter');
    await button(page, 'Move down: Heel slides').press('Enter');
    await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'Move down: Heel slides');
    await expectThat('order', names(), 'Gentle abdominal brace, Bridge, Heel slides, Clam: 2 x 8 each side, hold 2 seconds (not on Sundays)');
    await expectThat('spoken', spoken(page), 'Heel slides is now number 3 of 4');
    await button(page, 'Remove: Bridge').press('Enter');
    await page.getByText('Removed: Bridge').first().waitFor();
    await button(page, 'Undo').click();
    await page.locator('ol.rows').getByText('Bridge').waitFor();
  }],
  ['a limit is typed in, and asks until when', 'draft-half', '#/plan/edit/rules/limits', async (page) => {
    await page.getByLabel('The words on your sheet').last().fill('No driving.');
    await button(page, 'Add this limit').press('Enter');
    await page.getByText('Until when does it hold?').last().waitFor();
    await button(page, 'driving').last().press('Enter');
    await button(page, 'Until my team says otherwise').last().press('Enter');
    await page.getByText('Please answer').waitFor({ state: 'detached' });
  }],
  ['lines are ticked against the paper, and those can be taken in', 'draft-whole', '#/plan/read-back', async (page) => {
    await page.getByText('2 of 11 lines ticked').waitFor();
    await page.getByLabel(/This is as on my sheet: Bridge/).press('Space');
    await page.getByText('3 of 11 lines ticked').waitFor();
    await button(page, 'Take in only the 3 lines I ticked').press('Enter');
    await page.getByRole('heading', { name: 'Your plan is taken in' }).first().waitFor();
    await page.getByText('8 lines of your sheet are still to enter.').waitFor();
  }],
  ['a visit stops a line and can take that back', 'draft-visit', '#/plan/visit', async (page) => {
    await button(page, 'Stop: Sit to stand').press('Enter');
    await page.getByText('Stopped: Sit to stand').first().waitFor();
    await button(page, 'Undo').click();
    await button(page, 'Stop: Sit to stand').waitFor();
  }],
  ['beginning anew while a sheet is typed in asks first', 'draft-visit', '#/plan', async (page) => {
    await button(page, 'Type in a paper sheet').press('Enter');
    await page.getByRole('dialog').getByText('Something is being typed in already').waitFor();
    await page.keyboard.press('Escape');
    await expectThat('address', page.evaluate(() => location.hash), '#/plan');
  }],
];
