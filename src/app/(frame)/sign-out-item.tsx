import { signOutAction } from "@/features/accounts/account.actions.ts";
import { MenuButton } from "@/ui/menu-item.tsx";

/** The menu's last line: ends this session, without JavaScript too. */
export function SignOutItem() {
  return (
    <form action={signOut}>
      <MenuButton type="submit" icon="signout">
        Se déconnecter
      </MenuButton>
    </form>
  );
}

async function signOut(form: FormData) {
  "use server";
  await signOutAction({}, form);
}
