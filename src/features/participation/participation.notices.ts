import { clock } from "@/platform/clock.ts";
import { type Sql, sql } from "@/platform/db/client.ts";
import { type NoticeSource, type Notices, toldColumns } from "@/platform/notices.ts";
import { activeSignUps } from "../shifts/index.ts";
import { visibleNotes } from "./note.policy.ts";
import { describeParticipation } from "./participation-notice.queries.ts";

const topic = sql`'event:' || e.id`;
/** Sign-ups of members, with their shifts and events. */
const signUps = sql`event e join shift h on h.event_id = e.id join sign_up s on s.shift_id = h.id and s.member_id is not null`;
/** One line a person, however many of its shifts she is on. */
const toParticipants = (row: { actor: Sql; ids: Sql }, from: Sql): Sql => sql`
  select distinct on (s.member_id) ${toldColumns({
    ...row,
    member: sql`s.member_id`,
    topic,
    key: topic,
    subject: "sign-up",
    subjectId: sql`s.id`,
  })} from ${signUps} ${from} order by s.member_id, h.starts_at, s.id`;

/** What became of one's own place, unasked; an event's cancellation has its own line. */
const place = (fact: string, news: Sql, concerns?: NoticeSource["concerns"]): NoticeSource => ({
  kind: "event.place",
  fact,
  ...(concerns && { concerns }),
  told: ({ signUpId }) =>
    sql`select ${toldColumns({
      member: sql`s.member_id`,
      topic,
      key: topic,
      subject: "sign-up",
      subjectId: sql`s.id`,
      ids: sql`jsonb_build_object('news', ${news})`,
    })} from ${signUps} where s.id = ${signUpId} and ${news} in ('offered', 'promoted', 'removed', 'expired', 'shift_removed', 'restored')`,
});

const lastCancellation = sql`(select x.by_id from event_change x where x.event_id = e.id and x.kind = 'cancelled' order by x.at desc limit 1)`;
const cancelled = sql`s.state = 'left' and s.left_because = 'event_cancelled'`;

/** What those who take part in an event are told of it. */
export const participationNotices: Notices = {
  sources: [
    {
      kind: "event.changed",
      fact: "event.changed",
      told: ({ eventId, changeId }) =>
        toParticipants(
          { actor: sql`x.by_id`, ids: sql`jsonb_build_object('changeId', x.id)` },
          sql`join event_change x on x.id = ${changeId} and x.told where e.id = ${eventId} and ${activeSignUps(clock.now())}`,
        ),
    },
    {
      kind: "event.changed",
      fact: "event.cancelled",
      told: ({ eventId }) =>
        toParticipants(
          { actor: lastCancellation, ids: sql`'{}'` },
          sql`where e.id = ${eventId} and e.stage = 'cancelled' and ${cancelled}`,
        ),
    },
    {
      kind: "event.changed",
      fact: "event.occurrence-changed",
      told: ({ eventId }) =>
        toParticipants(
          { actor: sql`x.by_id`, ids: sql`jsonb_build_object('changeId', x.id)` },
          sql`join lateral (select y.* from event_change y where y.event_id = e.id order by y.at desc, y.id desc limit 1) x on true
            where e.id = ${eventId} and ((x.kind = 'cancelled' and ${cancelled})
              or (x.kind = 'changed' and x.told and ${activeSignUps(clock.now())}))`,
        ),
    },
    place("shift.place-offered", sql`s.state::text`),
    place("shift.place-taken", sql`'promoted'`, ({ promoted }) => promoted === 1),
    place("shift.place-left", sql`s.left_because::text`),
    place("participation.sign-up-restored", sql`'restored'`),
    {
      kind: "event.reminder",
      fact: "reminder.due",
      told: ({ signUpId }) =>
        sql`select ${toldColumns({
          member: sql`s.member_id`,
          topic,
          key: topic,
          subject: "sign-up-ahead",
          subjectId: sql`s.id`,
        })} from ${signUps} where s.id = ${signUpId} and ${activeSignUps(clock.now())}`,
    },
    {
      kind: "event.announced",
      fact: "note.announced",
      told: ({ noteId }) => sql`select distinct ${toldColumns({
        member: sql`s.member_id`,
        topic,
        key: topic,
        subject: "event-note",
        subjectId: sql`y.id`,
        actor: sql`y.author_id`,
      })} from ${signUps} join event_note y on y.event_id = e.id
        where y.id = ${noteId} and y.kind = 'announcement' and y.hidden_at is null and ${activeSignUps(clock.now())}`,
    },
    {
      kind: "event.announced",
      fact: "note.question-answered",
      told: ({ noteId }) => sql`select ${toldColumns({
        member: sql`q.author_id`,
        topic,
        key: sql`${topic} || ':' || q.id`,
        subject: "event-note",
        subjectId: sql`y.id`,
        actor: sql`y.author_id`,
      })} from event_note y join event_note q on q.id = y.parent_id join event e on e.id = y.event_id
        where y.id = ${noteId} and q.author_id is not null`,
    },
    {
      kind: "event.organising",
      fact: "note.question-asked",
      told: ({ noteId }) =>
        sql`select ${toldColumns({
          member: sql`o.member_id`,
          topic,
          key: sql`${topic} || ':questions'`,
          subject: "event-note",
          subjectId: sql`y.id`,
          actor: sql`y.author_id`,
        })} from event_note y join event e on e.id = y.event_id join event_organiser o on o.event_id = e.id where y.id = ${noteId}`,
    },
  ],
  subjects: {
    // Hers, whatever became of it: what she may not see of the event any more stands in no word.
    "sign-up": (
      actor,
    ) => sql`exists (select 1 from sign_up s join shift h on h.id = s.shift_id join event e on e.id = h.event_id
      where s.id = n.subject_id and s.member_id = ${actor.id} and e.stage in ('published', 'cancelled') and e.hidden_at is null)`,
    "sign-up-ahead": (
      actor,
    ) => sql`exists (select 1 from sign_up s join shift h on h.id = s.shift_id join event e on e.id = h.event_id
      where s.id = n.subject_id and s.member_id = ${actor.id} and h.starts_at > ${clock.now()} and ${activeSignUps(clock.now())})`,
    // Inside, `n` is the note.
    "event-note": (actor) => sql`exists (select 1 from (select y.* from event_note y where y.id = n.subject_id) n
      join event e on e.id = n.event_id where ${visibleNotes(actor)})`,
  },
  describe: describeParticipation,
};
