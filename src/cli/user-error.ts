import { type ExitCode, exitCode } from "./exit-code.ts";

/** Ends a command with a message for its user: what happened and what to do. Never used for what stands in a specification. */
export class UserError extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, code: ExitCode) {
    super(message);
    this.name = "UserError";
    this.exitCode = code;
  }
}

export function usageError(message: string): UserError {
  return new UserError(message, exitCode.usage);
}

export function environmentError(message: string): UserError {
  return new UserError(message, exitCode.environment);
}
