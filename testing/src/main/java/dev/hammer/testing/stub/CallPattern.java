package dev.hammer.testing.stub;

import java.util.regex.Pattern;

/** Which calls are meant: each part is a name in which {@code *} stands for anything. */
public record CallPattern(String account, String region, String service, String operation) {

  public static CallPattern any() {
    return new CallPattern("*", "*", "*", "*");
  }

  public static CallPattern of(String service, String operation) {
    return new CallPattern("*", "*", service, operation);
  }

  public CallPattern inAccount(String wanted) {
    return new CallPattern(wanted, region, service, operation);
  }

  public CallPattern inRegion(String wanted) {
    return new CallPattern(account, wanted, service, operation);
  }

  public boolean matches(Target target) {
    return matches(account, target.account())
        && matches(region, target.region())
        && matches(service, target.service())
        && matches(operation, target.operation());
  }

  private static boolean matches(String pattern, String name) {
    String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
    return Pattern.matches(expression, name);
  }
}
