import { paths } from "@/core/paths.ts";
import { db } from "@/platform/db/client.ts";
import type { PersonalData } from "@/platform/personal-data.ts";
import { keepMedia } from "./commands/keep-for-judges.ts";

/** The photos and videos of her posts, and what she sent and did not publish. Erased: all of them go with her, but what is contested. */
export const postMediaPersonalData: PersonalData = {
  title: "Les photos et vidéos de mes publications",
  async read(memberId) {
    const [photos, videos] = await Promise.all([
      db.postPhoto.findMany({
        where: { uploadedById: memberId },
        select: { description: true, uploadedAt: true, postId: true, image: { select: { small: true } } },
        orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
      }),
      db.postVideo.findMany({
        where: { uploadedById: memberId },
        select: { id: true, uploadedAt: true, postId: true, file: { select: { size: true } } },
        orderBy: [{ uploadedAt: "asc" }, { id: "asc" }],
      }),
    ]);
    return {
      photos: photos.map(({ description, uploadedAt, postId, image }) => ({
        description,
        envoyée_le: uploadedAt,
        publiée: postId === null ? "non" : "oui",
        image: `data:image/webp;base64,${Buffer.from(image.small).toString("base64")}`,
      })),
      vidéos: videos.map(({ id, uploadedAt, postId, file }) => ({
        envoyée_le: uploadedAt,
        publiée: postId === null ? "non" : "oui",
        octets: file.size,
        à_télécharger_tant_que_ton_compte_existe: paths.api.postVideo(id),
      })),
    };
  },
  async erase(tx, { id }) {
    await keepMedia(tx, id);
    await tx.image.deleteMany({ where: { postPhoto: { uploadedById: id } } });
    await tx.storedFile.deleteMany({ where: { postVideo: { uploadedById: id } } });
    await tx.storedFile.deleteMany({ where: { uploadedById: id, completedAt: null } });
    return [];
  },
};
