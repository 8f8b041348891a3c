import { type Connection, createConnection } from "vscode-languageserver";
import { createProtocolConnection } from "vscode-languageserver-protocol/node";
import { type ExitCode, exitCode } from "../cli/exit-code.ts";
import type { Conversation } from "../cli/io.ts";

export interface Connected {
  readonly connection: Connection;
  /** How the process should end, once the editor says so or is gone. */
  readonly ended: Promise<ExitCode>;
}

/** The protocol over two streams. What comes with the library for this ends the process itself, which is for the launcher to do. */
export function connect({ input, output, end }: Conversation): Connected {
  let isShutDown = false;
  let finish: () => void = () => {};
  const ended = new Promise<ExitCode>((resolve) => {
    finish = () => {
      end();
      // An editor that goes away without a word is none of our bugs, but the protocol asks to tell the two apart.
      resolve(isShutDown ? exitCode.clean : exitCode.findings);
    };
  });
  const connection = createConnection((logger) => createProtocolConnection(input, output, logger), {
    initialize: () => {},
    exit: finish,
    get shutdownReceived() {
      return isShutDown;
    },
    set shutdownReceived(value) {
      isShutDown = value;
    },
  });
  input.on("end", finish);
  input.on("close", finish);
  return { connection, ended };
}
