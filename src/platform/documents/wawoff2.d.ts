declare module "wawoff2" {
  const wawoff2: {
    /** Turns WOFF2 into TTF. The answer is a view on memory that the next call overwrites: copy it. */
    decompress(woff2: Uint8Array): Promise<Uint8Array>;
  };
  export default wawoff2;
}
