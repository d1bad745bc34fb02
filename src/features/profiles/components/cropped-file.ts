/** A part of a picture, in its own pixels. */
export type Area = { x: number; y: number; width: number; height: number };

/** Enough for the largest that is kept, on any screen. */
const SIDE_MAX = 1024;

/** The framed part as a light file; the picture itself where there is no frame, or when the browser cannot draw it. */
export async function croppedFile(file: File, address: string, area: Area | null): Promise<File> {
  if (!area || area.width < 1) return file;
  try {
    const picture = new Image();
    picture.src = address;
    await picture.decode();
    const side = Math.max(1, Math.min(SIDE_MAX, Math.round(area.width)));
    const canvas = document.createElement("canvas");
    canvas.width = side;
    canvas.height = side;
    canvas.getContext("2d")?.drawImage(picture, area.x, area.y, area.width, area.height, 0, 0, side, side);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/webp", 0.92));
    return blob ? new File([blob], "photo", { type: blob.type }) : file;
  } catch {
    return file;
  }
}
