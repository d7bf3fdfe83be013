// The API version that the installed SDK pins, and that this sandbox speaks.
export const ApiVersion = '2026-10-28.endive'
