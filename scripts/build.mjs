// `npm run build`: the release bundle in dist/.
import { bundleProduct } from "./bundle.mjs";

await bundleProduct();
