package dev.hammer.bench.estate;

import dev.hammer.demo.estate.Expected;
import java.util.Collection;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Writes down every fault while it is seeded. */
final class Truth {
  static final String BUCKET_ACL = "s3_bucket_acl";
  static final String BUCKET_POLICY = "s3_bucket_policy";
  static final String BUCKET_ENCRYPTION = "s3_encryption";
  static final String OPEN_GROUP = "secgrp_unrestricted_access";
  static final String UNUSED_KEY = "user_inactivekeys";
  static final String OLD_KEY = "user_keysrotation";
  static final String UNRECORDED_REGION = "cloudtrails";
  static final String PLAIN_DISK = "ebs_unencrypted_volume";
  static final String PUBLIC_SNAPSHOT = "ebs_public_snapshot";
  static final String PUBLIC_IMAGE = "ec2_public_ami";
  static final String PUBLIC_DATABASE_SNAPSHOT = "rds_public_snapshot";
  static final String PLAIN_DATABASE = "rds_encryption";
  static final String PUBLIC_QUEUE = "sqs_public_access";

  private final String account;
  private final Queue<Expected> faults = new ConcurrentLinkedQueue<>();

  Truth(String account) {
    this.account = account;
  }

  /** The account that is being seeded. */
  String account() {
    return account;
  }

  void add(Collection<String> checks, String resourceId) {
    checks.forEach(check -> faults.add(new Expected(check, account, Optional.empty(), resourceId)));
  }

  void add(String check, String region, String resourceId) {
    faults.add(new Expected(check, account, Optional.of(region), resourceId));
  }

  SortedSet<Expected> all() {
    return new TreeSet<>(faults);
  }
}
