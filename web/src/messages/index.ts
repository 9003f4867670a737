import { answers } from './answers';
import { names } from './names';
import { procedures } from './procedures';
import { report } from './report';
import { words, type Message } from './words';

/** The one catalogue of messages: English, Chinese, Russian. */
export const messages = { ...words, ...answers, ...procedures, ...report, ...names } satisfies Readonly<
    Record<string, Message>
>;
