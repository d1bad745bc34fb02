import { feedReads, getPlaceFeed } from "@/features/agenda/index.ts";
import { calendarRoute } from "@/platform/next/calendar-route.ts";

export const GET = calendarRoute(getPlaceFeed, { limit: feedReads });
