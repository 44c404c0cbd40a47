package dev.hammer.bench.estate;

/** Resource policies of one statement. */
final class Policies {
  static final String ANYONE = "\"*\"";
  static final String ONE_ACCOUNT = "{\"AWS\":\"arn:aws:iam::" + Seeds.STRANGER + ":root\"}";

  private Policies() {}

  static String allow(String principal, String action, String resource, String condition) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":%s,"Action":"%s","Resource":"%s"%s}]}"""
        .formatted(
            principal, action, resource, condition.isEmpty() ? "" : ",\"Condition\":" + condition);
  }

  static String service(String name) {
    return "{\"Service\":\"" + name + ".amazonaws.com\"}";
  }

  static String condition(String operator, String key, String value) {
    return "{\"%s\":{\"%s\":\"%s\"}}".formatted(operator, key, value);
  }
}
