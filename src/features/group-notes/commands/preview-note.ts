import { richText } from "@/core/rich-text.ts";
import { canWorkInGroup, lockReadableGroup } from "@/features/groups/index.ts";
import { command } from "@/platform/command.ts";
import { previewsOfAccount } from "../limit.rules.ts";
import { previewNoteInput } from "../note.schema.ts";

/** Shows a member what she is writing as it will be read. Nothing is written. */
export const previewNote = command({
  name: "group-note.preview",
  input: previewNoteInput,
  limits: [previewsOfAccount],
  subject: ({ tx, actor, input }) => lockReadableGroup(tx, actor, input.groupId),
  policy: canWorkInGroup,
  async execute({ input: { title, body, version } }) {
    return { title, body, version: version ?? null, rich: richText(body, { headings: true }) };
  },
});
