// What is emptied while a sheet is typed in: [name, scene, address, steps].

import { button, expectThat } from './hands.mjs';

export const ASKED_ANEW = [
  ['a number of a stage that is emptied, or cannot be, is asked anew, and its field stays', 'draft-half', '#/plan/edit/line/belly-brace', async (page) => {
    await page.getByText('Does it change later?').click();
    await button(page, 'From some day on it is different').press('Enter');
    const asked = button(page, 'Which day is meant?');
    const emptied = async (field, number, wrong) => {
      await page.getByLabel(field, { exact: true }).fill(number);
      await asked.waitFor({ state: 'detached' });
      await page.getByLabel(field, { exact: true }).fill(wrong);
      await asked.waitFor();
      await expectThat(field, page.getByLabel(field, { exact: true }).inputValue(), wrong);
    };
    await asked.waitFor();
    await button(page, 'On a day').press('Enter');
    await button(page, 'Days after the operation').first().press('Enter');
    await emptied('How many days after the operation?', '14', '');
    await button(page, 'After I did it on some days').press('Enter');
    await emptied('After how many days on which I did it?', '7', '70');
  }],
];
