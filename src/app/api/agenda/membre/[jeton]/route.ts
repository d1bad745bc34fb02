import { feedReads, getMemberFeed } from "@/features/agenda/index.ts";
import { calendarRoute } from "@/platform/next/calendar-route.ts";

export const GET = calendarRoute(getMemberFeed, { limit: feedReads });
