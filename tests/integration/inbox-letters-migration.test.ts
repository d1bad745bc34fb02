import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { clusterUrl, dropDatabase } from "../../bin/lib/template.mjs";

// A database of before, with letters in it, is brought to the present: their words, their order and what waits stay.

const MIGRATIONS = join(import.meta.dirname, "../../prisma/migrations");
const THIS = "20261128021500_inbox";
const urlOf = clusterUrl(inject("postgres").admin);
const name = `letters_${process.pid}`;
let client: Client;
const sqlOf = (migration: string) => readFileSync(join(MIGRATIONS, migration, "migration.sql"), "utf8");

beforeAll(async () => {
  const admin = new Client({ connectionString: urlOf("postgres") });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  client = new Client({ connectionString: urlOf(name) });
  await client.connect();
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const before = folders.map((entry) => entry.name).filter((folder) => folder < THIS);
  for (const folder of before.sort()) await client.query(sqlOf(folder));
  await client.query(`
    insert into federation (id, name, slug, region) values ('63', 'Puy-de-Dôme', 'puy-de-dome', null);
    insert into section (id, name, slug, scope, federation_id) values ('63113', 'Clermont-Ferrand', 'clermont-ferrand', 'national/63/63113', '63');
    insert into commune (code, kind, name, search_name, postal_codes, federation_id, population, section_id)
    values ('63113', 'commune', 'Clermont-Ferrand', 'clermont-ferrand', '{63000}', '63', 147000, '63113');
    insert into member (id, name, email, claim, commune_code, section_id, joined_at)
    select id, id, id || '@example.org', 'sympathiser', '63113', '63113', now() from unnest(array['aline', 'basile', 'lucie', 'farid']) as n(id);
    insert into letter (id, scope, author_id, words, sent_at) values
      ('letter000001', 'national/63/63113', 'aline', 'Première question.', '2026-11-01T10:00:00Z'),
      ('letter000002', 'national/63/63113', 'aline', 'Deuxième question.', '2026-11-03T10:00:00Z'),
      ('letter000003', 'national/63', 'aline', 'À la fédération.', '2026-11-04T10:00:00Z'),
      ('letter000004', 'national/63/63113', 'basile', 'Une autre personne.', '2026-11-05T10:00:00Z'),
      ('letter000005', 'national/63/63113', null, 'Un compte supprimé.', '2026-11-06T10:00:00Z');
    insert into letter_answer (id, letter_id, author_id, words, sent_at) values
      ('answer000001', 'letter000001', 'lucie', 'Première réponse.', '2026-11-02T10:00:00Z'),
      ('answer000002', 'letter000001', 'farid', 'J’ajoute un mot.', '2026-11-03T12:00:00Z'),
      ('answer000003', 'letter000004', null, 'Réponse de quelqu’un qui est parti.', '2026-11-06T10:00:00Z'),
      ('answer000004', 'letter000005', 'lucie', 'Sans personne pour la lire.', '2026-11-07T10:00:00Z');`);
  await client.query(sqlOf(THIS));
}, 60_000);
afterAll(async () => {
  await client.end();
  await dropDatabase(urlOf, name);
});

const rows = async (text: string) => (await client.query(text)).rows;

describe("letters to those in charge, carried over", () => {
  it("are one conversation for each member and place, their words in the order of time, without a gap", async () => {
    expect(
      await rows(`select v.scope, v.member_id, x.seq, x.id, x.author_id, x.from_place, x.body from message x
        join conversation v on v.id = x.conversation_id order by v.scope, v.member_id, x.seq`),
    ).toEqual([
      said("national/63", "aline", 1, "letter000003", "aline", "À la fédération."),
      said("national/63/63113", "aline", 1, "letter000001", "aline", "Première question."),
      said("national/63/63113", "aline", 2, "answer000001", "lucie", "Première réponse.", true),
      said("national/63/63113", "aline", 3, "letter000002", "aline", "Deuxième question."),
      said("national/63/63113", "aline", 4, "answer000002", "farid", "J’ajoute un mot.", true),
      said("national/63/63113", "basile", 1, "letter000004", "basile", "Une autre personne."),
      said("national/63/63113", "basile", 2, "answer000003", null, "Réponse de quelqu’un qui est parti.", true),
    ]);
  });

  it("still wait where nobody answered, since they were written", async () => {
    const inboxes = await rows(`select kind, scope, member_id, last_seq, last_at, waiting_since, asked_at, assignee_id
      from conversation order by scope, member_id`);
    expect(inboxes).toMatchObject([
      { kind: "inbox", last_seq: 1, waiting_since: new Date("2026-11-04T10:00:00Z") },
      {
        ...{ last_seq: 4, last_at: new Date("2026-11-03T12:00:00Z"), assignee_id: null },
        ...{ waiting_since: new Date("2026-11-03T10:00:00Z"), asked_at: new Date("2026-11-03T10:00:00Z") },
      },
      { last_seq: 2, waiting_since: null, asked_at: new Date("2026-11-05T10:00:00Z") },
    ]);
  });

  it("are read by their author and those who answered, and told to nobody again", async () => {
    expect(
      await rows("select member_id, from_seq, left_at from participant order by member_id, conversation_id"),
    ).toEqual([
      { member_id: "aline", from_seq: 0, left_at: null },
      { member_id: "aline", from_seq: 0, left_at: null },
      { member_id: "basile", from_seq: 0, left_at: null },
    ]);
    const unread =
      await rows(`select r.member_id from conversation_read r join conversation v on v.id = r.conversation_id
      where r.read_seq < v.last_seq or r.told_seq < v.last_seq`);
    expect(unread).toEqual([]);
    const readers = await rows("select distinct member_id from conversation_read order by member_id");
    expect(readers.map((row) => row.member_id)).toEqual(["aline", "basile", "farid", "lucie"]);
  });

  it("leave no table behind, nor the words of whose account is gone", async () => {
    expect(await rows("select to_regclass('letter') as letter, to_regclass('letter_answer') as answer")).toEqual([
      { letter: null, answer: null },
    ]);
    expect(
      await rows("select id from message where body like '%compte supprimé%' or body like 'Sans personne%'"),
    ).toEqual([]);
  });
});

function said(
  scope: string,
  memberId: string,
  seq: number,
  id: string,
  authorId: string | null,
  body: string,
  byPlace = false,
) {
  return { scope, member_id: memberId, seq, id, author_id: authorId, from_place: byPlace, body };
}
