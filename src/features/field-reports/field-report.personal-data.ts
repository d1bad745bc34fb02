import { db } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { durationWords, measures, measureWords } from "./field-report.rules.ts";

/** What she told of the field. Erased: what was done stays, without her name. */
export const fieldReportsPersonalData: PersonalData = {
  title: "Mes comptes rendus de terrain",
  async read(memberId) {
    const [reports, photos] = await Promise.all([
      db.fieldReport.findMany({
        where: { authorId: memberId },
        include: { event: { select: { title: true } } },
        orderBy: { publishedAt: "asc" },
      }),
      db.image.findMany({
        where: { uploadedById: memberId, reportPhoto: { isNot: null } },
        select: { uploadedAt: true, reportPhoto: { select: { caption: true } } },
        orderBy: { uploadedAt: "asc" },
      }),
    ]);
    return {
      comptes_rendus: reports.map((report) => ({
        action: report.event.title,
        jour: report.day,
        chiffres: Object.fromEntries(
          measures
            .filter((measure) => report[measure] > 0)
            .map((measure) => [measureWords[measure].label, report[measure]]),
        ),
        participant_es: report.participants,
        durée: durationWords(report.minutes),
        ce_que_j_ai_entendu: report.heard,
        publié_le: report.publishedAt,
      })),
      photos: photos.map(({ uploadedAt, reportPhoto }) => ({
        légende: reportPhoto?.caption ?? "",
        envoyée_le: uploadedAt,
      })),
    };
  },
  async erase(tx, { id }) {
    await tx.fieldReport.updateMany({ where: { authorId: id }, data: { authorId: null } });
    return [];
  },
};
