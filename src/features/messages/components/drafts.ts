/** Where this browser keeps what a member writes and has not sent, by conversation, by whom it is to, by place. */
export const messageDraft = (me: string, conversationId: string) => `coopol:message:${conversationId}:${me}`;
export const attachmentsDraftKey = (me: string, conversationId: string) =>
  `coopol:message-files:${conversationId}:${me}`;
export const firstMessageDraft = (me: string, to: readonly string[]) =>
  `coopol:message:a:${[...to].sort().join()}:${me}`;
export const placeDraft = (me: string, scope: string) => `coopol:lieu:${scope}:${me}`;
export const broadcastDraft = (me: string, scope: string) => `coopol:diffusion:${scope}:${me}`;
