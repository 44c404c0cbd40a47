package dev.hammer.bench.estate;

/** A database, and what became of its one manual snapshot. */
enum DatabaseKind {
  ENCRYPTED(false, true, Sharing.OURS),
  ENCRYPTED_CLUSTER(true, true, Sharing.OURS),
  PLAIN(false, false, Sharing.OURS),
  PLAIN_WITH_SHARED_SNAPSHOT(false, false, Sharing.WITH_ONE_ACCOUNT),
  PLAIN_WITH_PUBLIC_SNAPSHOT(false, false, Sharing.WITH_ALL),
  PLAIN_CLUSTER_WITH_PUBLIC_SNAPSHOT(true, false, Sharing.WITH_ALL);

  private final boolean cluster;
  private final boolean encrypted;
  private final Sharing snapshot;

  DatabaseKind(boolean cluster, boolean encrypted, Sharing snapshot) {
    this.cluster = cluster;
    this.encrypted = encrypted;
    this.snapshot = snapshot;
  }

  boolean isCluster() {
    return cluster;
  }

  boolean isEncrypted() {
    return encrypted;
  }

  Sharing snapshot() {
    return snapshot;
  }
}
