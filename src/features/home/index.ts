export { type ActView, getMemberHome, type MemberHomeView } from "./home.queries.ts";
