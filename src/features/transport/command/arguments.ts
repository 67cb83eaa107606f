/** Reads the words after `amtsweg tours`; a wrong one is named, never guessed. */
export class UsageError extends Error {}

export type Arguments = { words: string[]; flags: Set<string>; values: Map<string, string> };

const switches = new Set(["json", "help"]);
const options = new Set(["darp", "iterations", "seconds", "seed", "threads", "svg", "plan", "engine", "url", "tiles"]);

export function readArguments(argv: readonly string[]): Arguments {
  const result: Arguments = { words: [], flags: new Set(), values: new Map() };
  for (let k = 0; k < argv.length; k++) {
    const word = argv[k]!;
    if (!word.startsWith("--")) {
      result.words.push(word);
      continue;
    }
    const [name, inline] = splitOnce(word.slice(2));
    if (switches.has(name)) result.flags.add(name);
    else if (options.has(name)) {
      const value = inline ?? argv[++k];
      if (value === undefined) throw new UsageError(`--${name}: hier fehlt ein Wert`);
      result.values.set(name, value);
    } else throw new UsageError(`--${name}: diese Angabe gibt es nicht`);
  }
  return result;
}

const splitOnce = (text: string): [string, string | undefined] => {
  const at = text.indexOf("=");
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
};

export function wholeNumber(args: Arguments, name: string, least: number, most: number): number | undefined {
  const text = args.values.get(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(`--${name}: ganze Zahl von ${least} bis ${most} erwartet`);
  return value;
}

export function seconds(args: Arguments): number | undefined {
  const text = args.values.get("seconds");
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!(value > 0) || value > 86400) throw new UsageError("--seconds: Zahl größer 0 bis 86400 erwartet");
  return value;
}
