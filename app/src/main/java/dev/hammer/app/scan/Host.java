package dev.hammer.app.scan;

import dev.hammer.core.ledger.Worker;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The machine this process runs on, and which other processes of it live. */
final class Host {
  private static final String NAME = find();

  private Host() {}

  static String name() {
    return NAME;
  }

  /** The id of this process on it. */
  static long process() {
    return ProcessHandle.current().pid();
  }

  /** Whether a worker is known to have ended, because it ran here and its process is gone. */
  static boolean isDead(Worker worker) {
    return worker.host().equals(NAME)
        && ProcessHandle.of(worker.process()).filter(ProcessHandle::isAlive).isEmpty();
  }

  private static String find() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      // Two nameless machines may be taken for one: then a worker that lives elsewhere would count
      // as dead, so its name is made one that nobody else has.
      return "unnamed-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    }
  }
}
