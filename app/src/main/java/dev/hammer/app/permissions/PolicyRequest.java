package dev.hammer.app.permissions;

import java.util.List;

/**
 * Whose permissions are asked for.
 *
 * @param checks ids or globs, on or off; empty means all that are on
 * @param accounts ids, names or globs; empty means all in scope
 */
public record PolicyRequest(List<String> checks, List<String> accounts) {
  public PolicyRequest {
    checks = List.copyOf(checks);
    accounts = List.copyOf(accounts);
  }
}
