/** What fits into one request; a month of more lines comes in several parts. */
export const MOST_ROWS = 300
