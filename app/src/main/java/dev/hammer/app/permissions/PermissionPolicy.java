package dev.hammer.app.permissions;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** An IAM policy that fits into what IAM takes. */
public record PermissionPolicy(List<Grant> grants) {
  /** The most that IAM takes of one managed policy; white space does not count. */
  public static final int LONGEST = 6144;

  public PermissionPolicy {
    grants = List.copyOf(grants);
  }

  /** Policies for all the grants, as few as may be. */
  static List<PermissionPolicy> of(List<Grant> grants) {
    return of(grants, LONGEST);
  }

  static List<PermissionPolicy> of(List<Grant> grants, int longest) {
    List<PermissionPolicy> full = new ArrayList<>();
    List<Grant> open = new ArrayList<>();
    for (Grant grant : grants.stream().flatMap(one -> fitting(one, longest)).toList()) {
      open.add(grant);
      if (new PermissionPolicy(open).characters() > longest && open.size() > 1) {
        open.removeLast();
        full.add(new PermissionPolicy(open));
        open = new ArrayList<>(List.of(grant));
      }
    }
    if (!open.isEmpty()) {
      full.add(new PermissionPolicy(open));
    }
    return full;
  }

  /** Its length as IAM counts it, with the longest account id and partition. */
  public int characters() {
    Arns widest = new Arns("aws-us-gov", "000000000000");
    return JsonText.write(document(arn -> Value.text(widest.filled(arn)))).length();
  }

  /**
   * The policy as IAM reads it.
   *
   * @param arn how a resource is written
   */
  public Value.Fields document(Function<String, Value> arn) {
    Map<String, Integer> sids = new HashMap<>();
    return Value.fields()
        .put("Version", "2012-10-17")
        .put("Statement", Value.items(grants.stream().map(g -> statement(g, sids, arn)).toList()))
        .build();
  }

  private static Value statement(
      Grant grant, Map<String, Integer> sids, Function<String, Value> arn) {
    return Value.fields()
        .put("Sid", sid(grant, sids))
        .put("Effect", "Allow")
        .put("Action", Value.texts(grant.actions()))
        .put("Resource", Value.items(grant.resources().stream().map(arn).toList()))
        .build();
  }

  /** A name must not come twice in a policy. */
  static String sid(Grant grant, Map<String, Integer> sids) {
    int number = sids.merge(grant.sid(), 1, Integer::sum);
    return number == 1 ? grant.sid() : grant.sid() + "Part" + number;
  }

  private static Stream<Grant> fitting(Grant grant, int longest) {
    boolean fits = new PermissionPolicy(List.of(grant)).characters() <= longest;
    List<Grant> halves = fits ? List.of(grant) : grant.halves().toList();
    return halves.size() == 1
        ? halves.stream()
        : halves.stream().flatMap(half -> fitting(half, longest));
  }
}
