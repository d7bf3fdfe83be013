// Colours as stylesheets write them, what they come to on a screen, and how well one is read on another.

/** Red, green and blue, from 0 to 1. */
export type Colour = readonly [number, number, number]

/** One colour for each scheme. */
export interface TwoColours {
  readonly light: Colour
  readonly dark: Colour
}

/** #rgb, #rrggbb, oklch(46% 0.19 275), or light-dark() of two of these; undefined: none of them. */
export function readColours(text: string): TwoColours | undefined {
  const pair = /^light-dark\(\s*(#\w+|oklch\([^()]*\))\s*,\s*(#\w+|oklch\([^()]*\))\s*\)$/.exec(text)
  const light = readColour(pair?.[1] ?? text)
  const dark = readColour(pair?.[2] ?? text)
  return light && dark && { light, dark }
}

function readColour(text: string): Colour | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text)
  if (short) return fromHex(short.slice(1).map((digit) => digit + digit))
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text)
  if (long) return fromHex(long.slice(1))
  const oklch = /^oklch\(\s*(\d+(?:\.\d+)?)%\s+(\d*\.?\d+)\s+(\d+(?:\.\d+)?)\s*\)$/.exec(text)
  if (oklch) return fromOklch(Number(oklch[1]) / 100, Number(oklch[2]), Number(oklch[3]))
  return undefined
}

function fromHex([red = '', green = '', blue = '']: readonly string[]): Colour {
  return [parseInt(red, 16) / 255, parseInt(green, 16) / 255, parseInt(blue, 16) / 255]
}

// Source: https://bottosson.github.io/posts/oklab/. What a screen cannot show is cut off, channel by channel.
function fromOklch(lightness: number, chroma: number, hue: number): Colour {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

function encoded(linear: number): number {
  const inside = Math.min(1, Math.max(0, linear))
  return inside <= 0.0031308 ? 12.92 * inside : 1.055 * inside ** (1 / 2.4) - 0.055
}

/** As mail programs read it. */
export function toHex(colour: Colour): string {
  const digits = colour.map((channel) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${digits.join('')}`
}

/** From 1 to 21. Source: WCAG 2.2, contrast ratio. */
export function contrast(one: Colour, other: Colour): number {
  const [brighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (brighter + 0.05) / (darker + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
