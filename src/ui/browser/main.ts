/** The one script of every page. Each element adds comfort to HTML that already works without it. */
document.documentElement.dataset["script"] = "on";
