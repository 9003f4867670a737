import { answers } from './answers';
import { names } from './names';
import { words, type Message } from './words';

/** The one catalogue of messages: English, Chinese, Russian. */
export const messages = { ...words, ...answers, ...names } satisfies Readonly<Record<string, Message>>;
