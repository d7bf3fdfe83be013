export function expiryOf(text: string): { month: number; year: number } | undefined
export function spacedExpiry(text: string, deleting?: boolean): string
