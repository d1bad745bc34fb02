import { z } from "zod";
import { encodedImage } from "@/core/encoded-image.ts";
import { idText } from "@/core/text.ts";
import { command } from "@/platform/command.ts";
import { keepImage } from "@/platform/stored-images.ts";
import { debateReframed } from "../debate.facts.ts";
import { canRunDebate } from "../debate.policy.ts";
import { lockVisibleDebate } from "./lock-debates.ts";

const setCoverInput = z.strictObject({
  debateId: idText,
  image: encodedImage,
});
const removeCoverInput = z.strictObject({ debateId: idText });

/** Who runs a debate gives it a picture; the one before is gone for good. */
export const setCover = command({
  name: "debate.set-cover",
  input: setCoverInput,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canRunDebate,
  async execute({ tx, actor, input: { image }, subject: debate, record }) {
    const id = await keepImage(tx, image, actor.id);
    await tx.debate.update({ where: { id: debate.id }, data: { coverId: id } });
    if (debate.coverId) await tx.image.delete({ where: { id: debate.coverId } });
    record(debateReframed({ debateId: debate.id, audience: debate.audience }));
    return { id };
  },
});

/** Who runs a debate takes its picture away; without one, nothing happens. */
export const removeCover = command({
  name: "debate.remove-cover",
  input: removeCoverInput,
  subject: ({ tx, actor, input }) => lockVisibleDebate(tx, actor, input.debateId),
  policy: canRunDebate,
  async execute({ tx, subject: debate, record }) {
    if (!debate.coverId) return;
    await tx.debate.update({ where: { id: debate.id }, data: { coverId: null } });
    await tx.image.delete({ where: { id: debate.coverId } });
    record(debateReframed({ debateId: debate.id, audience: debate.audience }));
  },
});
