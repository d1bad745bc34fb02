import "server-only";
import { notFound } from "next/navigation";
import { toAppError } from "../db/errors.ts";

/** The query's answer, or Next's 404 when it throws `not_found`: hidden and absent look the same. */
export async function orNotFound<View>(query: Promise<View>): Promise<View> {
  try {
    return await query;
  } catch (error) {
    if (toAppError(error).code === "not_found") notFound();
    throw error;
  }
}
