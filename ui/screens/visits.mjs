// At a visit, and what it changed.

import { button, expectThat, focused, goTo } from './hands.mjs';

export const VISITS = [
  ['a visit stops a line and can take that back', 'draft-visit', '#/plan/visit', async (page) => {
    await button(page, 'Stop: Sit to stand').press('Enter');
    await page.getByText('Stopped: Sit to stand').first().waitFor();
    await button(page, 'Undo').click();
    await button(page, 'Stop: Sit to stand').waitFor();
    await button(page, 'Stop: Sit to stand').press('Enter');
    await button(page, 'Keep Sit to stand after all').press('Enter');
    await button(page, 'Stop: Sit to stand').waitFor();
    await page.waitForFunction(() => document.querySelector('[data-live]').textContent.includes('Stays: Sit to stand'));
    await expectThat('focus', focused(page), 'My visit');
  }],
  ['a line of which a stage has begun says what is asked for, and a number is meant from now on', 'draft-visit', '#/plan/edit/line/bridge', async (page) => {
    await page.getByText('From Thursday 19 November, Backwise asks for:').first().waitFor();
    await expectThat('the first words', page.locator('[data-section=dose]').count(), 0);
    await button(page, 'Change it from that day on').press('Enter');
    await expectThat('focus', page.evaluate(() => document.activeElement.closest('[data-section]')?.dataset.section), 'later');
    const stage = page.locator('.stage > details').first();
    await page.locator('.stage > details[open]').first().waitFor();
    // It may be folded, and asked for again.
    await stage.locator('> summary').press('Enter');
    await button(page, 'Change it from that day on').press('Enter');
    await page.locator('.stage > details[open]').first().waitFor();
    await button(page, 'Put right how the sheet begins').press('Enter');
    await page.locator('[data-section=often] > details > summary').press('Enter');
    await page.locator('[data-section=often]').getByLabel('How many times?', { exact: true }).fill('');
    const ask = button(page, 'How often on such a day?');
    await ask.waitFor();
    // A question that is open is led to, whatever the page showed first.
    await page.waitForFunction(() => sessionStorage.getItem('draft')?.includes('how-often'));
    await page.reload();
    await ask.press('Enter');
    await expectThat('focus', page.evaluate(() => document.activeElement.closest('[data-section]')?.dataset.section), 'often');
  }],
  ['at a visit the first days of a line are those from the day on which the change holds', 'draft-visit', '#/plan/edit/line/clam', async (page) => {
    await page.getByText('Does it change later?').first().click();
    await button(page, 'The first days are different').first().click();
    await page.getByText('Counted from Thursday 19 November').first().waitFor();
    await page.getByLabel('For how many days?', { exact: true }).fill('7');
    await page.getByLabel('For how many days?', { exact: true }).press('Tab');
    await button(page, 'Make it so').click();
    await page.waitForFunction(() => [...document.querySelectorAll('.stage input[type=date]')].map(({ value }) => value).join().startsWith('2026-11-19,2026-11-26'));
  }],
  ['a visit goes on where it was left, and has a place for all that was said', 'draft-visit', '#/plan/visit', async (page) => {
    const keep = button(page.getByRole('group', { name: 'Heel slides', exact: true }), 'Keep');
    await keep.press('Enter');
    await page.getByRole('link', { name: 'Change: Heel slides' }).click();
    await page.getByRole('heading', { name: 'Heel slides' }).waitFor();
    await page.goBack();
    await expectThat('kept', keep.getAttribute('aria-pressed'), 'true');
    for (const name of ['What did they say?', 'An OK for what comes next', 'The next appointment']) await page.getByRole('heading', { name }).waitFor();
  }],
  ['words that nothing was made of are said where the line is compared with the paper', 'draft-whole', '#/plan/read-back', async (page) => {
    await page.getByText('Not read: “weeks 3-4 fifteen minutes three times a day, weeks 5-6 twenty-five minutes twice a day”. Is it in the plan another way?').waitFor();
  }],
  ['what changed since the last visit begins before it, and the visit is told among the versions', 'versions', '#/plan/versions', async (page) => {
    await page.getByRole('heading', { name: 'What changed at your last visit, on 17 November 2026, and since?' }).waitFor();
    await page.getByText('At a visit on 17 November 2026.').waitFor();
    const since = page.getByRole('group', { name: 'Since', exact: true });
    await expectThat('since', since.locator('[aria-pressed=true]').innerText(), 'Version 1');
    await button(since, 'Version 2').press('Enter');
    await page.getByRole('heading', { name: 'What changed since the version before?' }).waitFor();
  }],
  ['a version that waits for its day is told on Plan, and the present one is the one in force', 'versions-waits', '#/plan', async (page) => {
    await page.getByText('You took in a newer version. It begins on 1 December 2026.').waitFor();
    await goTo(page, '#/plan/versions');
    const version = (number) => page.getByRole('listitem').filter({ has: page.getByText(`version ${number}`) });
    await version(3).getByText('It waits for its day.').waitFor();
    await expectThat('buttons to go to it', version(3).getByRole('button', { name: /^Go back|^Stay/ }).count(), 0);
    await version(2).getByText('This is your present plan.').waitFor();
    await button(version(2), /^Stay with this one/).waitFor();
    await button(version(1), /^Go back to this one/).waitFor();
  }],
  ['a visit says on which day it was', 'draft-visit', '#/plan/visit', async (page) => {
    const day = page.getByLabel('The day of the visit');
    await expectThat('today', day.inputValue(), '2026-11-18');
    await day.fill('2026-11-17');
    await goTo(page, '#/plan');
    await goTo(page, '#/plan/visit');
    await expectThat('as it was said', day.inputValue(), '2026-11-17');
  }],
  ['beginning anew while a sheet is typed in asks first', 'draft-visit', '#/plan', async (page) => {
    await button(page, 'Type in a paper sheet').press('Enter');
    await page.getByRole('dialog').getByText('Something is being typed in already').waitFor();
    await page.keyboard.press('Escape');
    await expectThat('address', page.evaluate(() => location.hash), '#/plan');
  }],
  ['what was said at a visit is kept with the sheet, and so is the next appointment', 'draft-visit', '#/plan/visit', async (page) => {
    await page.getByLabel('In their words').fill('Ring if the leg tingles.');
    await button(page, 'Keep these words').press('Enter');
    await page.getByRole('listitem').getByText('Ring if the leg tingles.').waitFor();
    await expectThat('the field', page.getByLabel('In their words').inputValue(), '');
    const next = page.locator('section.card', { has: page.getByRole('heading', { name: 'The next appointment' }) });
    await next.locator('input[type=date]').fill('2026-12-15');
    await next.getByText('Tuesday 15 December 2026').waitFor();
    await page.waitForFunction(() => ['2026-12-15', 'Ring if the leg tingles.'].every((said) => sessionStorage.getItem('draft')?.includes(said)));
  }],
  ['a way back to an earlier version leads to what it would change, and changes nothing before', 'versions', '#/plan/versions', async (page) => {
    await button(page, /^Go back to this one/).first().press('Enter');
    await page.getByRole('heading', { name: 'Compare with your sheet' }).first().waitFor();
  }],
];
