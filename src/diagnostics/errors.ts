/** A problem that ends a command. Something is wrong with the input or the world, and the user can fix it: printed without a stack. */
export class UserError extends Error {
  constructor(
    message: string,
    readonly fix?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'UserError';
  }
}
