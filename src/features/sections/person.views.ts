/** A member as those who answer for her list her: her name is known to them, the link follows her card's own law. */
export type PersonView = { id: string; name: string; section: string; href: string | null; photo: string | null };
