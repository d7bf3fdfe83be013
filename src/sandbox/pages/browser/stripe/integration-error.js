// Thrown where the page's own code is at fault; everything else comes back as a value.
export class IntegrationError extends Error {
  constructor(message) {
    super(message)
    this.name = 'IntegrationError'
  }
}
