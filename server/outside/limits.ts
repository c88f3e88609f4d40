/** The most rows of one request; a month with more rows comes in several parts. */
export const MOST_ROWS = 300
