package dev.hammer.bench.estate;

import dev.hammer.demo.Control;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.Tag;

/** Seeds users and dates their keys. */
final class UserSeeds {
  private final IamClient iam;
  private final Control control;
  private final Truth truth;
  private final Instant now = Instant.now();

  UserSeeds(IamClient iam, Control control, Truth truth) {
    this.iam = iam;
    this.control = control;
    this.truth = truth;
  }

  List<Runnable> of(List<UserPlan> users) {
    return users.stream().<Runnable>map(user -> () -> plant(user)).toList();
  }

  private void plant(UserPlan user) {
    Tag owner = Tag.builder().key("owner").value("platform").build();
    iam.createUser(it -> it.userName(user.name()).tags(owner));
    user.keys().forEach(key -> plant(user.name(), key));
  }

  private void plant(String user, KeyPlan key) {
    String id = iam.createAccessKey(it -> it.userName(user)).accessKey().accessKeyId();
    Instant made = daysAgo(key.ageInDays());
    if (key.usedDaysAgo().isPresent()) {
      control.key(truth.account(), id, made, daysAgo(key.usedDaysAgo().getAsInt()));
    } else {
      control.key(truth.account(), id, made);
    }
    if (!key.active()) {
      iam.updateAccessKey(it -> it.userName(user).accessKeyId(id).status(StatusType.INACTIVE));
    }
    truth.add(key.violates(), id);
  }

  private Instant daysAgo(int days) {
    return now.minus(Duration.ofDays(days));
  }
}
