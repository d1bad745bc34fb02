import { addMessageFile, uploadMessagePhoto } from "./commands/add-attachments.ts";
import { addPeople } from "./commands/add-people.ts";
import { answerMessageRequest } from "./commands/answer-message-request.ts";
import { assignConversation } from "./commands/assign-conversation.ts";
import { broadcast } from "./commands/broadcast.ts";
import { carryBroadcast } from "./commands/carry-broadcast.ts";
import { deleteMessage } from "./commands/delete-message.ts";
import { editMessage } from "./commands/edit-message.ts";
import { followBroadcast } from "./commands/follow-broadcast.ts";
import { leaveConversation } from "./commands/leave-conversation.ts";
import { markRead } from "./commands/mark-read.ts";
import { muteConversation } from "./commands/mute-conversation.ts";
import { nameConversation } from "./commands/name-conversation.ts";
import { noteMessageReading } from "./commands/note-reading.ts";
import { openBetweenCoopains } from "./commands/open-between-coopains.ts";
import { opposeBroadcasts } from "./commands/oppose-broadcasts.ts";
import { releaseInboxes } from "./commands/release-inboxes.ts";
import { removePerson } from "./commands/remove-person.ts";
import { sendMessage } from "./commands/send-message.ts";
import { startConversation } from "./commands/start-conversation.ts";
import { writeToPlace } from "./commands/write-to-place.ts";

/** Every command of messages, by its name in the code: the probe table of the tests walks through it. */
export const messageCommands = {
  sendMessage,
  uploadMessagePhoto,
  addMessageFile,
  noteMessageReading,
  startConversation,
  answerMessageRequest,
  addPeople,
  removePerson,
  leaveConversation,
  nameConversation,
  muteConversation,
  openBetweenCoopains,
  editMessage,
  deleteMessage,
  markRead,
  writeToPlace,
  assignConversation,
  releaseInboxes,
  broadcast,
  carryBroadcast,
  followBroadcast,
  opposeBroadcasts,
};

export { type AccessView, listAccesses, listOwnAccesses, type OwnAccessView } from "./access.queries.ts";
export { listAddressees } from "./addressee.queries.ts";
export { attachmentJobs } from "./attachment.jobs.ts";
export { attachmentsPersonalData } from "./attachment.personal-data.ts";
export { backToMessages, getMessageFile, getMessagePhoto, requireMessageSender } from "./attachment.queries.ts";
export { broadcastLiveFacts } from "./broadcast.live.ts";
export { broadcastsPersonalData } from "./broadcast.personal-data.ts";
export { getBroadcastDesk, listBroadcasts } from "./broadcast.queries.ts";
export { takeMessageFile } from "./commands/add-attachments.ts";
export { messageReports } from "./commands/moderate-message.ts";
export { conversationFacts } from "./conversation.facts.ts";
export { conversationFactJobs, conversationJobs } from "./conversation.jobs.ts";
export { conversationLiveFacts } from "./conversation.live.ts";
export { conversationsPersonalData } from "./conversation.personal-data.ts";
export { getConversation } from "./conversation.queries.ts";
export { namesTogether } from "./conversation.rules.ts";
export type { Box } from "./conversation.schema.ts";
export type {
  ConversationItemView,
  ConversationListView,
  ConversationView,
  LastWordsView,
} from "./conversation.views.ts";
export { toPlace } from "./conversation.views.ts";
export { listConversations } from "./conversation-list.queries.ts";
export { inboxFacts } from "./inbox.facts.ts";
export { inboxFactJobs, inboxJobs } from "./inbox.jobs.ts";
export { inboxRoom } from "./inbox.live.ts";
export { countInbox, findFormerLetter, getInbox, getInboxPart } from "./inbox.queries.ts";
export type { InboxHeaderView, InboxPartView, InboxRowView, InboxView } from "./inbox.views.ts";
export { findInboxHeader } from "./inbox-header.queries.ts";
export { messageFacts } from "./message.facts.ts";
export { conversationRoom, messageLiveCalls, messageLiveFacts, readsLive } from "./message.live.ts";
export { messageNotices } from "./message.notices.ts";
export { messagesPersonalData } from "./message.personal-data.ts";
export { answeredScopes, answersFor, answersInbox, visibleConversations, visibleMessages } from "./message.policy.ts";
export { catchUpMessages, listHistory, messageHistory } from "./message-log.queries.ts";
export { listPeople } from "./message-people.queries.ts";
export { getPlaceDesk, getPlaceToWrite } from "./place.queries.ts";
export type { PlaceDeskView, PlaceToWriteView } from "./place.views.ts";
export type { Reach } from "./reach.policy.ts";
export { findDirect, reachOf } from "./reach.queries.ts";
export { type FoundMessagesView, type FoundMessageView, searchMessages } from "./search.queries.ts";
export type { Excerpt } from "./search.rules.ts";
export { countUnread } from "./unread.queries.ts";
export {
  addMessageFile,
  addPeople,
  answerMessageRequest,
  assignConversation,
  broadcast,
  carryBroadcast,
  deleteMessage,
  editMessage,
  followBroadcast,
  leaveConversation,
  markRead,
  muteConversation,
  nameConversation,
  openBetweenCoopains,
  opposeBroadcasts,
  releaseInboxes,
  removePerson,
  sendMessage,
  startConversation,
  uploadMessagePhoto,
  writeToPlace,
};
