// Days that are over, as a person looks back at them with keyboard and thumb: [name, scene, address, steps].

import { button, expectThat, goTo, spoken, twoFrames } from './hands.mjs';

export const LOOKING_BACK = [
  ['a double click on "I did one" is one time', 'populated', '#/today', async (page) => {
    const did = button(page, 'I did one: Level walking');
    const full = page.locator('li', { has: did }).locator('.pip.full');
    await did.waitFor();
    const before = await full.count();
    await did.dblclick({ delay: 80 });
    await page.getByText('Saved: Level walking').first().waitFor();
    await page.waitForFunction(() => !document.getAnimations().length);
    await expectThat('times', full.count(), before + 1);
    await button(page, 'Undo').click();
    await expectThat('ways back', button(page, 'Undo').count(), 0);
  }],
  ['Enter held down or pressed twice on "I did one" is one time', 'populated', '#/today', async (page) => {
    const did = button(page, 'I did one: Level walking');
    const full = page.locator('li', { has: did }).locator('.pip.full');
    await did.focus();
    const before = await full.count();
    for (const key of ['down', 'down', 'down', 'up', 'down', 'up']) {
      await page.keyboard[key]('Enter');
      await twoFrames(page);
    }
    await page.getByText('Saved: Level walking').first().waitFor();
    await expectThat('times', full.count(), before + 1);
  }],
  ['one more of something that is clicked twice is one more', 'populated', '#/day/2026-11-18/add', async (page) => {
    await page.getByRole('button', { name: 'I did it: Bridge', exact: true }).last().evaluate((one) => (one.click(), one.click()));
    const extras = page.locator('section', { has: page.getByRole('heading', { name: 'Beyond what was asked' }) });
    await extras.waitFor();
    await expectThat('beyond what was asked', extras.getByRole('listitem').count(), 1);
  }],
  ['any past entry is found from Today and put right in at most four taps, whatever is right', 'populated', '#/today', async (page) => {
    // What has no entry yet is entered in as many; the second walk of that day has a row of its own.
    for (const [line, answer, said] of [
      [/^Clamshell/, 'Done', 'You did it.'],
      [/^Clamshell/, 'Save as some of it', 'You did some of it. That counts.'],
      [/^Bridge/, 'It hurt', 'You skipped it because it hurt.'],
      [/^Heel slides/, 'I did not do it', 'You said that you did not do it.'],
      [/^Level walking.*Time 2/, 'Done', 'You did it.'],
    ]) {
      await goTo(page, '#/today');
      let taps = 0;
      const tap = async (what) => {
        taps++;
        await what.click();
      };
      await tap(page.getByRole('link', { name: 'Record', exact: true }));
      await tap(page.getByRole('link', { name: /^Monday 16 November/ }));
      await tap(page.getByRole('link', { name: line }).last());
      await tap(button(page, answer));
      await page.getByText(said, { exact: true }).waitFor();
      if (taps > 4) throw new Error(`${taps} taps`);
      await button(page, 'Undo').waitFor();
    }
  }],
  ['what was noted, measured or said on a day that is over is found from Today and put right in at most four taps, and undone', 'full-said-before', '#/today', async (page) => {
    const dialog = page.getByRole('dialog');
    const type = (text) => () => dialog.getByRole('textbox').first().fill(text);
    // What is touched in the list, what is typed, and the last tap.
    for (const [row, typed, last, then] of [
      [/^A walk.*10 minutes/, type('12'), 'Save', /^A walk.*12 minutes.*corrected/],
      [/^Climbing the stairs/, type('5'), 'Save', /^Climbing the stairs.*5/],
      [/^Your team said yes/, null, 'Not yet', /^Your team said: not yet/],
      [/^Your team said yes/, type('The surgeon'), 'Save', /^Your team said yes/],
      [/^Your team said yes/, null, 'In a letter', /^Your team said yes/],
      [/^Somebody of your team was asked/, type('The surgeon'), /^Yes, /, /^Somebody of your team was asked/],
      [/^On the day: .*3/, null, 'Pain 5 out of 10', /^On the day: .*5/],
      [/^Your usual morning: back 2/, null, 'Pain 4 out of 10', /^Your usual morning: back 4/],
      [/^Your team said that .* over/, type('The surgeon'), 'Yes, it is over', /^Your team said that .* over/],
      [/^Your team said that .* over/, null, 'No, it stays', null],
      [/^Not a good day: /, null, 'Take back', null],
    ]) {
      await goTo(page, '#/today');
      let taps = 0;
      const tap = (what) => (taps++, what.click());
      await tap(page.getByRole('link', { name: 'Record', exact: true }));
      await tap(page.getByRole('link', { name: /^Monday 16 November/ }));
      const also = page.locator('section', { has: page.getByRole('heading', { name: 'Also on this day', exact: true }) });
      await also.waitFor();
      await expectThat('a pause that the day does not lie in', also.getByRole('button', { name: /^A pause/ }).count(), 0);
      await tap(also.getByRole('button', { name: row }));
      await typed?.();
      await tap(dialog.getByRole('button', { name: last, exact: typeof last === 'string' }).first());
      await dialog.waitFor({ state: 'detached' });
      if (then) await also.getByRole('button', { name: then }).waitFor();
      else await also.getByRole('button', { name: row }).waitFor({ state: 'detached' });
      if (taps > 4) throw new Error(`${taps} taps for ${row}`);
      await button(page, 'Undo').click();
      await also.getByRole('button', { name: row }).waitFor();
    }
  }],
  ['a number for a day that is over is kept with the fourth tap, and undone', 'full-said-before', '#/today', async (page) => {
    await page.getByRole('link', { name: 'Record', exact: true }).click();
    await page.getByRole('link', { name: /^Monday 16 November/ }).click();
    await button(page, 'Note how it hurt that day').click();
    await page.getByRole('list', { name: 'Leg' }).getByRole('button', { name: 'Pain 4 out of 10', exact: true }).click();
    await expectThat('spoken', spoken(page), 'Saved');
    await button(page, 'Undo').click();
    await button(page, 'Note how it hurt that day').waitFor();
  }],
  ['a walk that was not noted on its day is added with the fourth tap, and undone; an answer about the warning signs leads to the question', 'full-said-before', '#/today', async (page) => {
    await page.getByRole('link', { name: 'Record', exact: true }).click();
    await page.getByRole('link', { name: /^Monday 16 November/ }).click();
    await button(page, 'Add a walk').click();
    await page.getByRole('dialog').getByRole('textbox').fill('25');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: /^A walk.*25 minutes/ }).waitFor();
    await button(page, 'Undo').click();
    await page.getByRole('button', { name: /^A walk.*25 minutes/ }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /^Any warning sign.*No, none of these/ }).click();
    await page.waitForFunction(() => location.hash === '#/check');
    await button(page, 'Yes, one or more').waitFor();
  }],
  ['why somebody pauses is put right from Today with the fourth tap, and undone; days that are being changed wait for Save', 'full', '#/today', async (page) => {
    const open = async () => {
      await page.getByRole('link', { name: 'Plan', exact: true }).click();
      await page.getByRole('link', { name: 'What your team and you said' }).click();
      await page.getByRole('button', { name: /^Correct: A pause/ }).first().click();
    };
    await open();
    await button(page, 'Pain').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('Why: Pain').waitFor();
    await button(page, 'Undo').click();
    await page.getByText('Why: Pain').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Correct: A pause/ }).first().click();
    await page.getByLabel('The first day').fill('2026-11-13');
    await button(page, 'Pain').click();
    await expectThat('the form', page.getByRole('dialog').count(), 1);
  }],
  ['the last day of a pause is put right from Today with the fourth tap, the choice of the day, and undone; a day that is typed waits for Save', 'full', '#/today', async (page) => {
    const [last, dialog] = [page.getByLabel('The last day'), page.getByRole('dialog')];
    let taps = 0;
    const tap = (what) => (taps++, what.click());
    await tap(page.getByRole('link', { name: 'Plan', exact: true }));
    await tap(page.getByRole('link', { name: 'What your team and you said' }));
    await tap(page.getByRole('button', { name: /^Correct: A pause/ }).first());
    taps++;
    await last.fill('2026-11-16');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('A pause from Sunday 15 November until Monday 16 November').first().waitFor();
    if (taps > 4) throw new Error(`${taps} taps`);
    await button(page, 'Undo').click();
    await page.getByText('A pause from Sunday 15 November until Monday 16 November').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Correct: A pause/ }).first().click();
    await last.focus();
    await page.keyboard.type('11172026');
    await last.blur();
    await expectThat('typed', last.inputValue(), '2026-11-17');
    await expectThat('the form', dialog.count(), 1);
    await button(page, 'Save').click();
    await page.getByText('A pause from Sunday 15 November until Tuesday 17 November').first().waitFor();
  }],
  ['a stage that was agreed to by mistake is taken back from Today with the third tap, and undone', 'full-next-stage', '#/today', async (page) => {
    await button(page, 'Is it time for this? Bridge').click();
    await button(page, 'Go to the next step').click();
    let taps = 0;
    const tap = (what) => (taps++, what.click());
    await tap(page.getByRole('link', { name: 'Plan', exact: true }));
    await tap(page.getByRole('link', { name: 'What your team and you said' }));
    await tap(button(page, 'Take back: You went to the next step'));
    await button(page, 'Put back: You went to the next step').waitFor();
    if (taps > 4) throw new Error(`${taps} taps`);
    await button(page, 'Undo').click();
    await button(page, 'Take back: You went to the next step').waitFor();
  }],
  ['that it hurt on a day that is over is said in at most four taps, told by the rule of the sheet, and taken back', 'populated', '#/today', async (page) => {
    for (const line of [/^Clamshell/, /^Bridge/]) {
      await goTo(page, '#/today');
      await page.getByRole('link', { name: 'Record', exact: true }).click();
      await page.getByRole('link', { name: /^Monday 16 November/ }).click();
      await page.getByRole('link', { name: line }).last().click();
      await button(page, 'Done, but it hurt').click();
      await page.getByText('You did it.', { exact: true }).waitFor();
      await page.getByRole('heading', { name: 'If it hurts', exact: true }).waitFor();
      await expectThat('spoken', spoken(page), 'Saved');
      await button(page, 'Undo').click();
      await page.getByRole('heading', { name: 'If it hurts', exact: true }).waitFor({ state: 'detached' });
    }
    await button(page, 'Done, but it hurt').click();
    await button(page, 'Back').press('Enter');
    await button(page, 'Pain 7 out of 10').press('Enter');
    await page.getByText('Your plan says: stop this exercise').waitFor();
  }],
  ['an OK whose day to ask has come is asked about on Today until somebody says what the team answered', 'full-to-ask', '#/today', async (page) => {
    const card = page.locator('section', { has: page.getByRole('heading', { name: 'Ask your team', exact: true }) });
    await card.getByText('Your sheet says to ask for this OK on Tuesday 17 November.').waitFor();
    await card.getByText('Heel raises from day 21, if the nurse agrees').waitFor();
    await card.getByText('The OK comes from the ward nurse.').waitFor();
    await card.getByText('Ward line').waitFor();
    await button(card, 'What did they say? Heel raises from day 21, if the nurse agrees').press('Enter');
    await button(page, 'Not yet').press('Enter');
    await button(page, 'Save').press('Enter');
    await card.waitFor({ state: 'detached' });
  }],
  ['three days without an entry are one question, answered with one tap and undone with one', 'gap-three', '#/today', async (page) => {
    await expectThat('questions', page.getByText('Did you do any of it?').count(), 1);
    await page.getByText('You do not have to make up for it.').waitFor();
    await button(page, 'None of it').press('Enter');
    await page.getByText('Did you do any of it?').waitFor({ state: 'detached' });
    await expectThat('spoken', spoken(page), 'Saved: none of it. These entries say that they were entered later.');
    await button(page, 'Undo').click();
    await page.getByText('Did you do any of it?').waitFor();
    await button(page, 'Leave these days without an entry').click();
    await page.getByText('Did you do any of it?').waitFor({ state: 'detached' });
    await button(page, 'Undo').click();
    await page.getByRole('link', { name: 'Some of it, let me say which' }).click();
    await page.waitForFunction(() => location.hash === '#/week/2026-11-15');
  }],
  ['a long time without an entry can be told as a pause, and taken back', 'gap-long', '#/today', async (page) => {
    await button(page, 'It was a pause').click();
    await page.getByText('Saved: a pause from Tuesday 10 November to Tuesday 17 November').first().waitFor();
    await button(page, 'Undo').click();
    await button(page, 'It was a pause').waitFor();
  }],
  ['what somebody adds to a day that is over is chosen from the plan of that day', 'versions-waits', '#/day/2026-11-16/add', async (page) => {
    await button(page, 'I did it: Level walking').waitFor();
    await expectThat('of a later plan', page.getByText('Calf stretch at the wall').count(), 0);
    await goTo(page, '#/plan');
    await page.getByText('Calf stretch at the wall').first().waitFor();
  }],
  ['days of illness that are over are told as a pause: today goes on, and it is kept as told later', 'full', '#/today', async (page) => {
    await button(page, 'Take a pause').click();
    await page.getByLabel('The first day').fill('2026-11-13');
    await page.getByText('The days that are over are kept as told later. What you entered of them stays.').waitFor();
    await button(page, 'Begin the pause').waitFor();
    await page.getByLabel('The last day, if you know it').fill('2026-11-12');
    await page.getByText('It cannot be before Friday 13 November 2026.').waitFor();
    await page.getByLabel('The last day, if you know it').fill('2026-11-15');
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await expectThat('spoken', spoken(page), 'Saved: a pause from Friday 13 November to Sunday 15 November');
    await page.getByText('Next: your round at 8:00').waitFor();
  }],
  ['a week from paper is ticked by keyboard, kept at once and taken back at once', 'populated', '#/week/2026-11-16', async (page) => {
    const boxes = page.getByRole('button', { name: /: empty$/ });
    const all = await boxes.count();
    await page.locator('[data-box][tabindex="0"]').focus();
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const begin = await label();
    await page.keyboard.press('ArrowRight');
    if ((await label()) === begin) throw new Error('the arrow key does not move');
    await page.keyboard.press('Space');
    if (!(await label()).endsWith(': done')) throw new Error(await label());
    await page.keyboard.press('Space');
    if (!(await label()).endsWith(': not done')) throw new Error(await label());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    await page.keyboard.press('Space');
    if (!(await label()).endsWith(': empty')) throw new Error('three times do not lead back to empty');
    await expectThat('said before it is kept', spoken(page), '');
    await button(page, 'Keep these 2 entries').press('Enter');
    await expectThat('spoken', spoken(page), 'Saved: 2 entries. They say that they were entered later.');
    await expectThat('boxes', boxes.count(), all - 2);
    await button(page, 'Undo').click();
    await page.waitForFunction((all) => document.querySelectorAll('button[data-box]').length === all, all);
  }],
  ['the way back is one key away, waits while somebody is at it, and puts the focus where reading goes on', 'populated', '#/day/2026-11-18/bridge/time/1', async (page) => {
    await button(page, 'Done').press('Enter');
    await page.getByText('You did it.').waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    await button(page, 'Undo').focus();
    await page.keyboard.press('Control+z');
    await expectThat('spoken', spoken(page), 'Undone');
    await button(page, 'Done').waitFor();
  }],
  ['what was left in a round can be taken back, and lies over no button', 'session-hold', '#/session', async (page) => {
    await button(page, 'Skip').click();
    await page.getByRole('button', { name: 'Too tired' }).click();
    await expectThat('spoken', spoken(page), 'Saved: Gentle abdominal brace, skipped');
    const undo = await button(page, 'Undo').boundingBox();
    for (const other of await page.locator('main button').all()) {
      const box = await other.boundingBox();
      const lies = box && undo.y < box.y + box.height && box.y < undo.y + undo.height;
      if (lies) throw new Error(`the way back lies over ${await other.textContent()}`);
    }
    await button(page, 'Undo').click();
    await expectThat('spoken', spoken(page), 'Undone. Gentle abdominal brace is open again on Today.');
  }],
  ['what is recorded cannot be overwritten in the paper week: it leads to the entry', 'populated', '#/week/2026-11-16', async (page) => {
    await page.getByRole('link', { name: /Heel slides, Evening, Monday 16 November: recorded: Some/ }).click();
    await page.getByText('Put right: some of it').waitFor();
  }],
  ['boxes that are not kept stay while something else is read', 'populated', '#/week/2026-11-16', async (page) => {
    await page.getByRole('button', { name: /: empty$/ }).first().click();
    await page.getByRole('link', { name: /open Monday 16 November$/ }).click();
    await page.getByRole('heading', { name: 'The rounds of this day' }).waitFor();
    await page.goBack();
    await button(page, 'Keep this entry').waitFor();
    await button(page, 'Empty all boxes').click();
    await button(page, 'Keep these entries').waitFor();
    await expectThat('spoken', spoken(page), 'All boxes are empty');
    await button(page, 'Undo').click();
    await button(page, 'Keep this entry').waitFor();
  }],
  ['boxes that are not kept are there again after the window was closed', 'populated', '#/week/2026-11-16', async (page) => {
    await page.getByRole('button', { name: /: empty$/ }).first().click();
    await button(page, 'Keep this entry').waitFor();
    await page.reload();
    await button(page, 'Keep this entry').waitFor();
    await goTo(page, '#/record');
    await page.reload();
    await page.getByText('One box of a week from paper is ticked and not kept yet.').waitFor();
    await button(page, 'Keep this entry').click();
    await page.getByText('Saved: one entry').first().waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /^Monday,? 16 November to/ }).waitFor();
    await expectThat('boxes that wait', page.getByText('ticked and not kept').count(), 0);
  }],
  ['a day of long ago is opened from the top of the record', 'populated', '#/record', async (page) => {
    await expectThat('can be pressed', button(page, 'Open this day').getAttribute('aria-disabled'), 'true');
    await page.getByLabel('Or look for a day').fill('2026-11-16');
    await button(page, 'Open this day').press('Enter');
    await page.waitForFunction(() => location.hash === '#/day/2026-11-16');
  }],
  ['what is corrected stands in the title of its question', 'full', '#/plan/said', async (page) => {
    await button(page, 'Correct: Your team said yes').click();
    await page.getByRole('dialog', { name: 'Your team said yes' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Correct: A pause/ }).first().click();
    await page.getByRole('dialog', { name: /^Correct: A pause/ }).waitFor();
    await expectThat('who', page.getByLabel('Who said it').inputValue(), 'Dr Berger');
    await button(page, 'Pain').click();
    await page.getByText('Why: Pain').waitFor();
  }],
  ['what nothing asked for is kept apart', 'populated', '#/today', async (page) => {
    await page.getByRole('link', { name: 'Add something you did' }).click();
    // Today has a button of that name, too.
    await page.getByRole('heading', { level: 1, name: 'What did you do?' }).waitFor();
    await button(page, 'I did it: Bridge').press('Enter');
    await page.getByRole('heading', { name: 'Beyond what was asked' }).waitFor();
    await page.locator('section', { hasText: 'Beyond what was asked' }).getByRole('link', { name: /^Bridge/ }).click();
    await page.getByText('Nothing asked for it. It is kept, and counts toward nothing.').waitFor();
    await button(page, 'Undo').click();
    await goTo(page, '#/today');
    await page.getByRole('heading', { name: 'The rounds of today' }).waitFor();
    await expectThat('cards', page.getByRole('heading', { name: 'Beyond what was asked' }).count(), 0);
  }],
  ['after midnight it is said for which day a tap counts, and the other day is offered', 'midnight', '#/today', async (page) => {
    await page.getByText('What you enter here counts for Wednesday 18 November.').waitFor();
    await page.getByRole('link', { name: 'Enter it for Thursday 19 November instead' }).waitFor();
    await button(page, 'I did one: Level walking').click();
    await expectThat('spoken', spoken(page), 'Saved: Level walking, done, for Wednesday 18 November');
    await page.getByRole('link', { name: /^Sit to stand/ }).first().click();
    await button(page, 'Count it for Thursday 19 November instead').click();
    await page.getByText('It now counts for Thursday 19 November').first().waitFor();
  }],
  ['of a day that is over it can be said that it was not a good day, and taken back', 'populated', '#/day/2026-11-16', async (page) => {
    const said = button(page, 'Not a good day');
    await said.click();
    await page.getByText('It was not a good day.', { exact: true }).waitFor();
    await expectThat('the question', said.count(), 0);
    await button(page, 'Undo: not a good day').click();
    await said.waitFor();
    await page.goto(page.url().replace('2026-11-16', '2026-11-19'));
    await page.getByText('This day is still to come').first().waitFor();
    await expectThat('of a day to come', said.count(), 0);
  }],
];
