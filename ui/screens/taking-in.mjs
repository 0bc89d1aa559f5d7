// What is typed and not added, and what is touched before it is moved, until the sheet is taken in.

import { button, expectThat, goTo } from './hands.mjs';

export const TAKING_IN = [
  ['what was typed and not added is said before all of the sheet is taken in', 'draft-whole', '#/plan/edit/rules/limits', async (page) => {
    await page.getByLabel('The words on your sheet').last().fill('Nothing over 5 kg.');
    await page.waitForFunction(() => sessionStorage.getItem('draft')?.includes('Nothing over 5 kg.'));
    await goTo(page, '#/plan/read-back');
    // With the rest of the sheet it stays.
    await button(page, 'Take in only the 2 lines I ticked').waitFor();
    const open = page.locator('article input[type=checkbox]:not(:checked)');
    for (let left = await open.count(); left > 0; left--) {
      await open.first().press('Space');
      await page.getByText(`${11 - left + 1} of 11 lines ticked`).waitFor();
    }
    await page.getByText('First finish these:').waitFor();
    await expectThat('offers', button(page, 'Make this my plan').count(), 0);
    const left = 'Typed, but not added to the sheet: “Nothing over 5 kg.”';
    await button(page, `Remove: ${left}`).press('Enter');
    await button(page, 'Make this my plan').waitFor();
    await button(page, 'Undo').press('Enter');
    await page.getByRole('link', { name: `Go there: ${left}` }).press('Enter');
    await page.getByRole('heading', { name: 'Limits' }).first().waitFor();
    await expectThat('words', page.getByLabel('The words on your sheet').last().inputValue(), 'Nothing over 5 kg.');
  }],
  ['a number that may not stand there is there again after the window was closed, with its sentence', 'draft-whole', '#/plan/edit/line/bridge', async (page) => {
    const sets = page.locator('[data-section=dose]').getByLabel('Sets', { exact: true });
    await page.locator('[data-section=dose] summary').first().click();
    await sets.fill('250');
    await page.waitForFunction(() => sessionStorage.getItem('draft')?.includes('number Sets'));
    await page.goto(page.url().replace(/#.*/, '#/plan/edit/line/clam'));
    await page.locator('[data-section=dose] summary').first().click();
    await expectThat('another line', sets.inputValue().then((typed) => typed !== '250'), true);
    await page.goto(page.url().replace(/#.*/, '#/plan/read-back'));
    await page.reload();
    const left = 'Typed, but not added to the sheet: “Sets: 250”';
    await page.getByRole('link', { name: `Go there: ${left}` }).press('Enter');
    await page.getByRole('heading', { name: 'Bridge' }).first().waitFor();
    if (!(await sets.isVisible())) await page.locator('[data-section=dose] summary').first().click();
    await expectThat('what was typed', sets.inputValue(), '250');
    await page.locator('[data-section=dose]').getByText('Please type a whole number from 1 to').waitFor();
    await sets.fill('3');
    await page.waitForFunction(() => !sessionStorage.getItem('draft')?.includes('number Sets'));
  }],
  ['two days off with the same words keep each its own date', 'draft-whole', '#/plan/edit/rules/days-off', async (page) => {
    for (let made = 1; made <= 2; made++) {
      const before = await page.locator('li.card').count();
      await page.getByLabel('The words on your sheet').last().fill('A day off');
      await button(page, 'Add days off').press('Enter');
      await page.waitForFunction((before) => document.querySelectorAll('li.card').length > before, before);
    }
    const dates = page.locator('li.card').filter({ hasText: 'A day off' }).locator('input[type=date]');
    await page.locator('li.card').filter({ hasText: 'A day off' }).evaluateAll((all) => all.forEach((one) => (one.querySelector('details').open = true)));
    await dates.first().fill('2026-12-24');
    await expectThat('the other', dates.nth(1).inputValue(), '');
  }],
  ['stages that were made stay when the first days were left half said', 'draft-whole', '#/plan/edit/next-line', async (page) => {
    await page.getByLabel('The words on your sheet').fill('Squats');
    await page.waitForFunction(() => sessionStorage.getItem('draft')?.includes('Squats'));
    await page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('draft'));
      kept.draft.unfinished = { 'first-days bridge': '7' };
      sessionStorage.setItem('draft', JSON.stringify(kept));
      location.hash = '#/plan/edit/line/bridge';
    });
    await page.reload();
    await page.locator('.stage > details').first().waitFor();
    await expectThat('ways to overwrite it', button(page, 'Make it so').count(), 0);
  }],
  ['a rule about pain keeps what it says when the rules change places', 'draft-half', '#/plan/edit/rules/pain', async (page) => {
    const rules = page.locator('li.card');
    for (const [words, way, score] of [['Over 5: stop.', 0, '5'], ['4 or more: half.', 1, '4']]) {
      const at = await rules.count();
      await page.getByLabel('A rule about pain, in your sheet’s words').fill(words);
      await button(page, 'Add this rule').press('Enter');
      const rule = rules.nth(at);
      const ways = rule.getByRole('group', { name: 'When does it count?' });
      await ways.getByRole('button').nth(way).press('Enter');
      await rule.locator('input[inputmode=numeric]').first().fill(score);
    }
    await button(page, 'Move up: 4 or more: half.').press('Enter');
    await page.waitForFunction(() => document.querySelector('li.card .name').textContent.includes('4 or more'));
    const pressed = (rule) => rule.getByRole('group', { name: 'When does it count?' }).getByRole('button').evaluateAll((all) => all.findIndex((one) => one.getAttribute('aria-pressed') === 'true'));
    await expectThat('the first is "or more"', pressed(rules.nth(0)), 1);
    await rules.nth(1).locator('summary').first().press('Enter');
    await expectThat('the second is "over"', pressed(rules.nth(1)), 0);
  }],
];
