import { feedReads, getEventFile } from "@/features/agenda/index.ts";
import { calendarRoute } from "@/platform/next/calendar-route.ts";

export const GET = calendarRoute(getEventFile, { limit: feedReads, attachment: true });
