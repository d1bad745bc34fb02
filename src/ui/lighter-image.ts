const LIGHT_BYTES = 1_500_000;
const LONGEST_SIDE = 2_000;

/** The same picture at a size that a phone sends quickly; the file itself when it is light, or when the browser cannot. */
export async function lighterImage(file: File): Promise<File> {
  if (file.size <= LIGHT_BYTES) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    return blob && blob.size < file.size ? new File([blob], "image.jpg", { type: blob.type }) : file;
  } catch {
    return file;
  }
}
