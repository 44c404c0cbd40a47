package dev.hammer.checks.ec2;

import dev.hammer.core.value.Value;
import java.util.List;

/**
 * Who may make volumes of a snapshot.
 *
 * @param isPublic every AWS account may
 * @param accounts those that may by name, sorted
 */
record RestorePermissions(boolean isPublic, List<String> accounts) {

  RestorePermissions {
    accounts = accounts.stream().distinct().sorted().toList();
  }

  Value toValue() {
    return Value.fields().put("public", isPublic).put("accounts", Value.texts(accounts)).build();
  }
}
