package dev.hammer.checks.iam;

import dev.hammer.checks.Facets;
import dev.hammer.checks.TestScope;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An access key to be judged: active, made a year ago and never used, until a test says else. */
record KeySample(boolean isActive, Duration age, LastUse use, Optional<String> successor) {
  static final String ID = "AKIAIOSFODNN7EXAMPLE";
  static final LastUse NEVER = new LastUse(Optional.empty(), Optional.empty(), Optional.empty());

  static KeySample key() {
    return new KeySample(true, Duration.ofDays(365), NEVER, Optional.empty());
  }

  KeySample switchedOff() {
    return new KeySample(false, age, use, successor);
  }

  KeySample made(Duration ago) {
    return new KeySample(isActive, ago, use, successor);
  }

  KeySample used(Duration ago) {
    LastUse other =
        new LastUse(
            Optional.of(TestScope.NOW.minus(ago)), Optional.of("s3"), Optional.of("eu-west-1"));
    return new KeySample(isActive, age, other, successor);
  }

  KeySample besideYounger(String id) {
    return new KeySample(isActive, age, use, Optional.of(id));
  }

  Instant created() {
    return TestScope.NOW.minus(age);
  }

  AccessKey read() {
    return with(Facets.readable());
  }

  AccessKey with(Facets facets) {
    KeyOwner owner =
        new KeyOwner(
            "ci",
            "AIDACKCEVSQ6C2EXAMPLE",
            facets.of(
                "tags",
                List.of(IamCalls.LIST_TAGS),
                Tags.of(Map.of("owner", "ann")),
                Tags::toValue));
    return new AccessKey(
        ResourceRef.of(AccessKey.RESOURCE_TYPE, ID, TestScope.ACCOUNT, Region.GLOBAL),
        TestScope.NOW,
        owner,
        new AccessKey.Listed(isActive, created(), successor),
        facets.of("last_use", List.of(IamCalls.LAST_USED), use, LastUse::toValue));
  }
}
