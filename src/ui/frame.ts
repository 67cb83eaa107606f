/** What surrounds every page of a signed-in officer; the shape lies in the kernel because the web edge makes it. */
export type { Frame, NavItem, Settings } from "../kernel/frame.ts";
