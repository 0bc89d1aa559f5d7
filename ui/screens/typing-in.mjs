// What a person does while they type in a sheet, with keyboard and thumb: [name, scene, address, steps].

import { button, expectThat, goTo, spoken } from './hands.mjs';

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
    await page.getByText('Line 5 of 11').waitFor();
    await expectThat('words', page.getByLabel('The words on your sheet').first().inputValue(), 'Wall push-up: 2 x 8');
  }],
  ['words of a line that is not added yet stay when somebody looks elsewhere', 'draft-half', '#/plan/edit/next-line', async (page) => {
    await page.getByLabel('The words on your sheet').fill('Sit to stand: 2 x 8');
    await page.getByRole('link', { name: 'Today' }).click();
    await page.goBack();
    await expectThat('words', page.getByLabel('The words on your sheet').inputValue(), 'Sit to stand: 2 x 8');
  }],
  ['what is typed and not added yet is there again after the window was closed', 'draft-half', '#/plan/edit/next-line', async (page) => {
    const again = async (at, typed) => {
      await page.waitForFunction((typed) => sessionStorage.getItem('draft')?.includes(typed), typed);
      await goTo(page, at);
      await page.reload();
    };
    await page.getByLabel('The words on your sheet').fill('Sit to stand: 2 x 8');
    await again('#/plan/edit/next-line', 'Sit to stand');
    await expectThat('the line', page.getByLabel('The words on your sheet').inputValue(), 'Sit to stand: 2 x 8');
    await goTo(page, '#/plan/edit/line/clam');
    await button(page, 'It is not in the list').click();
    await page.getByLabel('What is it called?').fill('Oyster');
    await page.getByLabel('How to do it, step 1').fill('Lie on your side.');
    await button(page, 'One more step').click();
    await page.getByLabel('How to do it, step 2').fill('Open the knees.');
    await again('#/plan/edit/line/clam', 'Open the knees.');
    await expectThat('its second step', page.getByLabel('How to do it, step 2').inputValue(), 'Open the knees.');
    await button(page, 'Use this exercise').click();
    await page.getByRole('heading', { name: 'Oyster' }).first().waitFor();
    await page.locator('[data-section=ok] > details > summary').click();
    await button(page, 'Yes, somebody has to agree first').click();
    await page.getByLabel('What does your sheet say about it?').fill('If the nurse is happy');
    await again('#/plan/edit/line/clam', 'If the nurse is happy');
    await expectThat('the words of an OK', page.getByLabel('What does your sheet say about it?').inputValue(), 'If the nurse is happy');
    await goTo(page, '#/plan/edit/line/bridge');
    const often = page.locator('[data-section=often]');
    await often.locator('> details > summary').click();
    const inRounds = button(often, 'At times of the day (rounds), such as morning and evening');
    await inRounds.click();
    await button(often, 'Add a round').click();
    await often.getByLabel('What is the round called?').fill('After my nap');
    await again('#/plan/edit/line/bridge', 'After my nap');
    await often.locator('> details > summary').click();
    await inRounds.click();
    await expectThat('the round', often.getByLabel('What is the round called?').inputValue(), 'After my nap');
    await goTo(page, '#/plan/visit');
    await page.getByLabel('In their words').fill('Ring on Monday');
    await again('#/plan/visit', 'Ring on Monday');
    await expectThat('their words', page.getByLabel('In their words').inputValue(), 'Ring on Monday');
  }],
  ['an exercise is found, its dose and side are answered, and all of it is kept', 'draft-half', '#/plan/edit/line/clam', async (page) => {
    await page.getByLabel('Search for the exercise').fill('clam');
    await page.getByRole('button', { name: /^Clamshell/ }).press('Enter');
    await button(page, 'More: How many times').press('Enter');
    await page.getByLabel('How many times', { exact: true }).fill('8');
    await page.locator('[data-section=side] > details > summary').press('Enter');
    await page.locator('[data-section=side]').getByRole('button', { name: 'Each side', exact: true }).press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-live]').textContent.includes('Saved'));
    await page.getByRole('link', { name: 'Today' }).click();
    await page.goBack();
    await page.locator('[data-section=side] > details > summary').getByText('Each side').waitFor();
    await page.locator('[data-section=dose] > details > summary').click();
    await expectThat('times', page.getByLabel('How many times', { exact: true }).inputValue(), '8');
  }],
  ['what the words hold is suggested, all of it is taken with one tap, and nothing before', 'draft-half', '#/plan/edit/next-line', async (page) => {
    await page.getByLabel('The words on your sheet').fill('Bridge: 3 x 10, twice a day');
    await button(page, 'Go on').press('Enter');
    await page.getByRole('heading', { name: 'The sheet seems to say' }).waitFor();
    const numbers = page.locator('[data-section=dose]');
    await numbers.locator('summary').first().click();
    const sets = numbers.getByLabel('Sets', { exact: true });
    await expectThat('sets before', sets.inputValue(), '');
    await button(page, 'The sheet seems to say: 3 sets, 10 times. Use this').waitFor();
    await button(page, 'Use all 4 of these').press('Enter');
    await page.getByRole('heading', { name: 'The sheet seems to say' }).waitFor({ state: 'detached' });
    await expectThat('sets', sets.inputValue(), '3');
    await page.locator('[data-section=often] summary').first().click();
    await expectThat('times a day', page.getByLabel('How many times?', { exact: true }).inputValue(), '2');
  }],
  ['what one question needs of the words is taken there with one tap', 'draft-half', '#/plan/edit/line/clam', async (page) => {
    await page.locator('[data-section=dose] summary').first().click();
    await button(page, 'The sheet seems to say: 2 sets, 8 times, hold for 2 seconds. Use this').press('Enter');
    await expectThat('the hold', page.getByLabel('Hold each time', { exact: true }).inputValue(), '2');
    await expectThat('the side', button(page, 'Use this: each side').count(), 1);
  }],
  ['"until 4 December" is asked with the last day in words, and none is taken', 'draft-half', '#/plan/edit/line/bridge', async (page) => {
    await page.getByLabel('The words on your sheet').first().fill('Bridge: 2 x 8, until 4 December');
    const asked = page.getByRole('group', { name: 'until 4 December' });
    for (const day of ['Friday 4', 'Thursday 3']) await asked.getByRole('button', { name: `the last day is ${day} December 2026` }).waitFor();
    await expectThat('the end', page.locator('[data-section=span] summary').first().innerText().then((text) => text.includes('December')), false);
  }],
  ['"not on Sundays" is asked with every way to read it, and none is taken', 'draft-half', '#/plan/edit/line/clam', async (page) => {
    const asked = page.getByRole('group', { name: 'not on Sundays' });
    const readings = ['every day, but not on Sunday, once a day', 'every day, but not on Sunday. How often, I say next', 'every day, but nothing of the whole sheet on Sunday. How often, I say next', 'Something else: let me say it'];
    await expectThat('readings', asked.getByRole('button').allTextContents().then((all) => all.map((text) => text.replaceAll(/[\u2066-\u2069]/g, '')).join(' | ')), readings.join(' | '));
    await page.locator('[data-section=often] summary').first().getByText('Please answer').waitFor();
    await asked.getByRole('button', { name: readings[3] }).press('Enter');
    await expectThat('focus', page.evaluate(() => document.activeElement.closest('[data-section]')?.dataset.section), 'often');
    await asked.getByRole('button', { name: readings[2] }).press('Enter');
    await asked.waitFor({ state: 'detached' });
    await expectThat('words', page.getByLabel('The words on your sheet').inputValue(), 'Clam: 2 x 8 each side, hold 2 seconds (not on Sundays)');
    await goTo(page, '#/plan/edit/rules/days-off');
    await page.locator('summary').getByText('not on Sundays').waitFor();
  }],
  ['how to begin again after a pause starts with nothing that nobody chose', 'draft-half', '#/plan/edit/rules/after-pause', async (page) => {
    await page.getByLabel('The words on your sheet').fill('After a break begin with half.');
    await button(page, 'Add how to begin again').press('Enter');
    await page.getByLabel('How much of it?', { exact: true }).fill('50');
    await page.getByText('Please answer').waitFor();
    await expectThat('rounding', page.getByRole('button', { name: /: one (more|less)/, pressed: true }).count(), 0);
    await expectThat('days', page.getByLabel('For how many days?', { exact: true }).inputValue(), '');
    await button(page, 'down: one less').press('Enter');
    await page.getByLabel('For how many days?', { exact: true }).fill('3');
    await page.getByText('Please answer').waitFor({ state: 'detached' });
    await page.getByLabel('For how many days?', { exact: true }).fill('');
    await page.getByText('Please answer').waitFor();
  }],
  ['a rule about pain starts with nothing that nobody chose', 'draft-half', '#/plan/edit/rules/pain', async (page) => {
    await page.getByLabel('A rule about pain, in your sheet’s words').fill('Over 5: do half of it.');
    await button(page, 'Add this rule').press('Enter');
    const rule = page.locator('li.card');
    await rule.getByText('When does it count?').waitFor();
    await expectThat('chosen', rule.locator('[aria-pressed=true]').count(), 0);
    await button(rule, 'Do a part of it').press('Enter');
    await rule.getByText('round it').waitFor();
    await expectThat('chosen', rule.locator('[aria-pressed=true]').allTextContents().then(String), 'Do a part of it');
    await expectThat('how much', rule.getByLabel('How much of it?', { exact: true }).inputValue(), '');
  }],
  ['a tap on what pain moves down the leg that was a mistake leaves no number and no answer behind', 'draft-half', '#/plan/edit/rules/pain', async (page) => {
    await page.getByLabel('A rule about pain, in your sheet’s words').fill('Over 4: stop.');
    await button(page, 'Add this rule').press('Enter');
    const rule = page.locator('li.card');
    const ways = rule.getByRole('group', { name: 'When does it count?' });
    await ways.getByRole('button').nth(2).press('Enter');
    await ways.getByRole('button').nth(0).press('Enter');
    await expectThat('the number', rule.locator('input[inputmode=numeric]').first().inputValue(), '');
    await expectThat('chosen', rule.locator('[aria-pressed=true]').count(), 1);
  }],
  ['what is still open on a line leads to its question', 'draft-half', '#/plan/edit/line/heel-slides', async (page) => {
    await page.locator('[data-section=side] > details > summary').click();
    await button(page, 'On which side?').press('Enter');
    await expectThat('focus', page.evaluate(() => document.activeElement.closest('[data-section]')?.dataset.section), 'side');
    await page.locator('[data-section=side]').getByRole('button', { name: 'Each side', exact: true }).press('Enter');
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
  ['sets that are not on the sheet leave nothing to ask, and a number that is touched is typed over', 'draft-half', '#/plan/edit/line/bridge', async (page) => {
    await page.locator('[data-section=dose] > details > summary').click();
    const dose = page.locator('[data-section=dose]');
    await expectThat('nothing to ask', button(dose, 'Not on my sheet: Sets').count(), 0);
    const times = dose.getByLabel('How many times', { exact: true }).first();
    await times.fill('12');
    await times.click();
    await page.keyboard.type('8');
    await expectThat('number', times.inputValue(), '8');
  }],
  ['a way of moving has no amount, also when it was left open before', 'draft-half', '#/plan/edit/line/heel-slides', async (page) => {
    await page.locator('[data-section=often] summary').first().click();
    await button(page, 'Every time I move that way').press('Enter');
    await page.locator('[data-section=dose]').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Backwise reads it like this' }).waitFor();
    await expectThat('what comes next', page.locator('main .button.primary').last().innerText(), 'Go to the next line');
  }],
  ['what is still to answer at the top of the sheet is gone to with one tap', 'draft-empty', '#/plan/read-back', async (page) => {
    await button(page, 'Go there: From which day on do you follow it?').or(page.getByRole('link', { name: 'Go there: From which day on do you follow it?' })).press('Enter');
    await page.waitForFunction(() => document.activeElement.closest('[data-asked]')?.dataset.asked === 'first-day');
    const box = page.locator('[data-asked=first-day]');
    await box.getByText('Empty: no day is chosen yet.').waitFor();
    await box.getByRole('button', { name: /Today/ }).press('Enter');
    await box.getByText('Empty').waitFor({ state: 'detached' });
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
  ['a line is copied, and the copy is undone', 'draft-half', '#/plan/edit', async (page) => {
    const lines = page.locator('ol.rows > li');
    const before = await lines.count();
    await button(page, 'Move, copy or remove lines').press('Enter');
    await page.getByRole('button', { name: /^Copy/ }).first().press('Enter');
    await button(page, 'Undo').waitFor();
    await expectThat('with the copy', lines.count(), before + 1);
    await button(page, 'Undo').press('Enter');
    await button(page, 'Undo').waitFor({ state: 'detached' });
    await expectThat('without it', lines.count(), before);
  }],
  ['the sheet that a line is from is typed once, offered where it is needed again, and read back', 'draft-half', '#/plan/edit/line/bridge', async (page) => {
    await page.getByLabel('Which sheet is it from?').fill('ward leaflet');
    await goTo(page, '#/plan/edit/rules/limits');
    const source = page.getByLabel('Which sheet is it from?');
    await expectThat('source', source.inputValue(), '');
    await button(page, 'It is from: ward leaflet').press('Enter');
    await expectThat('source', source.inputValue(), 'ward leaflet');
    await button(page, 'It is from: ward leaflet').waitFor({ state: 'detached' });
    await goTo(page, '#/plan/read-back');
    await page.locator('article', { hasText: 'Bridge' }).getByText('From: ward leaflet').waitFor();
  }],
  ['when a week and a day begin and when a pause is asked about can be said, and stand at the end', 'draft-half', '#/plan/edit/line/bridge', async (page) => {
    const often = page.locator('[data-section=often]');
    await often.locator('summary').first().click();
    await button(often, 'So many days a week').press('Enter');
    await often.getByLabel('On how many days a week?', { exact: true }).fill('3');
    const week = often.getByRole('group', { name: 'On which day do your sheet’s weeks begin?' });
    await expectThat('said by nobody', week.locator('[aria-pressed=true]').allTextContents().then(String), 'Monday, or my sheet does not say');
    await button(week, 'Sunday').press('Enter');
    await goTo(page, '#/plan/edit/rules/rounds');
    const day = page.getByLabel('A new day begins at', { exact: true });
    await expectThat('said by nobody', day.inputValue(), '03:00');
    await day.fill('04:30');
    await goTo(page, '#/plan/edit/rules/after-pause');
    const pause = page.getByLabel(/^After how many days without an entry/);
    await expectThat('said by nobody', pause.inputValue(), '7');
    await pause.fill('10');
    await goTo(page, '#/plan/read-back');
    const facts = page.locator('.about');
    await facts.waitFor();
    const said = await facts.locator('dd').allTextContents();
    for (const one of ['Sunday', '4:30', 'after 10 days without an entry']) await expectThat(one, said.some((text) => text.endsWith(one)), true);
  }],
  ['a number that grows asks for all of it, and of one number not which', 'draft-half', '#/plan/edit/line/belly-brace', async (page) => {
    await page.getByText('Does it change later?').click();
    await button(page, 'It grows little by little').press('Enter');
    await page.getByLabel('By how much each time?', { exact: true }).waitFor();
    await expectThat('by', page.getByLabel('By how much each time?', { exact: true }).inputValue(), '');
    await button(page, 'Up to how much at most?').waitFor();
    const often = page.getByRole('group', { name: 'How often does it grow?' });
    await expectThat('chosen', often.locator('[aria-pressed=true]').count(), 0);
    await button(often, 'Every so many weeks').press('Enter');
    await page.getByLabel('Every how many weeks?', { exact: true }).fill('2');
    await button(often, 'Every so many days').press('Enter');
    await expectThat('days', page.getByLabel('Every how many days?', { exact: true }).inputValue(), '14');
    await page.getByLabel('Every how many days?', { exact: true }).fill('10');
    await button(often, 'Every so many weeks').press('Enter');
    await expectThat('weeks', page.getByLabel('Every how many weeks?', { exact: true }).inputValue(), '');
    await button(page, 'Days after the operation').press('Enter');
    const first = page.getByLabel('How many days after the operation?', { exact: true });
    await first.fill('14');
    await button(page, 'Which day is meant?').waitFor({ state: 'detached' });
    // Also where the day was said before: its field does not go while it is typed anew.
    await page.waitForFunction(() => sessionStorage.getItem('draft')?.includes('"after-surgery":14'));
    await page.reload();
    await page.getByText('Does it change later?').click();
    await first.fill('');
    await button(page, 'Which day is meant?').waitFor();
    await expectThat('the first day', first.inputValue(), '');
  }],
  ['one of two hours, and a date that is not added yet, are still there when somebody comes back', 'draft-half', '#/plan/edit/rules/rounds', async (page) => {
    const again = async (typed) => {
      await page.waitForFunction((typed) => sessionStorage.getItem('draft')?.includes(typed), typed);
      await page.reload();
    };
    const awake = page.getByRole('group', { name: 'I am awake' }).locator('input').last();
    await awake.fill('21:45');
    await again('/21:45');
    await expectThat('the hour', awake.inputValue(), '21:45');
    await goTo(page, '#/plan/edit/rules/days-off');
    await page.getByLabel('The words on your sheet').fill('Sunday is free');
    await button(page, 'Add days off').press('Enter');
    await page.locator('input[type=date]').last().fill('2026-12-24');
    await again('2026-12-24');
    await expectThat('the date', page.locator('input[type=date]').last().inputValue(), '2026-12-24');
    await button(page, 'Add this date').last().press('Enter');
    await expectThat('the next one', page.locator('input[type=date]').last().inputValue(), '');
  }],
  ['the first days of a line that are half said are still there when somebody comes back', 'draft-half', '#/plan/edit/line/belly-brace', async (page) => {
    await page.getByText('Does it change later?').first().click();
    await button(page, 'The first days are different').first().click();
    await page.getByLabel('For how many days?', { exact: true }).fill('5');
    await page.getByLabel('The words on your sheet for it').fill('Half height at');
    await page.waitForFunction(() => sessionStorage.getItem('draft')?.includes('Half height at'));
    await page.reload();
    await expectThat('the days', page.getByLabel('For how many days?', { exact: true }).inputValue(), '5');
    await expectThat('the words', page.getByLabel('The words on your sheet for it').inputValue(), 'Half height at');
    await button(page, 'Cancel').press('Enter');
    await expectThat('cancelled', page.getByLabel('For how many days?', { exact: true }).count(), 0);
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
    await page.getByText('11 of 11 lines entered').waitFor();
    await page.getByText('2 of 11 lines ticked').waitFor();
    const numbers = await page.locator('article h3 .sheet-no').allTextContents();
    await expectThat('the order of the paper', String(numbers), String([...numbers].sort((a, b) => a - b)));
    await page.getByLabel(/This is as on my sheet: Bridge/).press('Space');
    await page.getByText('3 of 11 lines ticked').waitFor();
    await button(page, 'Take in only the 3 lines I ticked').press('Enter');
    await page.getByRole('heading', { name: 'A part of your plan is taken in' }).first().waitFor();
    await page.getByText('8 lines are typed in and wait for your tick.').waitFor();
    await expectThat('lines to enter', page.getByText('still to enter').count(), 0);
  }],
  ['no line is offered to be taken in while something beside the lines is open, and it is said what', 'draft-whole', '#/plan/edit/rules/limits', async (page) => {
    await page.getByLabel('The words on your sheet').last().fill('No driving.');
    await button(page, 'Add this limit').press('Enter');
    await page.getByText('Until when does it hold?').last().waitFor();
    await goTo(page, '#/plan/read-back');
    await page.getByText('First finish these:').waitFor();
    await expectThat('offers', button(page, /^Take in only/).count(), 0);
  }],
  ['nothing is offered to be taken in while it is not known what that would do', 'draft-unchecked', '#/plan/read-back', async (page) => {
    await page.getByText('2 of 11 lines ticked').waitFor();
    await button(page, 'Try again').press('Enter');
    await button(page, 'Try again').waitFor();
    await expectThat('offers', button(page, /^Take in only/).count(), 0);
    await expectThat('taken in', page.getByRole('heading', { name: 'Your plan is taken in' }).count(), 0);
  }],
  ['what stands beside the lines is ticked too, before a line is taken in', 'draft-whole', '#/plan/read-back', async (page) => {
    await button(page, 'Take in only the 2 lines I ticked').waitFor();
    await page.getByLabel(/This is as on my sheet: Until the review: no bending/).press('Space');
    await page.getByText('Tick what is as on your sheet, rounds and limits too').waitFor();
    await expectThat('offers', button(page, /^Take in only/).count(), 0);
  }],
  ['a day from which it is to hold is still there when somebody comes back', 'draft-whole', '#/plan/read-back', async (page) => {
    await page.getByText('From a later day').click();
    await page.getByLabel('From which day?').fill('2026-11-30');
    await page.waitForFunction(() => document.body.innerText.includes('Monday 30 November 2026'));
    await page.getByRole('link', { name: 'Change: Bridge' }).click();
    await page.getByRole('heading', { name: 'Bridge' }).first().waitFor();
    await page.goBack();
    await expectThat('the day', page.getByLabel('From which day?').inputValue(), '2026-11-30');
  }],
  ['days that need one answer more ask for it, and nothing is chosen by itself', 'draft-half', '#/plan/edit/line/bridge', async (page) => {
    const often = page.locator('[data-section=often]');
    await often.locator('summary').first().click();
    await button(often, 'Every few days').press('Enter');
    await often.getByLabel('Every how many days?', { exact: true }).fill('2');
    await often.locator('summary').first().getByText('Please answer').waitFor();
    await expectThat('the day', often.getByLabel('A day on which it is done').inputValue(), '');
    await button(often, 'So many days a week').press('Enter');
    await often.getByLabel('On how many days a week?', { exact: true }).fill('3');
    const running = often.getByRole('group', { name: 'Never two days running?' });
    await running.waitFor();
    await expectThat('chosen', running.locator('[aria-pressed=true]').count(), 0);
    await button(running, 'No, or my sheet does not say').press('Enter');
    await often.locator('summary').first().getByText('Please answer').waitFor({ state: 'detached' });
  }],
  ['that a line may be done two days running is said where it is compared with the paper', 'draft-whole', '#/plan/edit/line/bridge', async (page) => {
    const often = page.locator('[data-section=often]');
    await often.locator('summary').first().click();
    await button(often, 'So many days a week').press('Enter');
    await often.getByLabel('On how many days a week?', { exact: true }).fill('3');
    await button(often, 'No, or my sheet does not say').press('Enter');
    await goTo(page, '#/plan/read-back');
    await page.locator('article', { has: page.getByRole('heading', { name: 'Bridge' }) }).getByText('It may be done two days running.').waitFor();
    await expectThat('lines of which it is said', page.getByText('It may be done two days running.').count(), 1);
  }],
  ['what takes turns has no days until somebody says them', 'draft-half', '#/plan/edit/rules/turns', async (page) => {
    await page.getByLabel('What is it called?').fill('Strength');
    await button(page, 'Add what takes turns').press('Enter');
    await button(page, 'On some weekdays').press('Enter');
    await expectThat('chosen days', page.getByRole('group', { name: 'On these days' }).locator('[aria-pressed=true]').count(), 0);
    await button(page, 'Tuesday').press('Enter');
    await button(page, 'When the last one was done').press('Enter');
    await page.getByText('Please answer').waitFor({ state: 'detached' });
  }],
  ['a day off asks what becomes of the rest', 'draft-half', '#/plan/edit/rules/days-off', async (page) => {
    await page.getByLabel('The words on your sheet').fill('Sunday is free');
    await button(page, 'Add days off').press('Enter');
    await button(page, 'Sunday').press('Enter');
    const rest = page.getByRole('group', { name: 'What becomes of the rest?' });
    await expectThat('chosen', rest.locator('[aria-pressed=true]').count(), 0);
    await button(rest, 'It is left out').press('Enter');
    await page.getByText('Please answer').waitFor({ state: 'detached' });
  }],
];
