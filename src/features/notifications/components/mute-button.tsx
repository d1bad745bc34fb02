"use client";

import { muteTopicAction, unmuteTopicAction } from "../notice.actions.ts";
import { readTopic, topicWords } from "../notice.rules.ts";
import { NoticeAct } from "./notice-act.tsx";

/** On the page of a group, a debate or an event: not to hear of it any more, or again. */
export function MuteButton({ topic, muted }: { topic: string; muted: boolean }) {
  const words = topicWords[readTopic(topic)?.sort ?? ""];
  if (!words) return null;
  return (
    <NoticeAct
      action={muted ? unmuteTopicAction : muteTopicAction}
      fields={{ topic }}
      said={
        muted
          ? "C’est fait : tu seras de nouveau prévenu·e."
          : "C’est fait : tu ne seras plus prévenu·e de ce qui s’y passe."
      }
      variant="quiet"
      size="compact"
      icon={muted ? "bell" : "muted"}
    >
      {muted ? words.unmute : words.mute}
    </NoticeAct>
  );
}
