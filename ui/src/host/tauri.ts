// The one file that knows Tauri.

import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import { commands } from './bindings';
import type { Host } from './index';

export const tauriHost: Host = {
  ...commands(invoke),
  on(event, hear) {
    void listen(event, (message) => hear(message.payload as never));
  },
};
