package dev.hammer.demo;

/** Starts an emulator, says its process id, and dies without closing anything. */
final class HaltedOwner {

  private HaltedOwner() {}

  public static void main(String[] arguments) {
    var emulator = Emulator.start(CacheFolder.of(System.getenv()), Progress.silent());
    System.out.println(emulator.pid());
    System.out.flush();
    Runtime.getRuntime().halt(1);
  }
}
