package dev.hammer.testing.stub;

/** Something that goes wrong: with which calls, when, and how. */
public record Fault(CallPattern pattern, Occasion occasion, FaultAnswer answer) {

  public static Fault always(String service, String operation, FaultAnswer answer) {
    return new Fault(CallPattern.of(service, operation), Occasion.always(), answer);
  }

  public static Fault first(int count, String service, String operation, FaultAnswer answer) {
    return new Fault(CallPattern.of(service, operation), Occasion.first(count), answer);
  }

  public static Fault onPage(int page, String service, String operation, FaultAnswer answer) {
    return new Fault(CallPattern.of(service, operation), Occasion.page(page), answer);
  }

  public Fault inAccount(String account) {
    return new Fault(pattern.inAccount(account), occasion, answer);
  }

  public Fault inRegion(String region) {
    return new Fault(pattern.inRegion(region), occasion, answer);
  }
}
