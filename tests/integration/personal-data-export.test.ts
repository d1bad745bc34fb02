import { formOf, inBrowser, outcomeOf, withoutLimits } from "@tests/support/worlds.ts";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { POST } from "@/app/api/compte/donnees/route.ts";
import { visitor } from "@/core/actor.ts";
import { exportFile, exportPersonalData, getExportPage, parts } from "@/features/personal-data/index.ts";
import { db } from "@/platform/db/client.ts";
import { createLimits } from "@/platform/limits.ts";
import { actorOfSession } from "@/platform/session.ts";
import { singletons } from "@/platform/singletons.ts";
import { aWitness, columnsOfMembers, livesThrough, PASSWORD, tie, type Witness } from "./personal-data-world.ts";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", async () => (await import("@tests/support/worlds.ts")).nextHeaders);
vi.mock("next/cache", () => ({ refresh: () => {} }));

let her: Witness;
let other: Witness;

beforeAll(async () => {
  withoutLimits();
  her = await aWitness("Zoeperle");
  other = await aWitness("Quartzine");
  await tie(her, other);
  await livesThrough(other, her);
  await livesThrough(her, other);
});

const takeOut = async (format: "json" | "html", witness = her, currentPassword?: string) => {
  const actor = await actorOfSession(witness.session);
  return exportFile(await exportPersonalData({ actor }, { format, ...(currentPassword && { currentPassword }) }));
};
const endOfFreshness = (witness: Witness) =>
  db.session.update({ where: { id: witness.session }, data: { createdAt: new Date(Date.now() - 16 * 60_000) } });

describe("an export", () => {
  it.each(["json", "html"] as const)("holds all that is hers, as %s", async (format) => {
    const { body } = await takeOut(format);
    const hers = [
      her.name,
      her.email,
      `${her.sentinel} Firefox/150`,
      `Contribution de ${her.sentinel.toLowerCase()}-mots.`,
      `Signalé par ${her.sentinel.toLowerCase()}-mots.`,
      `Message de ${her.sentinel.toLowerCase()}-mots.`,
      `Annonce de ${her.sentinel.toLowerCase()}-mots.`,
      `Offre de ${her.sentinel.toLowerCase()}-mots.`,
      `Message à tous de ${her.sentinel.toLowerCase()}-mots.`,
      `${her.sentinel} présentation`,
      `${her.sentinel} humeur`,
      `${her.sentinel} savoir`,
      `${her.sentinel} goût`,
      `https://example.org/${her.sentinel}`,
      `${her.sentinel} demande`,
      "Vérifier une adresse.",
      "Règle 2.",
      "Clermont-Ferrand",
      "data:image/webp;base64,AQID",
    ];
    expect(hers.filter((words) => !body.includes(words))).toEqual([]);
  });

  it.each(["json", "html"] as const)("holds no word and no address of anybody else, as %s", async (format) => {
    const { body } = await takeOut(format);
    const others = body.match(new RegExp(`.{0,40}${other.sentinel}.{0,40}`, "gi")) ?? [];
    expect(others).toEqual([]);
    // Of coopains and of whom she blocked: where their profiles are, never their names.
    expect(body.replace(/\/membres\/[0-9a-z]{12}-[a-z0-9-]+/g, "")).not.toContain(other.id);
    expect(body).not.toContain(`${her.sentinel} secret`);
    expect(body).not.toContain("argon2");
  });

  it("says who read her contact data by the role, when and what for, not by the name", async () => {
    await db.mandate.create({
      data: {
        id: `m-${Date.now()}`,
        memberId: other.id,
        role: "national_admin",
        scope: "national",
        beginsAt: new Date(0),
        givenAt: new Date(0),
      },
    });
    const { chapters } = JSON.parse(JSON.stringify({ chapters: JSON.parse((await takeOut("json")).body).chapitres }));
    const [view] = chapters["Mon compte"].consultations_de_mes_coordonnées;
    expect(view).toMatchObject({ par: "Administration nationale", motif: "Vérifier une adresse." });
    expect(new Date(view.le).getTime()).toBeGreaterThan(0);
  });

  it("is one page that asks nothing of any other place, and runs nothing, whatever was written", async () => {
    const evil = `<script>alert(1)</script><img src=x onerror="x"> & "quotes"`;
    await db.profile.update({
      where: { memberId: her.id },
      data: { presentation: `${her.sentinel} présentation ${evil}` },
    });
    const { body } = await takeOut("html");
    expect(body).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(body).not.toMatch(/<script|<img src=x|onerror="x"/);
    expect(body).not.toMatch(/<(?:link|iframe|object)|url\(|@import|(?:src|href)="(?!data:)/);
    expect(body).toContain(`<html lang="fr">`);
    expect(body).toContain("default-src 'none'");
    expect(body).not.toMatch(/undefined|\[object|NaN/);
  });

  it("has a French name for everything it holds", async () => {
    const { chapitres } = JSON.parse((await takeOut("json")).body);
    const keys = new Set<string>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (value && typeof value === "object")
        for (const [key, inner] of Object.entries(value)) {
          keys.add(key);
          walk(inner);
        }
    };
    for (const chapter of Object.values(chapitres)) walk(chapter);
    expect([...keys].filter((key) => /[a-z][A-Z]|_(?:at|id|by)$|^(?:id|name|words|date)$/.test(key))).toEqual([]);
    expect(Object.keys(chapitres)).toEqual(parts.map(({ title }) => title));
  });
});

describe("who may take an export", () => {
  it("is somebody who has just signed in, or gives her password", async () => {
    expect(await getExportPage(await actorOfSession(her.session))).toMatchObject({ freshSession: true });
    expect(await outcomeOf(takeOut("json"))).toBe("ok");
    await endOfFreshness(her);
    expect(await getExportPage(await actorOfSession(her.session))).toMatchObject({
      freshSession: false,
      hasPassword: true,
    });
    expect(await outcomeOf(takeOut("json"))).toBe("invalid");
    expect(await outcomeOf(takeOut("json", her, "pas celui-là"))).toBe("invalid");
    expect(await outcomeOf(takeOut("json", her, PASSWORD))).toBe("ok");
  });

  it("is not a visitor", async () => {
    expect(await outcomeOf(exportPersonalData({ actor: visitor }, { format: "json" }))).toBe("unauthenticated");
    expect(await outcomeOf(getExportPage(visitor))).toBe("not_found");
  });

  it("takes one of each format a day; a wrong password costs none", async () => {
    await endOfFreshness(other);
    singletons.limits = createLimits();
    try {
      expect(await outcomeOf(takeOut("json", other, "pas celui-là"))).toBe("invalid");
      expect(await outcomeOf(takeOut("json", other, PASSWORD))).toBe("ok");
      const actor = await actorOfSession(other.session);
      const again = exportPersonalData({ actor }, { format: "json", currentPassword: PASSWORD });
      await expect(again).rejects.toMatchObject({ code: "rate_limited", reason: "exported_today" });
      expect(await outcomeOf(takeOut("html", other, PASSWORD))).toBe("ok");
    } finally {
      withoutLimits();
    }
  });
});

describe("the door of the export", () => {
  const post = (fields: Record<string, string>, session: string | null = her.session) =>
    inBrowser(session, () =>
      POST(new NextRequest("http://localhost/api/compte/donnees", { method: "POST", body: formOf(fields) })),
    );

  it.each(["json", "html"])("sends %s as a file that nobody keeps on its way", async (format) => {
    const response = await post({ format, currentPassword: PASSWORD });
    expect(response.status).toBe(200);
    const headers = Object.fromEntries(response.headers);
    expect(headers["content-type"]).toBe(`${format === "json" ? "application/json" : "text/html"}; charset=utf-8`);
    expect(headers["content-disposition"]).toMatch(
      new RegExp(`^attachment; filename="mes-donnees-[\\d-]+\\.${format}"$`),
    );
    expect(headers["cache-control"]).toBe("private, no-store");
  });

  it("leads back to its page with the reason of a refusal", async () => {
    const refusals: [Record<string, string>, string][] = [
      [{ format: "json", currentPassword: "pas celui-là" }, "wrong_own_password"],
      [{ format: "xml", currentPassword: PASSWORD }, "bad_input"],
      [{ format: "json", currentPassword: PASSWORD, memberId: other.id }, "bad_input"],
      [{}, "bad_input"],
    ];
    for (const [fields, reason] of refusals) {
      const response = await post(fields);
      expect([response.status, response.headers.get("location")]).toEqual([303, `/compte/donnees?refus=${reason}`]);
    }
    expect((await post({ format: "json" }, null)).headers.get("location")).toMatch(/refus=sign_in_first$/);
  });

  it("takes forms only", async () => {
    const request = new NextRequest("http://localhost/api/compte/donnees", {
      method: "POST",
      body: JSON.stringify({ format: "json" }),
      headers: { "content-type": "application/json" },
    });
    const response = await inBrowser(her.session, () => POST(request));
    expect(response.headers.get("location")).toMatch(/refus=bad_input$/);
  });
});

/** Where each of these is in an export, or why it is in none. A new column is missing here: say which. */
const columns: Record<string, string> = {
  "adherent_proposal.member_id": "sections",
  "adherent_proposal.proposed_by_id": "sections",
  "appeal.author_id": "moderation",
  "block.blocked_id": "none: blocks are silent",
  "block.blocker_id": "coopains",
  "calendar_feed.member_id": "agenda",
  "coopain.member_id": "coopains",
  "coopain.other_id": "none: the mirror of member_id",
  "coopain_request.from_id": "coopains",
  "coopain_request.to_id": "none: what others asked is theirs",
  "consent.member_id": "accounts",
  "contact_view.member_id": "accounts",
  "contact_view.viewer_id": "accounts",
  "conversation.assignee_id": "conversations",
  "conversation.created_by_id": "conversations",
  "conversation.high_id": "conversations",
  "conversation.low_id": "conversations",
  "conversation.member_id": "conversations",
  "conversation_change.by_id": "messages",
  "conversation_change.member_id": "none: what was done about her is of who did it",
  "conversation_read.member_id": "conversations",
  "conversation_request.from_id": "conversations",
  "conversation_request.to_id": "conversations: the conversation that it began; who asked is the other's to take away",
  "participant.added_by_id": "none: whom she added is theirs, that she did is in messages, by the log",
  "participant.member_id": "conversations",
  "contribution.author_id": "debates",
  "debate.opened_by_id": "debates",
  "debate_change.by_id": "debates",
  "debate_follow.member_id": "debates",
  "debate_host.member_id": "debates",
  "decision.decided_by_id": "moderation",
  "handover.cancelled_by_id": "none: the act is of the other’s handover, the log of facts holds it",
  "handover.confirmed_by_id": "none: as above",
  "handover.holder_id": "mandates",
  "handover.successor_id": "mandates",
  "image.uploaded_by_id": "debates, profiles",
  "invitation.inviter_id": "none: how many left would tell which addresses are known here",
  "invitation.taken_by_id": "none: the mirror of member.invited_by_id",
  "invitation_link.member_id": "coopains",
  "event.created_by_id": "events",
  "event_change.by_id": "events",
  "event_co_section.answered_by_id": "events",
  "event_co_section.asked_by_id": "events",
  "event_contact.asked_by_id": "none: whom she asked is theirs, the act is in the log of facts",
  "event_contact.member_id": "events",
  "event_invitee.invited_by_id": "events",
  "event_invitee.member_id": "events",
  "event_item_claim.member_id": "events",
  "event_organiser.member_id": "events",
  "event_series.created_by_id": "events",
  "digest.member_id": "notifications",
  "feed_marker.member_id": "feed",
  "notice.actor_id": "none: what others were told is theirs",
  "notice.member_id": "notifications",
  "notice_choice.member_id": "notifications",
  "topic_mute.member_id": "notifications",
  "unsubscribe_link.member_id": "none: what it ends is among her choices",
  "field_report.author_id": "field reports",
  "event_note.author_id": "participation",
  "stored_file.uploaded_by_id": "files of groups, videos of posts; what never got a place is swept away",
  "comment_reaction.member_id": "posts",
  "post.author_id": "posts",
  "post.pinned_by_id": "none: the act is of the group’s wall, the log of facts holds it",
  "post.removed_by_id": "none: as above",
  "post_comment.author_id": "posts",
  "post_comment.removed_by_id": "none: as above",
  "post_mention.member_id": "posts: where others named her",
  "post_reaction.member_id": "posts",
  "message_access.reader_id": "photos and files of messages",
  "message_file.added_by_id": "photos and files of messages",
  "message_photo.added_by_id": "photos and files of messages",
  "post_photo.uploaded_by_id": "photos and videos of posts",
  "post_video.uploaded_by_id": "photos and videos of posts",
  "group_file.added_by_id": "files of groups",
  "group_file.removed_by_id": "none: the act is of the group’s file, the log of facts holds it",
  "group_invitation.invited_by_id": "groups",
  "group_invitation.member_id": "groups",
  "group_link.created_by_id": "groups",
  "group_membership.member_id": "groups",
  "group_request.answered_by_id": "groups",
  "group_request.member_id": "groups",
  "group_removal.member_id": "groups",
  "group_removal.removed_by_id": "groups",
  "group_visit.visitor_id": "groups",
  "member_group.created_by_id": "groups",
  "group_note.created_by_id": "notes of groups",
  "group_note.removed_by_id": "none: the act is of the group’s note, the log of facts holds it",
  "group_note_revision.by_id": "notes of groups: the lines that she wrote",
  "broadcast.author_id": "messages to all members of a place",
  "broadcast_opposition.member_id": "messages to all members of a place",
  "mandate.ended_by_id": "none: the act is of the other’s mandate, the log of facts holds it",
  "mandate.given_by_id": "none: the act is of the other’s mandate, the log of facts holds it",
  "mandate.member_id": "mandates",
  "member.invited_by_id": "coopains: how many joined through her",
  "message.author_id": "messages",
  "message_mention.member_id": "messages",
  "nomination.decided_by_id": "none: as above",
  "nomination.member_id": "mandates",
  "nomination.nominated_by_id": "none: as above",
  "profile.member_id": "profiles",
  "recovery_code.member_id": "accounts: how many are left",
  "report.reporter_id": "moderation",
  "second_factor.member_id": "accounts: since when, never the secret",
  "session.member_id": "accounts",
  "suspension.decided_by_id": "none: the act is of the other’s account, the log of facts holds it",
  "suspension.lifted_by_id": "none: as above",
  "suspension.member_id": "accounts",
  "volunteer.answered_by_id": "sections",
  "volunteer.member_id": "sections",
  "vote.member_id": "debates",
  "welcome.assigned_by_id": "sections",
  "welcome.member_id": "sections",
  "welcome.point_person_id": "sections",
  "welcome.welcomed_by_id": "sections",
  "event_answer.member_id": "participation",
  "sign_up.attendance_by_id": "participation",
  "sign_up.member_id": "participation",
};

describe("every column that holds a member’s id", () => {
  it("is in her export, or stands here with the reason why it is not", async () => {
    expect(await columnsOfMembers()).toEqual(Object.keys(columns).sort());
  });
});
