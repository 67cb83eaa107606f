/** A sheet that could not be made. The message is German and names the place; it never holds the text of the sheet. */
export class DocumentError extends Error {}
