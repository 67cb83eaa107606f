/** Small pieces of SVG text, escaped. Everything is drawn in black on white with shapes, so that it prints. */
export const escapeText = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.codePointAt(0)};`);

export type Attributes = Readonly<Record<string, string | number>>;

export function element(name: string, attributes: Attributes, content = ""): string {
  const list = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? Math.round(value * 10) / 10 : escapeText(value)}"`,
  );
  return content === "" ? `<${name}${list.join("")}/>` : `<${name}${list.join("")}>${content}</${name}>`;
}

export const label = (x: number, y: number, text: string, more: Attributes = {}): string =>
  element("text", { x, y, ...more }, escapeText(text));

export const line = (x1: number, y1: number, x2: number, y2: number, more: Attributes = {}): string =>
  element("line", { x1, y1, x2, y2, stroke: "#000", ...more });

/** A picture with a title and a text alternative that says the same in words. */
export function picture(
  width: number,
  height: number,
  title: string,
  description: string,
  parts: readonly string[],
): string {
  const head = `<title id="titel">${escapeText(title)}</title><desc id="text">${escapeText(description)}</desc>`;
  const body = element("rect", { width, height, fill: "#fff" }) + parts.join("\n");
  return `${element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-labelledby": "titel text",
      "font-family": "sans-serif",
      "font-size": 11,
    },
    `${head}\n${body}`,
  )}\n`;
}
