export { type ActivityView, getActivity } from "./activity.queries.ts";
