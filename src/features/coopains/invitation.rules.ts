import { organisation } from "@/core/organisation.ts";
import { paths } from "@/core/paths.ts";
import type { Mail } from "@/platform/mail.ts";
import { drawnFrom } from "../accounts/index.ts";
import { firstName } from "./coopain.rules.ts";

/** What is kept of an invited address: enough to know it again, with our key, and nothing to write to. */
export const hashOfAddress = (email: string) => drawnFrom("invited-address", email).toString("base64url");

/** The one message that an address ever gets from us without having asked. */
export function invitationMail(inviter: { name: string; section: string }, token: string): Omit<Mail, "to"> {
  const { name, section } = inviter;
  const first = firstName(name);
  return {
    subject: `${name} t’invite sur ${organisation.name}`,
    paragraphs: [
      `${name} (${section}) t’invite sur ${organisation.name} : on y débat, on s’y retrouve par section, et on y prépare la suite ensemble.`,
      "S’inscrire prend une minute. Ce lien ne sert qu’une fois, et il est pour toi.",
      `Pourquoi ce message ? ${first} a écrit ton adresse pour t’inviter. C’est le seul que tu recevras : nous ne gardons pas ton adresse, seulement de quoi ne plus jamais lui écrire.`,
    ],
    link: { label: "Voir l’invitation", path: paths.invitationLink(token) },
    smallLink: { label: "Ne plus jamais recevoir d’invitation", path: paths.invitationOpposition(token) },
  };
}
