/**
 * The one script of every page. Each element adds comfort to HTML that already works without it. `live` comes first:
 * it remembers the page as the server made it, before the others touch it.
 */
import "./elements/live.ts";
import "./elements/combobox.ts";
import "./elements/form.ts";
import "./elements/list.ts";
import "./elements/upload.ts";
import { listenToKeys } from "./elements/keys.ts";
import { watchSession } from "./elements/session.ts";
import { closeMenusOutside, stampPrints } from "./elements/small-things.ts";

listenToKeys();
watchSession();
closeMenusOutside();
stampPrints();
