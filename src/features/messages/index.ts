import { sendMessage } from "./commands/send-message.ts";

/** Every command of messages, by its name in the code: the probe table of the tests walks through it. */
export const messageCommands = { sendMessage };

export { messageFacts } from "./message.facts.ts";
export { conversationRoom, messageLiveCalls, messageLiveFacts } from "./message.live.ts";
export { answeredScopes, answersFor, answersInbox, visibleConversations, visibleMessages } from "./message.policy.ts";
export { catchUpMessages, messageHistory } from "./message-log.queries.ts";
export { sendMessage };
