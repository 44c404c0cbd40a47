package dev.hammer.checks.iam;

import dev.hammer.checks.Probe;
import dev.hammer.checks.Prober;
import dev.hammer.checks.Sample;
import dev.hammer.checks.ServiceProbes;
import dev.hammer.core.check.Scope;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.User;

/** Tries the calls that tell about users and their keys. */
public final class IamProbes {
  public static final ServiceProbes ALL = new ServiceProbes("iam", Scope.GLOBAL, IamProbes::in);

  /** Among so many users there is one with a key, as a rule. */
  private static final int USERS = 5;

  private static final String NOBODY = "hammer-doctor-probe";

  private IamProbes() {}

  private static List<Probe> in(Prober prober) {
    IamClient iam = prober.scope().client(IamClient.class, IamClient::builder);
    Sample<String> users =
        prober.sample(
            IamCalls.LIST_USERS,
            () ->
                iam.listUsers(r -> r.maxItems(USERS)).users().stream()
                    .map(User::userName)
                    .toList());
    Sample<String> keys =
        prober.sampleBelow(
            IamCalls.LIST_KEYS,
            users,
            NOBODY,
            user ->
                iam.listAccessKeys(r -> r.userName(user).maxItems(1)).accessKeyMetadata().stream()
                    .map(AccessKeyMetadata::accessKeyId)
                    .toList());
    return List.of(
        prober.probe(IamCalls.LIST_USERS, users),
        prober.probe(IamCalls.LIST_KEYS, keys),
        prober.probeOnlyFound(
            IamCalls.LAST_USED,
            keys,
            "access key",
            key -> iam.getAccessKeyLastUsed(r -> r.accessKeyId(key))),
        prober.probe(
            IamCalls.LIST_TAGS,
            users,
            NOBODY,
            user -> iam.listUserTags(r -> r.userName(user).maxItems(1))));
  }
}
