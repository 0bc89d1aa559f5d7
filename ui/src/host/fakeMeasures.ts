// The measures behind the fixtures, changed as the record would change them. How far numbers changed is the core's
// to say, and stays as the fixture has it.

import type * as T from './bindings';

type Answer = <Out>(value: Out) => Promise<Out>;

/** `measures-later`: in week 7 with the team's OK; `measures-no-ok`: without it; `empty`: nothing was entered. */
export function fakeMeasures(scene: string, isEmpty: boolean, fixtures: { now: T.Measures; later: T.Measures }, answer: Answer) {
  let all = scene.startsWith('measures-') ? fixtures.later : fixtures.now;
  let made = 0;
  const before = new Map<T.RecordId, T.Measures>();
  if (scene === 'measures-no-ok') Object.assign(all, { chair_stand_ok: null, chair_stand_waits: { why: 'no-ok' } });
  if (isEmpty) {
    for (const one of all.numbers) Object.assign(one, { history: [], changes: [], suggested: null });
    all.activities = { activities: [], means: [], changes: [], suggested: 'start' };
  }

  /** Does `change` under a new name, and keeps what was there for undoing it. */
  function write(change: (record: T.RecordId) => void): T.RecordId {
    const record = `measure-${++made}`;
    before.set(record, structuredClone(all));
    change(record);
    return record;
  }

  function put(history: T.Measured[], day: T.Day, value: number, record: T.RecordId): void {
    const at = history.findIndex((one) => one.day >= day);
    const again = history[at]?.day === day;
    const entry: T.Measured = { record, day, after_first: (history.at(-1)?.after_first ?? -1) + 1, value, entered_later: day < all.today, corrected: again, by: 'person' };
    history.splice(at < 0 ? history.length : at, again ? 1 : 0, entry);
  }

  const histories = () => [...all.numbers, ...all.activities.activities].map((one) => one.history);

  function enter(fact: T.MeasureFact, record: T.RecordId): void {
    const { activities } = all.activities;
    if (fact.about === 'number') put(all.numbers.find((one) => one.measure === fact.measure)!.history, fact.day, fact.value, record);
    if (fact.about === 'rating') put(activities.find((one) => one.activity === fact.activity)!.history, fact.day, fact.score, record);
    if (fact.about === 'activity') activities.push({ activity: record, record, words: fact.words, asked: fact.asked, history: [], changes: [] });
    if (fact.about === 'chair-stand-hurt') all.chair_stand_waits = { why: 'hurt', record, day: fact.day };
    if (fact.about === 'chair-stand-ok') Object.assign(all, { chair_stand_ok: { record, who: fact.who, said_on: fact.said_on }, chair_stand_waits: null });
  }

  function correct(record: T.RecordId, fact: T.MeasureFact | null, next: T.RecordId): void {
    if (fact?.about === 'activity') Object.assign(all.activities.activities.find((one) => one.record === record)!, { record: next, words: fact.words, asked: fact.asked });
    else if (fact) enter(fact, next);
    else if (all.chair_stand_ok?.record === record) Object.assign(all, { chair_stand_ok: null, chair_stand_waits: { why: 'no-ok' } });
    else if (all.chair_stand_waits?.why === 'hurt') all.chair_stand_waits = null;
    else for (const history of histories()) history.splice(0, history.length, ...history.filter((one) => one.record !== record));
  }

  return {
    measures: () => answer(all),
    enter_measures: (facts: T.MeasureFact[]) => answer(facts.map((fact) => write((record) => enter(fact, record)))),
    correct_measure: (record: T.RecordId, fact: T.MeasureFact | null) => answer(write((next) => correct(record, fact, next))),
    begin_sitting: () => answer(void (all.sitting = { is: 'runs', seconds: 754 })),
    end_sitting: () => answer(void (all.sitting = { is: 'offered' })),
    undo_measures: (records: T.RecordId[]) => {
      all = { ...(before.get(records[0] ?? '') ?? all), sitting: all.sitting };
      return answer(records);
    },
  };
}
