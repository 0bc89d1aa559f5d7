// Pain that is told in a round, or after it.

import { button, expectThat, focused, spoken, stoppedUntil, twoFrames } from './hands.mjs';

export const PAIN_IN_A_ROUND = [
  ['whoever goes on after it has eased did not stop', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'It has eased: go on').click();
    await button(page, 'End the round').click();
    await button(page, 'End it here').click();
    await page.getByText('while its time lasts').waitFor();
    await expectThat('they did not stop', page.getByText('You stopped.').count(), 0);
    await page.getByRole('heading', { name: 'It hurt. Is there a warning sign, too?' }).waitFor();
  }],
  ['after a round one tap says how it was, or which exercise hurt', 'session-finished', '#/session', async (page) => {
    await button(page, 'Sore, but OK').press('Enter');
    await expectThat('kept', button(page, 'Sore, but OK').getAttribute('aria-pressed'), 'true');
    await button(page, 'Undo').click();
    await button(page, 'It hurt').press('Enter');
    const first = page.locator('main .rows button').first();
    await first.press('Enter');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await button(page, 'Undo').click();
    await expectThat('taken back', first.getAttribute('aria-pressed'), 'false');
    await first.press('Enter');
    await button(page, 'Leg').click();
    await button(page, 'Pain 7 out of 10').click();
    await page.getByText('Your plan says: stop this exercise').waitFor();
    await page.getByText('It hurt. Is there a warning sign, too?').waitFor();
    await button(page, 'Undo').click();
    await page.getByText('Your plan says: stop this exercise').waitFor({ state: 'detached' });
  }],
  ['whoever ticks an exercise without a round can say how the round was, in one tap, or that it hurt', 'populated', '#/day/2026-11-18/heel-slides/round/evening', async (page) => {
    const asked = page.getByRole('heading', { name: 'How was the whole round?' });
    await expectThat('before it is done', asked.count(), 0);
    await button(page, 'Done').press('Enter');
    await asked.waitFor();
    await button(page, 'Sore, but OK').press('Enter');
    await expectThat('kept', button(page, 'Sore, but OK').getAttribute('aria-pressed'), 'true');
    await button(page, 'Undo').click();
    await expectThat('taken back', button(page, 'Sore, but OK').getAttribute('aria-pressed'), 'false');
    await button(page, 'It hurt').press('Enter');
    await expectThat('focus', focused(page), 'If it hurts');
    await button(page, 'Leg').click();
    await button(page, 'Pain 7 out of 10').click();
    await page.getByRole('heading', { name: 'Your plan says: stop this exercise' }).waitFor();
  }],
  ['a number after the team spoke about the one before is undone by itself', 'full-stopped', '#/today', async (page) => {
    await stoppedUntil(page, '2026-11-20');
    await page.evaluate(() => (location.hash = '#/day/2026-11-18/brace/round/morning'));
    await button(page, 'Done').press('Enter');
    await button(page, 'It hurt').press('Enter');
    await button(page, 'Leg').click();
    await button(page, 'Pain 7 out of 10').click();
    const stops = page.getByRole('heading', { name: 'Your plan says: stop this exercise' });
    await stops.waitFor();
    await button(page, 'Pain 9 out of 10').click();
    await page.getByText('Saved: leg, 9 out of 10').first().waitFor();
    await button(page, 'Undo').click();
    await stops.waitFor({ state: 'detached' });
    await expectThat('what the team spoke about', button(page, 'Pain 7 out of 10').getAttribute('aria-pressed'), 'false');
  }],
  ['where the sheet asks for numbers after each round, a tick leads to them on Today, once, and they may be left', 'each-round', '#/day/2026-11-18/heel-slides/round/evening', async (page) => {
    await button(page, 'Done').press('Enter');
    await button(page, 'Is that not right?').waitFor();
    await expectThat('one tap instead', button(page, 'Sore, but OK').count(), 0);
    await page.evaluate(() => (location.hash = '#/today'));
    const asked = page.getByRole('heading', { name: 'How is the pain after your exercises?' });
    await asked.waitFor();
    await button(page, 'Not now').first().press('Enter');
    await asked.waitFor({ state: 'detached' });
    // The next tick is another question.
    await page.evaluate(() => (location.hash = '#/day/2026-11-18/bridge/time/1'));
    await button(page, 'Done').press('Enter');
    await page.evaluate(() => (location.hash = '#/today'));
    await asked.waitFor();
    await button(page, 'Answer').press('Enter');
    const number = (place, score) => page.getByRole('list', { name: place, exact: true }).getByRole('button', { name: `Pain ${score} out of 10`, exact: true });
    await number('Back', 2).press('Enter');
    await number('Leg', 4).press('Enter');
    await button(page, 'Save').press('Enter');
    await asked.waitFor({ state: 'detached' });
    // Each stays where it was said, and the stricter of what follows is told.
    await page.getByText('Worse next morning: do half').waitFor();
    for (const said of ['back 2 of 10', 'leg 4 of 10']) await page.getByText(said).waitFor();
  }],
  ['where the sheet asks for numbers after each round there are two, and the stricter of what follows is shown', 'each-round', '#/session', async (page) => {
    await expectThat('one tap instead', button(page, 'Sore, but OK').count(), 0);
    const [back, leg] = ['Back', 'Leg'].map((name) => page.getByRole('list', { name, exact: true }));
    await back.getByRole('button', { name: 'Pain 2 out of 10', exact: true }).press('Enter');
    await leg.getByRole('button', { name: 'Pain 4 out of 10', exact: true }).press('Enter');
    // A look at the warning signs in between loses neither.
    await page.getByRole('link', { name: 'Warning signs' }).first().press('Enter');
    await button(page, 'Close the warning signs').click();
    for (const [place, number] of [[back, 2], [leg, 4]]) {
      await expectThat('kept', place.getByRole('button', { name: `Pain ${number} out of 10` }).getAttribute('aria-pressed'), 'true');
    }
    await button(page, 'Save').press('Enter');
    await page.getByText('Worse next morning: do half').waitFor();
    await expectThat('asked for again', page.locator('main [aria-pressed=true]').count(), 0);
    await button(page, 'Undo').click();
    await page.getByText('Worse next morning: do half').waitFor({ state: 'detached' });
    await button(page, 'It hurt').waitFor();
  }],
  ['after a round pain somewhere else is written down as that, and can be taken back', 'session-finished', '#/session', async (page) => {
    await button(page, 'It hurt').press('Enter');
    await page.locator('main .rows button').last().press('Enter');
    await expectThat('before a place is named', button(page, 'Save it without a number').count(), 0);
    await button(page, 'Somewhere else').press('Enter');
    await button(page, 'In my chest, or I cannot breathe well').waitFor();
    await button(page, 'Save it without a number').press('Enter');
    await page.getByText('Saved', { exact: true }).first().waitFor();
    await button(page, 'Undo').click();
    await page.getByText('It hurt. Is there a warning sign, too?').waitFor();
  }],
  ['"It hurts" pauses, shows the sheet and whom to ring, and keeps a score', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await expectThat('focus', focused(page), 'Stop for a moment');
    await page.getByText('555-0134', { exact: true }).waitFor();
    await button(page, 'Leg').click();
    await button(page, 'Pain 4 out of 10').click();
    await page.getByText('Saved: leg, 4 out of 10').first().waitFor();
    await button(page, 'Stop this exercise').click();
    // Before the next one is begun, what hurts came with the one before.
    await button(page, 'I am ready').waitFor();
    await button(page, 'It hurts').click();
    await page.locator('main .alarm .name', { hasText: 'Gentle abdominal brace' }).waitFor();
    await button(page, 'Stop this exercise').click();
    await button(page, 'Go on').waitFor();
    await expectThat('the coming one waits', page.locator('h1').textContent(), 'Exercise 2 of 2');
  }],
  ['where the plan says stop there is no going on, also after a look at the warning signs', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'Back').click();
    await button(page, 'Pain 7 out of 10').click();
    await page.getByRole('heading', { name: 'Your plan says: stop this exercise' }).waitFor();
    await expectThat('ways on', button(page, 'It has eased: go on').count(), 0);
    await page.getByRole('link', { name: 'Warning signs' }).first().click();
    await page.getByText('Close the warning signs').first().click();
    await page.getByRole('heading', { name: 'Stop for a moment' }).waitFor();
    await expectThat('ways on', page.getByRole('button', { name: /go on/i }).count(), 0);
    await button(page, 'Stop this exercise').click();
    await button(page, 'I am ready').waitFor();
  }],
  ['whoever leaves while it hurts finds that as it was, with what was said, and nothing is said twice', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    const stands = page.getByRole('heading', { name: 'Stop for a moment' });
    await page.getByRole('link', { name: 'Warning signs' }).first().click();
    await button(page, 'Close the warning signs').click();
    await stands.waitFor();
    await expectThat('ways on without it', button(page, 'Go on').count(), 0);
    await button(page, 'Leg').click();
    await button(page, 'Pain 4 out of 10').click();
    await page.getByText('Saved: leg, 4 out of 10').first().waitFor();
    await page.evaluate(() => (location.hash = '#/today'));
    await page.getByText('A round is open').waitFor();
    await page.evaluate(() => history.back());
    await stands.waitFor();
    for (const said of ['Leg', 'Pain 4 out of 10']) await expectThat(said, button(page, said).getAttribute('aria-pressed'), 'true');
    // The way back is that of the number, wherever it is pressed.
    await button(page, 'Undo').click();
    await page.waitForFunction(() => !document.querySelector('main ul [aria-pressed=true]'));
    await button(page, 'It has eased: go on').click();
    await button(page, 'It hurts').click();
    await expectThat('begun anew', button(page, 'Leg').getAttribute('aria-pressed'), 'false');
  }],
  ['a round that is stopped because it hurts records the pain and says whom to ring', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'Stop the whole round').click();
    await expectThat('focus', focused(page), 'That is all for now');
    const rows = page.locator('main .rows > li');
    await expectThat('the exercise that hurt', rows.nth(0).textContent(), 'Gentle abdominal brace Skipped');
    await expectThat('the next one', rows.nth(1).textContent(), 'Heel slides Still open');
    await page.getByText('555-0134', { exact: true }).waitFor();
    await page.getByText('ring the ward').first().waitFor();
    await expectThat('nobody is asked back', page.getByText('while its time lasts').count(), 0);
  }],
  ['a second exercise that is left for pain ends the round, and whom to ring stands above the end of it', 'second-stop', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'Stop this exercise').press('Enter');
    const card = page.getByRole('status').filter({ hasText: 'A second exercise is stopped today' });
    await card.getByText('555-0134', { exact: true }).waitFor();
    await card.getByRole('link', { name: 'Read the warning signs' }).waitFor();
    const [first, end] = await Promise.all([card, page.getByRole('heading', { name: 'That is all for now' })].map((one) => one.boundingBox()));
    await expectThat('above', first.y < end.y, true);
    await expectThat('what is read first', focused(page), 'A second exercise is stopped today. Stop all exercises for now and ring your team');
    await expectThat('what was not begun stays open', page.locator('main .rows > li').nth(1).textContent(), 'Heel slides Still open');
    await expectThat('nothing goes on', button(page, 'Go on').count(), 0);
  }],
  ['what is read first after a round that ended for how somebody feels is what to do now', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'I feel faint').press('Enter');
    await page.getByRole('heading', { name: 'That is all for now' }).waitFor();
    await twoFrames(page);
    await expectThat('focus', focused(page), 'Sit or lie down. Stop all exercises for now and ring your team');
    await expectThat('said over it', spoken(page).then((words) => words.includes('That is all')), false);
  }],
  ['the exercise is named before its pain is asked, and the place before the number', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await expectThat('no number without a place', page.getByRole('button', { name: /^Pain \d/ }).count(), 0);
    await button(page, 'Leg').click();
    const [title, place, score] = await Promise.all(
      [page.locator('main .alarm .name'), button(page, 'Leg'), button(page, 'Pain 0 out of 10')].map((one) => one.boundingBox()),
    );
    await expectThat('in this order', title.y < place.y && place.y < score.y, true);
  }],
  ['"Stop this exercise" pressed twice, or with "Stop the whole round" after it, leaves one exercise', 'session-hold', '#/session', async (page) => {
    await button(page, 'It hurts').click();
    await button(page, 'Stop this exercise').evaluate((one) => {
      one.click();
      one.click();
      [...one.parentElement.querySelectorAll('.two button')][0].click();
    });
    await page.getByRole('heading', { name: 'Stop for a moment' }).waitFor({ state: 'detached' });
    await twoFrames(page);
    await expectThat('the round goes on', button(page, 'End the round').count(), 1);
    await expectThat('the next exercise', page.locator('h1').first().textContent(), 'Exercise 2 of 2');
  }],
  ['a round that was left for another reason says nothing of pain', 'session-hold', '#/session', async (page) => {
    await button(page, 'End the round').click();
    await button(page, 'End it here').click();
    await page.getByText('while its time lasts').waitFor();
    await expectThat('whom to ring', page.getByText('555-0134', { exact: true }).count(), 0);
  }],
];
