// Progress, tried in the browser.

import { button, expectThat } from './hands.mjs';

/** The numbers of the table: those of its rows together, and the last one. */
async function numbers(page) {
  const cells = async (part) => (await page.locator(`table:has(tfoot) ${part} td`).allInnerTexts()).map(Number);
  const [rows, [total]] = [await cells('tbody'), await cells('tfoot')];
  return { rows: rows.reduce((sum, n) => sum + n, 0), total };
}

export const PROGRESS = [
  ['Progress is found from the record, and whichever days are chosen, its rows add up to what was asked for', 'progress-later', '#/record', async (page) => {
    await page.getByRole('link', { name: 'Progress' }).click();
    for (const days of ['This week', 'Last week', 'Four weeks', 'Since the start']) {
      await button(page, days).press('Enter');
      await page.getByRole('button', { name: days, pressed: true }).waitFor();
      const { rows, total } = await numbers(page);
      if (!(total > 0) || rows !== total) throw new Error(`${days}: the rows are ${rows} together, and ${total} were asked for`);
    }
    await page.getByText(/fewer than your sheet asks/).first().waitFor();
    await page.getByText(/days so far/).first().waitFor();
  }],
  ['pain stands below walking and function, place by place, without a line over days that nobody rated', 'progress-later', '#/progress', async (page) => {
    await button(page, 'Four weeks').press('Enter');
    const card = page.locator('section', { has: page.getByRole('heading', { name: 'Pain', exact: true }) });
    await expectThat('places', card.getByRole('heading', { level: 3 }).allTextContents().then(String), 'Back,Leg');
    const drawn = (at) => card.locator('svg').nth(at);
    await expectThat('five days', drawn(0).locator('circle').count(), 5);
    await expectThat('lines of the back', drawn(0).locator('path:not(.ground)').getAttribute('d').then((d) => d.match(/M/g).length), 2);
    await expectThat('a zero is a number', card.getByRole('row', { name: /0 of 10/ }).count(), 1);
    await expectThat('what nobody rated is none', card.getByRole('row').count(), 2 + 5 + 3);
    const [function_, pain] = await Promise.all([page.getByRole('heading', { name: 'Walking and function' }), card].map((one) => one.boundingBox()));
    await expectThat('below', function_.y < pain.y, true);
  }],
  ['the days that were chosen stay chosen while the window is open', 'progress-later', '#/progress', async (page) => {
    await button(page, 'Last week').press('Enter');
    await page.getByRole('link', { name: 'Steps in a day' }).click();
    await page.goBack();
    const pressed = page.getByRole('button', { name: 'Last week', pressed: true });
    await expectThat('chosen', pressed.count().then(String), '1');
  }],
];
