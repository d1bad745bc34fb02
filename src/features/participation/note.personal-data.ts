import type { PersonalData } from "@/platform/personal-data.ts";
import { eraseHerNotes, herNotes } from "./note-erasure.queries.ts";

/** What she asked and announced on events, and places that she asked for by her address alone, without her account. */
export const notesPersonalData: PersonalData = {
  title: "Événements : questions, annonces, inscriptions sans compte",
  async read(memberId) {
    const { notes, guests } = await herNotes(memberId);
    const kinds = { announcement: "annonce", question: "question", answer: "réponse" };
    return {
      écrits: notes.map(({ kind, words, writtenAt, event }) => ({
        genre: kinds[kind],
        événement: event.title,
        texte: words,
        écrit_le: writtenAt,
      })),
      inscriptions_sans_compte: guests.map(({ name, askedAt, confirmedAt, event }) => ({
        événement: event.title,
        nom: name,
        demandée_le: askedAt,
        confirmée_le: confirmedAt,
      })),
    };
  },
  erase: (tx, member) => eraseHerNotes(tx, member),
};
