import { paths } from "@/core/paths.ts";
import { exportFile, exportPersonalData } from "@/features/personal-data/index.ts";
import { downloadRoute } from "@/platform/next/download-route.ts";

export const POST = downloadRoute(exportPersonalData, { file: exportFile, back: paths.personalData });
