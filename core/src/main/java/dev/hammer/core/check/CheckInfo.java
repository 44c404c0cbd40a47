package dev.hammer.core.check;

import dev.hammer.core.reading.ApiCall;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything a check claims about itself; documentation, role policies and listings are computed
 * from it.
 *
 * @param id the section of the configuration, such as {@code s3_bucket_acl}
 * @param title what it finds, sentence case, no period
 * @param severity the usual severity; context may raise or lower it
 * @param service the unit of work it belongs to, such as {@code s3}
 * @param resourceType CloudFormation type it judges
 * @param decides the calls whose failure makes the verdict unknown, the listing included
 * @param explains the calls that only grade, mitigate or decorate
 * @param controls the published controls it stands for, such as {@code Security Hub EC2.19}
 * @param table the default name of its DynamoDB table, without prefix
 * @param accepts the server-side filters under which it still sees all its violations
 * @param settings the keys of its own in its section
 */
public record CheckInfo(
    String id,
    String title,
    Severity severity,
    String service,
    String resourceType,
    List<ApiCall> decides,
    List<ApiCall> explains,
    List<String> controls,
    String table,
    Set<ListFilter> accepts,
    List<Setting<?>> settings) {

  public CheckInfo {
    decides = List.copyOf(decides);
    explains = List.copyOf(explains);
    controls = List.copyOf(controls);
    accepts = Set.copyOf(accepts);
    settings = List.copyOf(settings);
  }

  /** Starts a description with no filters and no settings of its own. */
  public static CheckInfo of(
      String id, String title, Severity severity, String service, String resourceType) {
    return new CheckInfo(
        id,
        title,
        severity,
        service,
        resourceType,
        List.of(),
        List.of(),
        List.of(),
        id.replace('_', '-'),
        Set.of(),
        List.of());
  }

  public CheckInfo decidedBy(ApiCall... calls) {
    return new CheckInfo(
        id,
        title,
        severity,
        service,
        resourceType,
        List.of(calls),
        explains,
        controls,
        table,
        accepts,
        settings);
  }

  public CheckInfo explainedBy(ApiCall... calls) {
    return new CheckInfo(
        id,
        title,
        severity,
        service,
        resourceType,
        decides,
        List.of(calls),
        controls,
        table,
        accepts,
        settings);
  }

  public CheckInfo standingFor(String... names) {
    return new CheckInfo(
        id,
        title,
        severity,
        service,
        resourceType,
        decides,
        explains,
        List.of(names),
        table,
        accepts,
        settings);
  }

  public CheckInfo storedIn(String name) {
    return new CheckInfo(
        id,
        title,
        severity,
        service,
        resourceType,
        decides,
        explains,
        controls,
        name,
        accepts,
        settings);
  }

  public CheckInfo accepting(ListFilter... filters) {
    return new CheckInfo(
        id,
        title,
        severity,
        service,
        resourceType,
        decides,
        explains,
        controls,
        table,
        Set.of(filters),
        settings);
  }

  public CheckInfo withSettings(Setting<?>... all) {
    return new CheckInfo(
        id,
        title,
        severity,
        service,
        resourceType,
        decides,
        explains,
        controls,
        table,
        accepts,
        List.of(all));
  }

  /** Every call it may cause, sorted. */
  public List<ApiCall> calls() {
    return Stream.concat(decides.stream(), explains.stream()).distinct().sorted().toList();
  }

  /** Every IAM action it may need, sorted. */
  public List<String> actions() {
    return calls().stream().map(ApiCall::action).distinct().sorted().toList();
  }
}
