// Ways of saying that it hurts, and of answering what is asked about pain.

import { button, expectThat, focused, spoken, stoppedUntil } from './hands.mjs';

export const PAIN = [
  ['the calf question comes first, and a yes leads to the team', 'full', '#/today', async (page) => {
    await button(page, 'I need it: Calf stretch at the wall').press('Enter');
    await expectThat('focus', focused(page), 'Is one of your calves newly swollen, warm, painful or a different colour?');
    await button(page, 'Yes').press('Enter');
    await expectThat('focus', focused(page), 'Leave leg exercises. Ring your team today.');
    await page.getByRole('dialog').getByText('555-0134', { exact: true }).waitFor();
    await expectThat('offers', page.getByRole('dialog').getByRole('button', { name: /^(Start|I did it)/ }).count(), 0);
    await page.getByRole('link', { name: 'Read the warning signs' }).click();
    await page.getByRole('heading', { name: 'Get help now' }).waitFor();
  }],
  ['a yes that was a slip is undone once the question is left', 'full', '#/today', async (page) => {
    await button(page, 'I need it: Calf stretch at the wall').click();
    await button(page, 'Yes').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { name: 'Stopped for now' }).waitFor();
    await expectThat('spoken', spoken(page), 'Saved: you answered yes, so leg exercises are stopped');
    await button(page, 'Undo').click();
    await expectThat('spoken', spoken(page), 'Undone');
    await button(page, 'I need it: Calf stretch at the wall').waitFor();
  }],
  ['the warning signs are one press away from the calf question before a round', 'full-calf-first', '#/today', async (page) => {
    await button(page, 'Start').first().press('Enter');
    await expectThat('focus', focused(page), 'Is one of your calves newly swollen, warm, painful or a different colour?');
    await page.getByRole('dialog').getByRole('link', { name: 'Warning signs' }).press('Enter');
    await page.getByRole('heading', { name: 'Get help now' }).waitFor();
    await expectThat('questions in front of it', page.getByRole('dialog').count(), 0);
    await expectThat('focus', focused(page), 'Warning signs');
  }],
  ['a calf question that is left leaves the exercise as it was', 'full-calf-first', '#/day/2026-11-18/walk/time/1', async (page) => {
    for (const leave of [() => button(page, 'Cancel').click(), () => page.keyboard.press('Escape')]) {
      await button(page, 'Done').press('Enter');
      await page.getByRole('dialog').waitFor();
      await leave();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expectThat('it is still asked', button(page, 'Done').count(), 1);
    }
    await button(page, 'Done').press('Enter');
    await button(page, 'No').click();
    await button(page, 'Done').waitFor({ state: 'detached' });
  }],
  ['pain that moves down the leg is told on Today, without a round, and can be taken back', 'populated', '#/today', async (page) => {
    await button(page, 'Something hurts').press('Enter');
    await expectThat('focus', focused(page), 'Something hurts');
    await button(page, 'It moves further down my leg').press('Enter');
    const card = page.getByRole('status').filter({ hasText: 'Stop all exercises for now' });
    await card.getByText('555-0134', { exact: true }).waitFor();
    await card.getByRole('link', { name: 'Read the warning signs' }).waitFor();
    await page.getByRole('heading', { name: 'All your exercises are stopped for now' }).waitFor();
    await expectThat('ways to begin', page.getByRole('button', { name: /^(Start|Go on)$/ }).count(), 0);
    await card.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: 'All your exercises are stopped for now' }).waitFor({ state: 'detached' });
    await page.getByRole('main').getByRole('button', { name: 'Close' }).click();
    await button(page, 'Something hurts').waitFor();
  }],
  ['which exercise hurt can be said on its page, whatever it was done with', 'populated', '#/day/2026-11-18/sit-to-stand/time/1', async (page) => {
    await button(page, 'It hurt').press('Enter');
    await expectThat('focus', focused(page), 'If it hurts');
    await button(page, 'Leg').click();
    await button(page, 'Pain 7 out of 10').click();
    await page.getByText('Your plan says: stop this exercise').waitFor();
  }],
  ['a calf is asked about also where no exercise is named', 'populated', '#/today', async (page) => {
    await button(page, 'Something hurts').press('Enter');
    await button(page, 'Somewhere else').press('Enter');
    await button(page, 'In a calf or lower leg').press('Enter');
    await expectThat('before an exercise', page.getByText('You are asked this each time before').count(), 0);
    await button(page, 'Yes').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { name: 'Stopped for now' }).waitFor();
  }],
  ['after a skip for pain it is asked where, and what stops all', 'populated', '#/day/2026-11-18/bridge/time/1', async (page) => {
    await button(page, 'It hurts').waitFor();
    await button(page, 'Skip it').press('Enter');
    await button(page, 'It hurt').press('Enter');
    await page.getByRole('heading', { name: 'If it hurts' }).waitFor();
    await button(page, 'Leg').waitFor();
    await button(page, 'Something is newly numb or weak').press('Enter');
    await page.getByRole('status').filter({ hasText: 'Stop all exercises for now' }).getByText('555-0134', { exact: true }).waitFor();
  }],
  ['a number that was put right is one answer, and Undo leads to the one before it, with the stop that it means', 'session-hold', '#/session', async (page) => {
    const score = (number) => button(page, `Pain ${number} out of 10`);
    const goOn = button(page, 'It has eased: go on');
    await button(page, 'It hurts').click();
    await button(page, 'Back').click();
    for (const _ of ['once', 'and again']) {
      await score(8).click();
      await page.getByRole('heading', { name: 'Your plan says: stop this exercise' }).waitFor();
    }
    await score(3).click();
    await page.getByText('Saved: back, 3 out of 10').first().waitFor();
    await goOn.waitFor();
    await button(page, 'Undo').click();
    await page.getByRole('heading', { name: 'Your plan says: stop this exercise' }).waitFor();
    await expectThat('the one before', score(8).getAttribute('aria-pressed'), 'true');
    await expectThat('ways on', goOn.count(), 0);
    // The number that was tapped twice was one answer: its way back is the only one that is left.
    await button(page, 'Undo').click();
    await goOn.waitFor();
    await expectThat('what stands', page.locator('main [aria-pressed=true]').evaluateAll((all) => all.map((one) => one.textContent.trim()).join()), 'Back');
    await expectThat('ways back', button(page, 'Undo').count(), 0);
  }],
  ['a number that is put back beside the round brings the stop that it means, and the round stands still', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'Back').click();
    for (const number of [8, 3]) await button(page, `Pain ${number} out of 10`).click();
    await page.getByText('Saved: back, 3 out of 10').first().waitFor();
    await button(page, 'It has eased: go on').click();
    await page.getByText('Stop for a moment').waitFor({ state: 'detached' });
    await button(page, 'Undo').click();
    await page.getByRole('heading', { name: 'Your plan says: stop this exercise' }).waitFor();
    await expectThat('ways on', button(page, 'It has eased: go on').count(), 0);
  }],
  ['the way back from a number stands beside the round that goes on', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'Leg').click();
    await button(page, 'Pain 4 out of 10').click();
    await page.getByText('Saved: leg, 4 out of 10').first().waitFor();
    await button(page, 'It has eased: go on').click();
    await page.getByText('Stop for a moment').waitFor({ state: 'detached' });
    await button(page, 'Undo').click();
    await expectThat('spoken', spoken(page), 'Undone');
  }],
  ...['It moves further down my leg', 'Something is newly numb or weak', 'I feel faint'].map((what) => [`whom to ring is shown though nothing can be kept: ${what}`, 'disk-full', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, what).click();
    await page.getByRole('heading', { name: /Stop all exercises for now/ }).waitFor();
    await page.getByText('This could not be saved. Get help all the same.').waitFor();
    await expectThat('ways to go on', button(page, 'It has eased: go on').count(), 0);
    await page.getByRole('heading', { name: 'That is all for now' }).waitFor();
    // The second time there is room on the disk.
    await button(page, 'Try again').click();
    await page.getByText('This could not be saved').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /Stop all exercises for now/ }).waitFor();
    await button(page, 'Undo').click();
    await page.getByRole('heading', { name: /Stop all exercises for now/ }).waitFor({ state: 'detached' });
  }]),
  ['nobody goes on before it is kept that it hurt', 'disk-full', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'It has eased: go on').click();
    await page.getByText('could not be saved').first().waitFor();
    await page.getByRole('heading', { name: 'Stop for a moment' }).waitFor();
    // The second time there is room on the disk.
    await button(page, 'It has eased: go on').click();
    await page.getByText('Stop for a moment').waitFor({ state: 'detached' });
  }],
  ['how it felt is one answer, and the way back shows the one before', 'session-finished', '#/session', async (page) => {
    await button(page, 'Fine').click();
    await button(page, 'Sore, but OK').click();
    await page.waitForFunction(() => document.querySelectorAll('main [aria-pressed=true]').length === 1);
    await button(page, 'Undo').click();
    await page.waitForFunction(() => document.querySelector('main [aria-pressed=true]')?.textContent === 'Fine');
  }],
  ['what was answered about the warning signs, and who said go on, can be read later and is not changed there', 'full', '#/plan/said', async (page) => {
    const signs = page.locator('main section.card').filter({ has: page.getByRole('heading', { name: 'Any warning sign?' }) });
    const rows = signs.getByRole('listitem');
    await expectThat('the word', rows.nth(0).textContent().then((text) => /Somebody said that I may go on.*Said on Tuesday 17 November.*By Dr\. Example.*Entered by a helper/s.test(text)), true);
    await expectThat('the yes', rows.nth(1).textContent().then((text) => /^\s*Yes, one or more.*Entered/s.test(text)), true);
    await expectThat('the slip', rows.nth(3).textContent().then((text) => /^\s*Yes, one or more.*Taken back/s.test(text)), true);
    await expectThat('buttons', signs.getByRole('button').count(), 0);
  }],
  ['whoever goes on after it hurt is asked about warning signs afterwards', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'It has eased: go on').press('Enter');
    await button(page, 'End the round').click();
    await button(page, 'End it here').click();
    await page.getByText('It hurt. Is there a warning sign, too?').waitFor();
    await expectThat('it is offered once more', button(page, 'Gentle abdominal brace').count(), 0);
  }],
  ['the morning is compared with a usual one that is asked once, and each may be left', 'morning', '#/today', async (page) => {
    await page.getByRole('heading', { name: 'How is the pain on a usual morning?' }).waitFor();
    await button(page, 'Answer').press('Enter');
    await page.getByRole('list', { name: 'Back' }).getByRole('button', { name: 'Pain 2 out of 10' }).press('Enter');
    await button(page, 'Save').press('Enter');
    await page.getByText('Your usual morning: back 2, leg not rated').waitFor();
    await page.getByRole('list', { name: 'Back' }).getByRole('button', { name: 'Pain 4 out of 10' }).press('Enter');
    await button(page, 'Save').press('Enter');
    await page.getByText('Worse next morning: do half').waitFor();
    await expectThat('it is asked again', page.getByText('How is the pain').count(), 0);
  }],
  ['a stop until a day that the team named says so, and from when it is asked for again', 'full-stopped', '#/today', async (page) => {
    await stoppedUntil(page, '2026-12-03');
    await expectThat('said', spoken(page), 'Saved: it is stopped until Thursday 3 December');
    await page.getByText('It is stopped until Thursday 3 December; Ward line said so.').waitFor();
    await button(page, 'Undo').click();
    await page.getByText('It is stopped until Thursday 3 December').waitFor({ state: 'detached' });
    await expectThat('it is stopped as before', page.getByText('It stays stopped until somebody').count(), 2);
  }],
  ['the day of a stop that the team named is put right where all they said stands', 'full', '#/plan/said', async (page) => {
    await button(page, /^Correct: Somebody of your team was asked, and you may go on from Thursday 3/).press('Enter');
    await page.getByLabel('The first day on which you may do it again').fill('2026-12-04');
    await button(page, 'Yes, from Friday 4 December').press('Enter');
    await page.getByText('and you may go on from Friday 4 December').waitFor();
    await button(page, 'Undo').click();
    await page.getByText('and you may go on from Thursday 3 December').waitFor();
  }],
  ['a question about pain that was left is not asked again', 'morning', '#/today', async (page) => {
    await button(page, 'Not now').first().click();
    await page.getByRole('heading', { name: 'How is the pain this morning?' }).waitFor();
    await button(page, 'Not now').first().click();
    await page.getByText('How is the pain').waitFor({ state: 'detached' });
  }],
  ['a later number of the day stands beside the earlier, and Undo takes back only it', 'full', '#/today', async (page) => {
    const score = (number) => page.getByRole('list', { name: 'Back' }).getByRole('button', { name: `Pain ${number} out of 10` });
    await button(page, 'Note today’s pain').press('Enter');
    await score(7).press('Enter');
    await button(page, 'Save').press('Enter');
    await page.getByText('On the day: back 7 of 10').waitFor();
    await button(page, 'Note how the pain is now').press('Enter');
    await expectThat('nothing is filled in', score(7).getAttribute('aria-pressed'), 'false');
    await score(3).press('Enter');
    await button(page, 'Save').press('Enter');
    await page.getByText('On the day: back 3 of 10').waitFor();
    await expectThat('the earlier one', page.getByText('On the day: back 7 of 10').count(), 1);
    await button(page, 'Undo').click();
    await page.getByText('On the day: back 3 of 10').waitFor({ state: 'detached' });
    await expectThat('the earlier one after Undo', page.getByText('On the day: back 7 of 10').count(), 1);
  }],
  ['some of it because it hurt says what the plan says of pain', 'populated', '#/day/2026-11-18/bridge/time/1', async (page) => {
    await button(page, 'Some of it').press('Enter');
    await button(page, 'It hurt').press('Enter');
    await page.getByText('You did some of it, and no more because it hurt.').waitFor();
    await page.getByRole('heading', { name: 'If it hurts' }).waitFor();
    await page.getByText('Stop an exercise if pain is over 5 out of 10').first().waitFor();
    await page.getByText('555-0134', { exact: true }).first().waitFor();
  }],
  ['pain in the chest leads to the warning signs at once, in a calf to its question', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'Somewhere else').press('Enter');
    await button(page, 'In a calf or lower leg').press('Enter');
    await expectThat('focus', focused(page), 'Is one of your calves newly swollen, warm, painful or a different colour?');
    await expectThat('before an exercise', page.getByText('You are asked this each time before').count(), 0);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // The focus goes back to what asked it, and would take the key.
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('In a calf'));
    await button(page, 'In my chest, or I cannot breathe well').press('Enter');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent === 'Get help now');
    await page.getByText('Your exercises and reminders are stopped.').waitFor();
    await expectThat('parts of the app', page.getByRole('navigation').count(), 0);
    await button(page, 'I tapped by mistake').click();
    await button(page, 'No, none of these').click();
    await page.getByText('Get help now').waitFor({ state: 'detached' });
  }],
  ...[['I feel faint', 'Sit or lie down'], ['Something is newly numb or weak', 'Read the warning signs, and ring your team']].map(([name, told]) => [`"${name}" stops all exercises, says whom to ring, and can be taken back`, 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, name).press('Enter');
    const card = page.getByRole('status').filter({ hasText: told });
    await card.getByText('555-0134', { exact: true }).waitFor();
    await card.getByRole('link', { name: 'Read the warning signs' }).waitFor();
    await expectThat('ways on', button(page, 'It has eased: go on').count(), 0);
    await page.evaluate(() => (location.hash = '#/today'));
    await page.getByRole('heading', { name: 'All your exercises are stopped for now' }).waitFor();
    await expectThat('ways to begin', page.getByRole('button', { name: /^(Start|Go on)$/ }).count(), 0);
    await expectThat('cards', page.getByRole('heading', { name: /stopped for now/ }).count(), 1);
    await button(page, 'I spoke to my team: your exercises').press('Enter');
    await page.getByRole('heading', { name: 'Did your team say that you may go on with your exercises?' }).waitFor();
    await button(page, 'No, it stays stopped').press('Enter');
    await page.evaluate(() => (location.hash = '#/session'));
    await card.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.evaluate(() => (location.hash = '#/today'));
    await page.getByRole('heading', { name: 'All your exercises are stopped for now' }).waitFor({ state: 'detached' });
  }]),
  ['a second exercise stopped on Today shows whom to ring, and nothing begins', 'full-second-stop', '#/today', async (page) => {
    await page.getByRole('heading', { name: 'All your exercises are stopped for now' }).waitFor();
    await page.getByText('Was one of them a mistake?').waitFor();
    // A number that made one of them is put right where it was said.
    await page.getByRole('link', { name: 'I tapped by mistake' }).waitFor();
    await page.getByText('555-0134', { exact: true }).first().waitFor();
    await expectThat('ways to begin', page.getByRole('button', { name: /^(Start|Go on)$/ }).count(), 0);
  }],
  ['whoever has no number of the team is told where one stands, and the emergency number', 'full-no-contacts', '#/today', async (page) => {
    const card = page.locator('main section.card').filter({ hasText: 'All your exercises are stopped for now' });
    await card.getByText('No number is entered. It is on the papers from your hospital.').waitFor();
    await card.getByText('999', { exact: true }).waitFor();
  }],
  ['a number of no exercise stops what Today lists, and speaks of no exercise', 'populated', '#/today', async (page) => {
    await button(page, 'Something hurts').press('Enter');
    await button(page, 'Back').click();
    await button(page, 'Pain 7 out of 10').click();
    await page.getByRole('heading', { name: 'Your plan says: stop. Today lists which exercises' }).waitFor();
  }],
];
