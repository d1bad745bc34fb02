import { addMessageFile, uploadMessagePhoto } from "./commands/add-attachments.ts";
import { noteMessageReading } from "./commands/note-reading.ts";
import { sendMessage } from "./commands/send-message.ts";

/** Every command of messages, by its name in the code: the probe table of the tests walks through it. */
export const messageCommands = {
  sendMessage,
  uploadMessagePhoto,
  addMessageFile,
  noteMessageReading,
};

export { type AccessView, listAccesses } from "./access.queries.ts";
export { attachmentJobs } from "./attachment.jobs.ts";
export { attachmentsPersonalData } from "./attachment.personal-data.ts";
export { backToMessages, getMessageFile, getMessagePhoto, requireMessageSender } from "./attachment.queries.ts";
export { takeMessageFile } from "./commands/add-attachments.ts";
export { messageReports } from "./commands/moderate-message.ts";
export { messageFacts } from "./message.facts.ts";
export { conversationRoom, messageLiveCalls, messageLiveFacts } from "./message.live.ts";
export { answeredScopes, answersFor, answersInbox, visibleConversations, visibleMessages } from "./message.policy.ts";
export { catchUpMessages, messageHistory } from "./message-log.queries.ts";
export { addMessageFile, sendMessage, uploadMessagePhoto };
