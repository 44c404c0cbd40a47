package dev.hammer.demo.estate;

import dev.hammer.demo.Control;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.Tag;

/** The users of one account, their access keys and the role that a scanner assumes. */
final class Users {
  static final String ROLE = "hammer-identify";
  static final String SCANNER = "hammer-scanner";
  static final Duration HALF_A_YEAR = Duration.ofDays(200);

  private final String account;
  private final IamClient iam;
  private final Control control;
  private final Faults faults;
  private final Instant now;

  Users(String account, Clients clients, Control control, Faults faults, Instant now) {
    this.account = account;
    this.iam = clients.iam();
    this.control = control;
    this.faults = faults;
    this.now = now;
  }

  List<Runnable> errands(String stage) {
    var errands = new ArrayList<Runnable>();
    if (stage.equals("main")) {
      errands.add(() -> user("lea.hoffmann", Team.PLATFORM));
      errands.add(() -> user("break-glass", Team.PLATFORM));
      errands.add(() -> inUse("terraform", Team.PLATFORM, days(20)));
      return errands;
    }
    errands.add(this::role);
    if (stage.equals("prod")) {
      errands.add(() -> neverUsed("nightly-export", Team.DATA, HALF_A_YEAR));
      errands.add(() -> longUnused("ci-deployer", Team.SHOP));
      errands.add(() -> inUse("monitoring", Team.PLATFORM, days(30)));
      errands.add(() -> inUse("mail-relay", Team.MOBILE, days(75)));
      errands.add(() -> switchedOff("partner-feed", Team.PAYMENTS));
      errands.add(() -> rotated("release-bot", Team.MOBILE));
    } else {
      errands.add(() -> oldButBusy("jenkins", Team.SHOP));
      errands.add(() -> neverUsed("maria.lopez", Team.DATA, days(60)));
      errands.add(() -> inUse("test-runner", Team.MOBILE, days(14)));
      errands.add(() -> inUse("tomas.novak", Team.PAYMENTS, days(0)));
      errands.add(() -> user("nora.lind", Team.MOBILE));
    }
    return errands;
  }

  /** The user whose key the demo scans with. */
  AccessKey scanner() {
    user(SCANNER, Team.PLATFORM);
    var key = key(SCANNER);
    control.key(account, key.accessKeyId(), now.minus(days(10)), now);
    return key;
  }

  private void neverUsed(String name, Team team, Duration age) {
    user(name, team);
    var key = key(name).accessKeyId();
    control.key(account, key, now.minus(age));
    faults.addGlobal("user_inactivekeys", account, key);
    if (age.equals(HALF_A_YEAR)) {
      faults.addGlobal("user_keysrotation", account, key);
    }
  }

  private void longUnused(String name, Team team) {
    user(name, team);
    var key = key(name).accessKeyId();
    control.key(account, key, now.minus(HALF_A_YEAR), now.minus(days(190)));
    faults.addGlobal("user_inactivekeys", account, key);
    faults.addGlobal("user_keysrotation", account, key);
  }

  private void oldButBusy(String name, Team team) {
    user(name, team);
    var key = key(name).accessKeyId();
    control.key(account, key, now.minus(HALF_A_YEAR), now.minus(days(1)));
    faults.addGlobal("user_keysrotation", account, key);
  }

  private void inUse(String name, Team team, Duration age) {
    user(name, team);
    control.key(account, key(name).accessKeyId(), now.minus(age), now);
  }

  private void switchedOff(String name, Team team) {
    user(name, team);
    retire(name, key(name).accessKeyId());
  }

  private void rotated(String name, Team team) {
    user(name, team);
    retire(name, key(name).accessKeyId());
    control.key(account, key(name).accessKeyId(), now.minus(days(5)), now.minus(days(1)));
  }

  private void retire(String name, String key) {
    control.key(account, key, now.minus(HALF_A_YEAR), now.minus(days(120)));
    iam.updateAccessKey(it -> it.userName(name).accessKeyId(key).status(StatusType.INACTIVE));
  }

  private void user(String name, Team team) {
    var tags =
        team.tags().entrySet().stream()
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
    iam.createUser(it -> it.userName(name).tags(tags));
  }

  private AccessKey key(String name) {
    return iam.createAccessKey(it -> it.userName(name)).accessKey();
  }

  private void role() {
    var trust =
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": {"AWS": "arn:aws:iam::%s:root"},
              "Action": "sts:AssumeRole"
            }
          ]
        }
        """
            .formatted(Company.MAIN.id());
    iam.createRole(it -> it.roleName(ROLE).assumeRolePolicyDocument(trust));
  }

  private static Duration days(int count) {
    return Duration.ofDays(count);
  }
}
