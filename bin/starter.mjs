// Continues a program in another Node. A signal to the starter must reach the program exactly once, and a killed starter
// must not leave it behind. So the program leads a process group of its own (Ctrl-C reaches the starter only), gets each
// signal passed on, and learns of a killed starter by the closed channel between the two.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";

/** Runs `file` in `node` until it ends. @returns {Promise<number>} its exit code, as a shell would see it */
export async function continueIn(node, file, args) {
  const child = spawn(node, [file, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    detached: process.platform !== "win32",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const [code, signal] = await once(child, "exit");
  return code ?? 128 + constants.signals[signal];
}

/** In the program: end in an orderly way when the starter is gone. Without a starter nothing happens. */
export function endWithStarter() {
  process.channel?.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
