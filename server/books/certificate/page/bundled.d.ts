/** A program for a browser, bundled into the text of one script (scripts/bundled.ts). */
declare module '*?bundled' {
  const text: string
  export default text
}
