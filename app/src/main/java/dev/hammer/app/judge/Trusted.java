package dev.hammer.app.judge;

import dev.hammer.app.CommandFailure;
import dev.hammer.policy.Trust;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes trust of what a person typed, and names the option that makes no sense. */
public final class Trusted {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern ACCOUNT_OR_CANONICAL = Pattern.compile("[0-9]{12}|[0-9a-f]{64}");
  private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{4,32}");

  private Trusted() {}

  /**
   * Trust as asked for.
   *
   * @throws CommandFailure if an id has not the form of one
   */
  public static Trust of(
      Optional<String> account, Optional<String> organization, List<String> trusted) {
    account.ifPresent(id -> prove("--account", id, ACCOUNT, "account ids have 12 digits"));
    organization.ifPresent(
        id -> prove("--org", id, ORGANIZATION, "ids of organizations look like o-a1b2c3d4e5"));
    trusted.forEach(
        id ->
            prove(
                "--trust",
                id,
                ACCOUNT_OR_CANONICAL,
                "account ids have 12 digits, canonical ones 64 hexadecimal"));
    return new Trust(account, organization, Set.copyOf(trusted));
  }

  private static void prove(String option, String id, Pattern form, String remedy) {
    if (!form.matcher(id).matches()) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "judge.trust",
          option + ": \"" + id + "\" is no such id",
          Character.toUpperCase(remedy.charAt(0)) + remedy.substring(1));
    }
  }
}
