// The question about the warning signs: what was answered, and what stops because of it.

import { asApiError, host, type Day, type RecordId, type WhyAsked } from '../host';
import { t } from '../i18n';
import { router, toTop } from '../router.svelte';
import { errorSentence } from '../words/errors';
import { lookAgain, today } from './data.svelte';
import { notices, undone } from './notice.svelte';

class Signs {
  /** A yes was pressed here. The card stays even where it could not be kept in the record. */
  #said = $state(false);
  /** The yes could not be kept: each look at the day tries it again. */
  isUnkept = $state(false);
  /** Nobody has gone from the card to another part of the app since the yes. */
  #isHeld = $state(false);
  /** The yes is called a mistake, and the question is asked again: until an answer, and only on its own page. */
  isAskedAgain = $state(false);
  /** The reason for asking that the person left unanswered in this sitting, and the day of it. */
  #left = $state('');
  /** An answer is being kept: the second of two presses is no other. A yes waits for nothing. */
  #isBusy = false;

  /** Whether the emergency card stands in the place of the day. */
  get isStopped(): boolean {
    return this.#said || this.#isKept;
  }

  /** Whether the card stands in the place of everything: a step back after the yes does not take it away. */
  get isAlone(): boolean {
    return this.isStopped && this.#isHeld;
  }

  /** Why the person is asked, if they are and have not left it today. */
  get asked(): WhyAsked | null {
    const why = today.value?.signs.asked ?? null;
    return why !== null && this.#left === this.#now(why) ? null : why;
  }

  get #isKept(): boolean {
    return today.value?.signs.stop != null;
  }

  /** The person chose another part of the app. */
  letGo(): void {
    this.#isHeld = false;
  }

  /** Leaves the question where it was offered. */
  notNow(): void {
    const why = today.value?.signs.asked;
    if (why) this.#left = this.#now(why);
  }

  /** Something hurts anew: who left the question before that is asked again. */
  hurtAnew(): void {
    this.#left = '';
  }

  /** Leaves the question where it was asked. */
  leave(): void {
    this.notNow();
    router.back();
  }

  /** There is a sign. The card comes first, the record after it. */
  async yes(): Promise<void> {
    const isMistakeMended = this.isAskedAgain && this.#isKept;
    this.#said = true;
    this.isUnkept = false;
    this.#isHeld = true;
    this.isAskedAgain = false;
    void toTop();
    this.isUnkept = (await this.#keep(() => host().answer_signs(true, isMistakeMended))) === false;
  }

  /** There is none. Only the answer to the question asked again ends a stop. */
  async no(): Promise<void> {
    const isMistake = this.isAskedAgain;
    const kept = await this.#keepOne(() => host().answer_signs(false, isMistake && this.#isKept));
    // A yes that was never kept is over with it, whether that can be kept or not.
    if (kept === false && (!isMistake || this.#isKept)) return;
    this.#said = false;
    this.isAskedAgain = false;
    if (kept) notices.show(t('check-saved-no'), () => void this.#takeBack(kept));
    router.back();
  }

  /** The yes is said to be a mistaken tap: the question is asked again. */
  mistaken(): void {
    this.isAskedAgain = true;
    router.go({ at: 'check' });
    notices.announce(t('check-again'));
    void toTop();
  }

  /** Somebody said that the person may go on. */
  async mayGoOn(who: string, day: Day): Promise<boolean> {
    const word = await this.#keepOne(() => host().may_go_on(who, day));
    if (word === false) return false;
    this.#said = false;
    notices.show(t('saved-may-go-on'), () => void this.#takeBack(word));
    router.go({ at: 'today' });
    return true;
  }

  /** What was not meant is taken back: the card stands again, or the question is open again. */
  async #takeBack(record: RecordId): Promise<void> {
    if ((await this.#keep(() => host().withdraw_sign(record))) !== false) undone();
  }

  async #keepOne<T>(work: () => Promise<T>): Promise<T | false> {
    if (this.#isBusy) return false;
    this.#isBusy = true;
    return this.#keep(work).finally(() => (this.#isBusy = false));
  }

  async #keep<T>(work: () => Promise<T>): Promise<T | false> {
    try {
      return await work();
    } catch (thrown) {
      const said = errorSentence(asApiError(thrown));
      notices.fail(this.#said ? `${t('check-not-kept')} ${said}` : said);
      return false;
    } finally {
      await lookAgain();
    }
  }

  #now(why: WhyAsked): string {
    return `${today.value?.local.slice(0, 10) ?? ''} ${why}`;
  }
}

export const signs = new Signs();
