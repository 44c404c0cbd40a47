package dev.hammer.testing.stub;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose access key is whose, learnt from the AssumeRole answers that pass through. */
final class Callers {
  private static final Pattern KEY = Pattern.compile("<AccessKeyId>([^<]+)</AccessKeyId>");
  private static final Pattern ROLE = Pattern.compile("<Arn>arn:[^:]+:sts::(\\d{12}):");

  private final String mainAccount;
  private final Map<String, String> accountOfKey = new ConcurrentHashMap<>();

  /** Keys nobody assumed belong to the main account. */
  Callers(String mainAccount) {
    this.mainAccount = mainAccount;
  }

  String of(WireRequest request, String accessKey) {
    return request
        .header("x-moto-account-id")
        .orElseGet(() -> accountOfKey.getOrDefault(accessKey, mainAccount));
  }

  void learn(Target target, WireReply reply) {
    if (!target.service().equals("sts") || !target.operation().startsWith("AssumeRole")) {
      return;
    }
    String answer = reply.body().text();
    Matcher key = KEY.matcher(answer);
    Matcher role = ROLE.matcher(answer);
    if (key.find() && role.find()) {
      accountOfKey.put(key.group(1), role.group(1));
    }
  }

  void forget() {
    accountOfKey.clear();
  }
}
