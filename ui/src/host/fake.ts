// Answers the screens from fixtures. A build of its own: nothing of it is shipped.
// The fixtures are written by a Rust test from the real types.

import agenda from './fixtures/agenda.json';
import catalogue from './fixtures/catalogue.json';
import checkFirst from './fixtures/check-first.json';
import checkRefused from './fixtures/check-refused.json';
import checkRevision from './fixtures/check-revision.json';
import days from './fixtures/days.json';
import dataPlace from './fixtures/data-place.json';
import histories from './fixtures/histories.json';
import person from './fixtures/person.json';
import personFresh from './fixtures/person-fresh.json';
import plan from './fixtures/plan.json';
import planFull from './fixtures/plan-full.json';
import measures from './fixtures/measures.json';
import measuresLater from './fixtures/measures-later.json';
import movements from './fixtures/movements.json';
import pastDays from './fixtures/past-days.json';
import progress from './fixtures/progress.json';
import health from './fixtures/reminder-health.json';
import questions from './fixtures/questions.json';
import said from './fixtures/said.json';
import sessions from './fixtures/session.json';
import settings from './fixtures/settings.json';
import suggested from './fixtures/suggested.json';
import templates from './fixtures/templates.json';
import topics from './fixtures/topics.json';
import topicsOfWeek from './fixtures/topics-of-week.json';
import today from './fixtures/today.json';
import todayBadDay from './fixtures/today-bad-day.json';
import todayFull from './fixtures/today-full.json';
import todayPaused from './fixtures/today-paused.json';
import versions from './fixtures/versions.json';
import versionsChanges from './fixtures/versions-changes.json';
import week from './fixtures/week.json';
import walks from './fixtures/walks.json';
import { partOf, ruleScenes } from './fake-rules';
import type * as T from './bindings';
import { counted, fakeDraft } from './fakeDraft';
import { after, fakeAnswers, progressOf, signsSaid } from './fakeAnswers';
import { fakeMeasures } from './fakeMeasures';
import { fakePerson } from './fakePerson';
import { fakeSettings } from './fakeSettings';
import type { Host } from './index';

// JSON knows no unions of words; the Rust test that writes the files does.
const copy = <Out>(fixture: unknown) => structuredClone(fixture) as Out;

/**
 * A host for `scene`: `populated`, `empty`, `error` (every question fails), `locked` (the record cannot be
 * opened), `refused` (a file with faults), `first` (a file and no plan yet), `other-plan` (a file of another plan that
 * has one limit less), `remarks` (a file with something to look at), `later` (nothing is due yet), `later-routine` (and
 * the next round has no time by the clock), `full` (a sheet with every rule there is), `full-…` (a day of it on which
 * something is different), `no-rules` (a sheet that says nothing of bad days or limits), `gap-…` (days without an entry),
 * `midnight` (20 minutes past it), `new…`, `before` and `waiting` (the first run, see `fakePerson`), `before-plan` (a
 * plan, and the operation is to come), `ask-reminders` (a plan, and nobody was asked yet), `two-languages`, `american` (its days, clock and week), `silent` and `mute` (nobody gives the sentences), `closed` and `closed-floor` (templates), `differs` (a file that says another operation),
 * `reminders-…` (what keeps them from arriving), `measures-…` (see `fakeMeasures`), `walks-many` (more than are shown at once), `session-…` (a
 * round at that step), `second-stop` (the next exercise left for pain ends the round), `draft-…` (a sheet that is being typed in; no plan yet, but for a visit), `versions` (three revisions), `versions-waits` (the third waits for its day).
 */
export function fakeHost(scene: string, locale = 'en'): Host {
  const isDraft = scene.startsWith('draft-') && scene !== 'draft-visit';
  const empty = ['empty', 'first', 'refused', 'before', 'differs'].includes(scene) || scene.startsWith('new') || isDraft;
  const isFull = scene.startsWith('full') || scene === 'later-routine';
  let day = copy<T.Today>(isFull ? todayFull : today);
  if (day.next && ['later', 'later-routine'].includes(scene)) day.next = { index: scene === 'later' ? 1 : 2, is_due: false };
  const dated = <What>(value: unknown) => (scene === 'full-said-before' ? JSON.parse(JSON.stringify(value).replace(/2026-11-1[578]/g, '2026-11-16')) : copy(value)) as What;
  const [other, set] = [copy<T.Agenda>(agenda), copy<T.Settings>(settings)];
  let [session, hasSpoken]: [T.SessionView | null, boolean] = [null, false];
  const steps = copy<Record<string, T.SessionView>>(sessions);
  if (scene.startsWith('session-')) session = steps[scene.slice('session-'.length)] ?? null;
  session = steps[{ 'second-stop': 'hold', 'each-round': 'finished', 'each-round-hold': 'hold', 'walk-steps': 'hold', 'disk-full': 'hold' }[scene] ?? ''] ?? session;
  if (session && scene === 'walk-steps') Object.assign(Object.assign(session, { repetitions: null }).items[session.item]!.dose, { repetitions: null, walking_steps: 2000 });
  let [records, pains]: [number, { record: string; score: T.PainScore }[]] = [0, []];
  const drafts = fakeDraft(scene, copy<T.Exercise[]>(catalogue));
  const items = () =>
    [day.agenda, other].flatMap((one) => {
      if (!one) return [];
      const needed = one.as_needed.flatMap((line) => (line.next ? [...line.recorded, line.next] : line.recorded));
      return [...one.rounds.flatMap((round) => round.items), ...one.any_time, ...needed, ...one.extras];
    });
  // Each file of fixtures counts its records from one.
  for (const item of items()) if (item.record && item.bout.day === other.day) item.record = `${item.record}-before`;
  const failure: T.ApiError = { code: 'failed', args: {}, detail: 'the scene asks for an error' };
  const answer = <Out>(value: Out): Promise<Out> =>
    scene === 'error' ? Promise.reject(failure) : Promise.resolve(structuredClone(value));
  /** The first time there is no room on a full disk. */
  const onDisk = <Out>(work: () => Out) => (scene === 'disk-full' && records++ === 0 ? Promise.reject<Out>({ ...failure, code: 'cannot-write' }) : answer(work()));
  function close(item: T.AgendaItem | undefined, outcome: T.Outcome): T.RecordId {
    const record = `fake-${++records}`;
    if (item) {
      tell(item.bout, record, item.record !== null, { became: { outcome, note: null } });
      for (const line of day.agenda?.as_needed ?? []) {
        if (line.next !== item) continue;
        line.recorded.push(item);
        line.next = null;
      }
      if (scene === 'each-round') day.pain = [{ when: 'after', compares: false, usual: null, ticked: record }];
      else if (outcome.outcome === 'done') day.not_rated.push(item.bout);
      Object.assign(item, { record, part: partOf(outcome, item.dose), state: { reason: null, ...outcome, is: outcome.outcome } });
    }
    return record;
  }
  /** Keeps the scores of the day that were given. */
  function rated(when: T.PainMoment, scores: Record<string, number | null>) {
    const told = Object.entries(scores).flatMap(([place, score]) => (score === null ? [] : [{ record: `fake-${++records}`, score: { day: '2026-11-18', at: day.now, place: place as T.HurtPlace, score, when, line: null } }]));
    pains = [...pains, ...told];
    return told;
  }
  const told = copy<[T.BoutKey, T.Entry[]][]>(histories);
  const historyOf = (bout: T.BoutKey) => told.find(([of]) => JSON.stringify(of) === JSON.stringify(bout))?.[1] ?? [];
  /** Writes down an entry of today. */
  function tell(bout: T.BoutKey, record: T.RecordId, is_correction: boolean, fact: T.EntryFact): void {
    const entered = bout.day === day.agenda?.day ? 'live' : 'later';
    const entry: T.Entry = { record, at: day.now, entered, by: 'person', is_correction, fact };
    const known = told.find(([of]) => JSON.stringify(of) === JSON.stringify(bout));
    if (known) known[1].push(entry);
    else told.push([bout, [entry]]);
  }
  let grid = copy<T.WeekGrid>(week);
  let [gridBefore, gapBefore] = [grid, day.gap];
  let putBack: () => unknown = () => undefined;
  const kept = (count: number, already = 0): T.Kept => ({ records: Array.from({ length: count }, () => `fake-${++records}`), already, went_on: null });
  const spoken = empty ? [] : dated<T.Said[]>(said);
  /** A new record of what was said. */
  const renew = (one: T.Said | undefined, now: Partial<T.Said>) => {
    const record = `fake-${++records}`;
    if (one) Object.assign(one, { record, ...now });
    return record;
  };
  const corrected = (record: T.RecordId, kind: T.PlanFact['kind'], now: object) => {
    const one = spoken.find((said) => said.record === record);
    if (one?.fact.kind === kind) Object.assign(one.fact, now);
    return renew(one, { corrected: true });
  };
  let [before, signsBefore] = [structuredClone(day), day.signs];
  const signed = (now: T.Today['signs']): T.RecordId => {
    [signsBefore, day.signs] = [day.signs, now];
    return `fake-${++records}`;
  };
  /** Turns today into another day; taking the fact back turns it into what it was. */
  function turn(change: (agenda: T.Agenda) => void, into?: unknown): T.RecordId {
    before = structuredClone(day);
    if (into) day = copy<T.Today>(into);
    if (day.agenda) change(day.agenda);
    return `fake-${++records}`;
  }
  const drop = (is: (one: T.AgendaWords) => boolean) => turn((agenda) => (agenda.in_words = agenda.in_words.filter((one) => !is(one))));
  const open = (agenda: T.Agenda) => [...agenda.rounds.flatMap((round) => round.items), ...agenda.any_time];
  const stop = (agenda: T.Agenda, line: T.LineId, because: T.StopBecause, as_written: string | null) => {
    const items = open(agenda).filter((item) => item.bout.line === line);
    for (const item of items) if (item.record === null) item.state = { is: 'withheld' };
    const title = items[0]?.title ?? line;
    agenda.stops.push({ records: [`fake-${++records}`], lines: [{ line, title }], since: agenda.day, because, as_written, ring: null, bouts: null, until: null });
  };
  const stopAll = (because: T.StopBecause) =>
    turn((agenda) => {
      const all = new Set(open(agenda).map(({ bout }) => bout.line));
      for (const line of all) stop(agenda, line, because, null);
      agenda.stops.push({ ...agenda.stops.at(-1)!, records: [`fake-${records}`], lines: agenda.stops.splice(-all.size).flatMap(({ lines }) => lines) });
      day.next = null;
    });
  const badDay = () => turn((agenda) => (agenda.bad_day = 'fake-bad-day'), isFull ? todayBadDay : undefined);
  const paused = (through: T.Day | null, is_waiting: boolean, reason: T.PauseReason | null = { why: 'team', words: 'Dr Berger' }) => {
    const from = is_waiting ? '2026-11-15' : (day.agenda?.day ?? '');
    return turn((agenda) => {
      agenda.bad_day = null;
      agenda.pause = { record: 'fake-pause', from, through, reason, is_waiting };
      agenda.weeks = agenda.weeks.map((week) => ({ ...week, today: 'available' }));
    }, todayPaused);
  };
  const waiting = (id: T.LineId, ok: T.ClearanceId, { lines } = copy<T.PlanView>(planFull).revision): T.AgendaWords => {
    const { title, sheet_no, as_written } = lines.find((line) => line.id === id)!;
    return { line: id, title, sheet_no, as_written, why: 'waits-for-ok', waits_for: { 'teams-ok': ok }, grown: null };
  };
  const SCENES: Record<string, () => unknown> = {
    ...ruleScenes({ day, turn, open, stop, stopAll, lines: copy<T.PlanView>(planFull).revision.lines }),
    'before-plan': () => {
      day.next = null;
      turn((agenda) => {
        Object.assign(agenda, { time_of_plan: 'before', after_surgery: -13, week: 0, bad_day: null });
        Object.assign(agenda, { rounds: [], any_time: [], weeks: [], as_needed: [], in_words: [], precautions: [], notes: [] });
      });
    },
    'full-bad-day': badDay,
    'full-bad-day-done': () => {
      badDay();
      [day.next, day.agenda!.bad_day_kept] = [null, true];
      for (const item of open(day.agenda!)) if (item.state.is === 'due') Object.assign(item, { state: { is: 'done' }, record: `fake-${++records}` });
    },
    'full-paused': () => paused(null, false),
    'full-paused-until': () => paused('2026-11-22', false),
    'full-pause-over': () => paused('2026-11-17', true, null),
    'full-waits': () =>
      turn((agenda) => agenda.in_words.push(waiting('heel-raises', 'nurse'), waiting('heel-to-toe', 'surgeon'))),
    'full-next-stage': () => turn(({ in_words }) => (in_words.find(({ why }) => why === 'stage-waits')!.waits_for = { 'persons-yes': { stage: 3 } })),
    'full-limit-passed': () => turn((agenda) => (agenda.precautions[0]!.until_has_passed = true)),
  };
  SCENES['full-reminder'] = SCENES['full-next-stage']!;
  const silent = (from: T.Day, days: T.Day[], is_long: boolean, is_asked = true) => () => (day.gap = { from, through: days.at(-1)!, days, is_asked, is_long });
  SCENES['gap-three'] = silent('2026-11-15', ['2026-11-15', '2026-11-16', '2026-11-17'], false);
  SCENES['gap-long'] = silent('2026-11-10', ['2026-11-10', '2026-11-17'], true);
  SCENES['gap-free'] = silent('2026-11-10', ['2026-11-10', '2026-11-17'], true, false);
  SCENES['day-off'] = () => turn((agenda) => (agenda.day_off = 'Wednesdays: rest, only the walk.'));
  SCENES['midnight'] = () => (day.date = '2026-11-19');
  // Everybody is asked about the warning signs now and then; one scene shows it, so that the others stay as they are.
  if (scene === 'journey') day.travelled = { left_out: [{ day: '2026-11-17' }, { round: '13:30' }], again: false };
  if (scene === 'asked-hurt') day.signs.asked = 'hurt';
  else if (scene !== 'asked') day.signs.asked = null;
  if (scene === 'morning') day.pain = [{ when: 'next-morning', compares: true, usual: null, ticked: null }];
  if (scene === 'stopped') day.signs.stop = { from: '2026-11-17T09:00:00Z', until: null, record: 'fake-stop', day: '2026-11-17' };
  SCENES[scene === 'full-reminder' ? 'full-next-stage' : scene]?.();
  if (scene === 'no-rules' && day.agenda) [day.agenda.notes, day.agenda.precautions] = [[], []];

  function step(event: T.SessionEvent): T.SessionView {
    if (event.event === 'leave-exercise' && session) {
      const left = JSON.stringify(session.items[session.item]!.bout);
      close(items().find((one) => JSON.stringify(one.bout) === left), { outcome: 'skipped', reason: event.reason });
    }
    const isOver = scene === 'second-stop' && event.event === 'leave-exercise';
    if (isOver) stopAll('second-stop');
    return (session = { ...after(event, session, steps), ...(isOver && { finished: true }) });
  }
  const { planCheck, theTemplates, tickTemplate, searched, topicsWith, reminderHealth, thePlan, theRevision, anotherDay } = fakeAnswers(scene, empty, {
    checkFirst: () => copy(checkFirst), checkRefused: () => copy(checkRefused), checkRevision: () => copy(checkRevision),
    templates: () => copy(templates), catalogue: () => copy(catalogue), topics: () => copy(topics), health: () => copy(health),
    plan: () => copy(plan), presentPlan: () => copy(scene.startsWith('versions') ? versions : isFull ? planFull : scene.startsWith('each-round') ? { ...plan, revision: { ...plan.revision, pain: { ...plan.revision.pain, ask: 'each-round' } } } : plan), other, today: () => day.agenda?.day ?? '', settings: set,
  });

  return {
    status: () =>
      Promise.resolve({
        trouble: scene === 'locked' ? { code: 'newer-file', args: { found: '9', known: '1' }, detail: 'schema 9' } : null,
        open_round: scene === 'full-reminder' ? 'gone' : null,
        open_file: null,
        version: '0.1.0',
      }),
    today: () => answer({ ...(empty ? { ...day, agenda: null, next: null, gap: null } : day), draft: drafts.inBrief() }),
    agenda: (asked) => answer(empty ? null : asked === day.agenda?.day ? day.agenda : asked === other.day ? other : anotherDay(asked)),
    plan: () => answer(empty ? null : thePlan()),
    check_plan: () => answer(planCheck()),
    import_plan: () => answer(planCheck()),
    revision: (_, number) => answer(empty ? null : theRevision(number)),
    export_revision: () => answer(empty ? null : 'format = 1\nplan = "weeks-3-to-6"\nrevision = 1\n'),
    save_plan: () => answer({ name: 'Weeks 3 to 6 2.backwise', folder: 'Downloads' }),
    changes_since: () => answer(copy<T.Change[]>(versionsChanges)),
    draft: () => answer(drafts.view),
    begin_draft: (start) => answer(drafts.begin(start)),
    save_draft: (draft) => answer(drafts.save(draft)),
    edit_draft: (edit) => answer(drafts.edit(edit)),
    discard_draft: () => answer(void (drafts.view = null)),
    count_day: (surgery, discharge, starts, asked) => answer(counted(days, surgery, discharge, starts, asked)),
    check_draft: () => scene === 'draft-unchecked' ? Promise.reject(failure) : answer(copy<T.PlanCheck>(empty ? checkFirst : checkRevision)),
    confirm_draft: (lines) => answer(drafts.confirm(lines, copy<T.PlanCheck>(empty ? checkFirst : checkRevision))),
    suggest_line: (name) =>
      answer(copy<[string, T.LineSuggested][]>(suggested).find(([words]) => words === name)?.[1] ?? { sheet_no: null, name, exercises: searched(name), suggestions: [], questions: [], not_understood: [] }),
    templates: () => answer(theTemplates()), catalogue: () => answer(scene === 'empty' ? [] : copy<T.Exercise[]>(catalogue)),
    search_exercises: (query) => answer(searched(query)),
    topics: () => answer(scene === 'empty' ? [] : copy<T.Topic[]>(topics)),
    topics_of_the_week: () => answer(empty ? null : copy<T.TopicsOfWeek>(topicsOfWeek)),
    search_topics: (query) => answer(topicsWith(query)),
    movement: (exercise) => answer((movements as unknown as Record<string, T.Movement>)[exercise] ?? null),
    record_bout: (bout, outcome) => {
      const item = items().find((one) => JSON.stringify(one.bout) === JSON.stringify(bout));
      return answer({ record: close(item, outcome), already: false });
    },
    correct_bout: (record, outcome) => {
      const item = items().find((one) => one.record === record);
      if (item) item.corrected = true;
      return answer(close(item, outcome));
    },
    withdraw: (record) => {
      const item = items().find((one) => one.record === record);
      if (item) {
        tell(item.bout, `${record}-back`, true, 'taken-back');
        putBack = Object.assign.bind(null, item, { record, state: item.state });
        Object.assign(item, { record: null, state: { is: 'due' } });
        for (const one of [day.agenda, other]) if (one) one.extras = one.extras.filter((extra) => extra !== item);
      }
      return answer(`fake-${++records}`);
    },
    put_back: (record) => answer({ record, already: putBack() === null }),
    past_days: () => answer(empty ? { days: [], earlier: null } : copy<T.PastDays>(pastDays)),
    progress: (days) => answer(progressOf(scene, empty, days, copy(progress))),
    week: (first) => answer(empty ? null : first === grid.days[0]!.day ? grid : { ...grid, rows: [] }),
    history: (bout) => answer(historyOf(bout)),
    // Beyond the end of the window, as a file would keep them.
    ticks: () => answer(JSON.parse(sessionStorage.getItem('ticks') ?? '[]') as T.WeekEntry[]),
    keep_ticks: (ticks) => answer(sessionStorage.setItem('ticks', JSON.stringify(ticks))),
    record_week: (entries) => {
      sessionStorage.removeItem('ticks');
      gridBefore = structuredClone(grid);
      for (const { bout, outcome } of entries) {
        const cells = grid.rows.flatMap((row) => row.cells);
        const cell = cells.find((one) => JSON.stringify(one?.bout) === JSON.stringify(bout));
        if (cell) cell.mark = { recorded: { is: outcome.outcome as 'done' | 'said-not-done' } };
      }
      return answer(kept(entries.length));
    },
    answer_gap: () => {
      gapBefore = day.gap;
      day.gap = null;
      return answer(kept(6));
    },
    withdraw_together: () => {
      grid = structuredClone(gridBefore);
      day.gap ??= gapBefore;
      return answer(undefined);
    },
    record_another: (on, line, outcome) => {
      const agenda = day.agenda?.day === on ? day.agenda : other;
      const known = items().find((one) => one.bout.line === line) ?? items()[0]!;
      const item = { ...structuredClone(known), bout: { ...known.bout, day: on, place: { 'any-time': 9 + agenda.extras.length } }, record: null };
      agenda.extras.push(item);
      return answer({ record: close(item, outcome), already: false });
    },
    move_bout: (record) => {
      const item = items().find((one) => one.record === record);
      if (item) Object.assign(item, { record: null, state: { is: 'due' } });
      return answer({ record: `fake-${++records}`, already: false });
    },
    answer_clearance: (clearance, said) => {
      if (said === 'yes') drop(({ waits_for }) => waits_for !== null && 'teams-ok' in waits_for && waits_for['teams-ok'] === clearance);
      day.to_ask = day.to_ask.filter(({ id }) => id !== clearance);
      return answer(`fake-${++records}`);
    },
    pause: (from, through, reason) => {
      const toCome: T.Said = { ...spoken[0]!, about: null, fact: { kind: 'pause', from, through, reason }, stands: true, corrected: false };
      return answer(from > day.date || (through ?? from) < day.date ? renew(spoken[spoken.push(toCome) - 1], {}) : paused(through, false, reason));
    },
    resume: () => answer(turn((agenda) => (agenda.pause = null), isFull ? todayFull : today)),
    not_a_good_day: (of) => answer(of === other.day ? (other.bad_day = 'fake-other-bad-day') : badDay()),
    limit_is_over: (limit) => answer(turn((agenda) => (agenda.precautions = agenda.precautions.filter((one) => one.as_written !== limit)))),
    correct_limit_over: (record, who, said_on) => answer(corrected(record, 'limit-over', { who, said_on })),
    stay_at_stage: (line) => answer(turn((agenda) => (agenda.next_steps = agenda.next_steps.filter((step) => step.line !== line)))),
    said: () => answer(spoken), signs_said: () => answer(empty ? [] : signsSaid),
    correct_answer: (record, said_as, who, how, said_on) => answer(corrected(record, 'clearance', { answer: said_as, who, how, said_on })),
    correct_pause: (record, from, through, reason) => answer(corrected(record, 'pause', { from, through, reason })),
    correct_spoken_to: (record, who, said_on, from) => answer(corrected(record, 'spoken-to', { who, said_on, from })),
    put_back_plan_fact: (record) => answer(((one) => (one ? renew(one, { stands: true }) : `${record}-again`))(spoken.find((said) => said.record === record))),
    agree_to_stage: (line, stage) =>
      (drop((one) => one.line === line && one.why === 'stage-waits'), answer(renew(spoken[spoken.push({ ...spoken[0]!, about: null, fact: { kind: 'stage-agreed', plan: other.plan, revision: 1, line, stage, day: other.day } }) - 1], {}))),
    withdraw_plan_fact: (record) => {
      for (const one of spoken) if (one.record === record) return answer(renew(one, { stands: false }));
      [pains, day, other.bad_day] = [pains.filter((pain) => pain.record !== record), record === other.bad_day ? day : structuredClone(before), null];
      return answer(`${record}-back`);
    },
    answer_signs: (any, mistaken) => {
      if (any) session = null;
      const stop = any ? { from: day.now, until: null, record: `fake-${records + 1}`, day: '2026-11-18' } : mistaken ? null : day.signs.stop;
      return answer(signed({ stop, asked: null }));
    },
    may_go_on: () => answer(signed({ stop: null, asked: null })),
    withdraw_sign: () => answer(signed(signsBefore)),
    record_hurt: (hurt, _day, instead) => {
      const outcome: T.PainOutcome = hurt.spreading ? 'stop-session-spreading' : (hurt.score ?? 0) > 5 ? (hurt.line ? 'stop-exercise' : 'stop-some') : 'nothing-written';
      if (hurt.spreading && session) session = { ...session, finished: true };
      const as_written = ['stop-exercise', 'stop-some'].includes(outcome) ? 'Stop an exercise if pain is over 5 out of 10; ring the ward line' : null;
      const keep = () => (hurt.spreading ? stopAll('spreading') : instead ? corrected(instead, 'hurt', { hurt }) : `fake-${++records}`);
      return onDisk(() => ({ record: keep(), follows: { outcome, as_written, ring: null }, stands_beside: instead !== null && hasSpoken }));
    },
    stop_all: (why) => {
      if (session) session = { ...session, finished: true };
      return onDisk(() => ({ record: stopAll(why), follows: { outcome: `stop-session-${why}` as const, as_written: null, ring: null }, stands_beside: false }));
    },
    answer_pain: (when, back, leg) => {
      day.pain = day.pain.filter((asked) => asked.when !== when);
      return answer(rated(when, { back, leg }).map(({ record, score: { score } }) => ({ record, follows: { outcome: score > 3 ? 'lighter' : 'nothing-written', as_written: score > 3 ? 'Worse next morning: do half' : null, ring: null }, stands_beside: false })));
    },
    pain_of_day: (back, leg) => answer(rated('before', { back, leg }).map(({ record }) => ({ record, follows: { outcome: 'nothing-written' as const, as_written: null, ring: null }, stands_beside: false }))),
    pain_scores: (of) => answer(of === '2026-11-18' ? pains.map(({ score }) => score) : []),
    usual_morning: (usual) => {
      day.pain = day.pain.map((asked) => ({ ...asked, usual }));
      return answer(`fake-${++records}`);
    },
    correct_usual_morning: (record, usual) => answer(corrected(record, 'usual-morning', { usual })),
    record_felt: () => answer(((day.not_rated = []), turn(() => undefined))),
    asked_and_yes: (line, question) => answer(line === null ? stopAll({ asked: question }) : turn((agenda) => stop(agenda, line, { asked: question }, null))),
    spoken_to: (stops, who, _day, from) => {
      hasSpoken = true;
      const isMeant = (one: T.AgendaStop) => one.records.some((of) => stops.includes(of));
      const now = (one: T.AgendaStop) => (!isMeant(one) ? [one] : from === null ? [] : [{ ...one, until: { day: from, who } }]);
      const record = turn((agenda) => (agenda.stops = agenda.stops.flatMap(now)));
      return answer([record]);
    },
    session_start: () => answer((session = scene === 'nothing-open' || scene === 'full-reminder' ? null : steps['begin']!)),
    session_event: (_turn, event) => answer(step(event)),
    session_view: () => answer(session),
    ...fakePerson(scene, empty, { person: copy(person), fresh: copy(personFresh), walks: dated<T.Walks>(walks), questions: copy(questions) }, answer),
    ...fakeMeasures(scene, empty, { now: dated<T.Measures>(measures), later: copy(measuresLater) }, answer),
    plan_from_template: () => answer('format = 1\n'), tick_template: (...said) => answer(tickTemplate(...said)),
    ...fakeSettings(scene, set, locale, failure, answer),
    set_entered_by: (by) => answer(void (day.entered_by = by)),
    reminder_health: () => answer(reminderHealth()),
    send_test_reminder: () => (scene === 'reminders-test-fails' ? Promise.reject({ ...failure, code: 'reminders-failed' }) : answer(undefined)),
    data_place: () => answer(empty ? { ...dataPlace, records: 0 } : dataPlace),
    on: () => undefined,
  };
}
