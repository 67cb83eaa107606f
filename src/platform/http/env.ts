/** What a request carries through the middleware list of app.ts. Handlers read it, only middleware sets it. */
import type { Context as HonoContext } from "hono";
import type { SignedIn } from "../sign-in/session.ts";
import type { Frame } from "../../kernel/frame.ts";
import type { Context } from "../context.ts";

export type AppEnv = {
  Variables: {
    requestId: string;
    signedIn: SignedIn | undefined;
    /** Set for signed-in callers only; `allow` guarantees it before a handler runs. */
    context: Context;
    accessChecked: boolean;
    /** A page of ours or a program sent this write; before that is known, false. */
    isOwnOrigin: boolean;
    /** The frame of the page, with the navigation item that `current` names; undefined for visitors. */
    frame: (current: string) => Promise<Frame | undefined>;
  };
};

export type Http = HonoContext<AppEnv>;
