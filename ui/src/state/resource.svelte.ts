import { asApiError, type ApiError } from '../host';

/** Something asked of the host: its last answer, and whether the last question failed. */
export class Resource<T> {
  value = $state.raw<T | undefined>(undefined);
  trouble = $state.raw<ApiError | null>(null);
  #ask: () => Promise<T>;
  #asked = 0;

  constructor(ask: () => Promise<T>) {
    this.#ask = ask;
  }

  /** Asks again. What was there stays on screen until the new answer comes. */
  load = async (): Promise<void> => {
    const question = ++this.#asked;
    try {
      const value = await this.#ask();
      // An answer that was overtaken by a later question says nothing any more.
      if (question !== this.#asked) return;
      this.value = value;
      this.trouble = null;
    } catch (thrown) {
      if (question === this.#asked) this.trouble = asApiError(thrown);
    }
  };
}
