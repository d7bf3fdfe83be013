export type Language = 'en' | 'fr'
export function languageOf(locale: string | null | undefined): Language
export function refusalMessage(
  locale: string,
  code: string | null | undefined,
  declineCode?: string | null,
): string | undefined
