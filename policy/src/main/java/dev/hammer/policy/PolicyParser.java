package dev.hammer.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the JSON of a policy into a document; what would have to be guessed is malformed. */
final class PolicyParser {

  /** The largest policies of AWS have 100 KiB; blanks between may double that and more. */
  private static final int LONGEST = 512 * 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final Set<String> DOCUMENT_ELEMENTS = Set.of("version", "id", "statement");
  private static final Set<String> STATEMENT_ELEMENTS =
      Set.of(
          "sid",
          "effect",
          "principal",
          "notprincipal",
          "action",
          "notaction",
          "resource",
          "notresource",
          "condition");

  private final List<String> warnings = new ArrayList<>();

  ParsedPolicy parse(String text) {
    if (text.length() > LONGEST) {
      throw new Malformed(
          "It has " + text.length() + " characters, more than any policy.",
          new Json.Position(1, 1));
    }
    String json = withoutByteOrderMark(text);
    if (json.isBlank()) {
      return new ParsedPolicy.Absent();
    }
    PolicyDocument document = document(JsonReader.read(json));
    return new ParsedPolicy.Parsed(document, warnings);
  }

  private String withoutByteOrderMark(String text) {
    if (text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK) {
      return text;
    }
    warnings.add("The text begins with a byte order mark.");
    return text.substring(1);
  }

  private PolicyDocument document(Json root) {
    if (!(root instanceof Json.Fields fields)) {
      throw new Malformed("A policy is an object, this is " + root.kind() + ".", root.at());
    }
    Map<String, Json.Field> elements = elements(fields, "the policy");
    for (Json.Field element : elements.values()) {
      if (!DOCUMENT_ELEMENTS.contains(element.name().toLowerCase(Locale.ROOT))) {
        warnings.add("The element " + Quote.of(element.name()) + " means nothing in a policy.");
      }
    }
    Json.Field statement = elements.get("statement");
    if (statement == null && !elements.isEmpty()) {
      throw new Malformed("It has no Statement element." + hint(elements), root.at());
    }
    return new PolicyDocument(
        text(elements.get("version")), text(elements.get("id")), statements(statement));
  }

  /** What the command line of AWS prints around a policy is the likeliest slip. */
  private static String hint(Map<String, Json.Field> elements) {
    boolean wrapped = elements.containsKey("policy") || elements.containsKey("attributes");
    return wrapped
        ? " This looks like an answer of AWS: the policy is the text inside Policy."
        : "";
  }

  private List<Statement> statements(Json.@Nullable Field element) {
    List<Json> values =
        switch (element == null ? null : element.value()) {
          case null -> List.of();
          case Json.Items items -> items.values();
          case Json other -> List.of(other);
        };
    if (values.isEmpty()) {
      warnings.add("The policy has no statement.");
    }
    List<Statement> statements = new ArrayList<>();
    for (Json value : values) {
      statements.add(statement(statements.size(), value));
    }
    return statements;
  }

  private Statement statement(int index, Json value) {
    String name = "Statement " + index;
    if (!(value instanceof Json.Fields fields)) {
      throw new Malformed(name + " is " + value.kind() + ", not an object.", value.at());
    }
    Map<String, Json.Field> elements = elements(fields, name);
    for (Json.Field element : elements.values()) {
      if (!STATEMENT_ELEMENTS.contains(element.name().toLowerCase(Locale.ROOT))) {
        throw new Malformed(
            name + " has an element that means nothing: " + Quote.of(element.name()) + ".",
            element.at());
      }
    }
    if (!elements.containsKey("action") && !elements.containsKey("notaction")) {
      throw new Malformed(name + " has neither Action nor NotAction.", value.at());
    }
    Optional<Principals> principals = principals(name, elements);
    if (principals.isEmpty()) {
      warnings.add(name + " names no principal: it does nothing in the policy of a resource.");
    }
    return new Statement(
        index,
        text(elements.get("sid")),
        effect(name, elements.get("effect"), value),
        principals,
        selection(name, elements, "action"),
        selection(name, elements, "resource"),
        conditions(name, elements.get("condition")));
  }

  /** The fields by lower-case name. Two of one name would mean two different policies. */
  private static Map<String, Json.Field> elements(Json.Fields fields, String of) {
    Map<String, Json.Field> elements = new LinkedHashMap<>();
    for (Json.Field field : fields.fields()) {
      if (elements.put(field.name().toLowerCase(Locale.ROOT), field) != null) {
        throw new Malformed(
            "The element " + Quote.of(field.name()) + " stands twice in " + of + ".", field.at());
      }
    }
    return elements;
  }

  private static Effect effect(String name, Json.@Nullable Field element, Json statement) {
    if (element == null) {
      throw new Malformed(name + " has no Effect.", statement.at());
    }
    String effect = string(name + ": Effect", element.value());
    return switch (effect.toLowerCase(Locale.ROOT)) {
      case "allow" -> Effect.ALLOW;
      case "deny" -> Effect.DENY;
      default ->
          throw new Malformed(
              name + ": the Effect " + Quote.of(effect) + " is neither Allow nor Deny.",
              element.value().at());
    };
  }

  private static Optional<Principals> principals(String name, Map<String, Json.Field> elements) {
    return oneOf(name, elements, "principal")
        .map(
            element ->
                new Principals(
                    isNegated(element), principals(name + ": " + element.name(), element.value())));
  }

  private static List<Principal> principals(String name, Json value) {
    if (!(value instanceof Json.Fields kinds)) {
      return strings(name, value).stream().map(Principal.Kind.AWS::of).toList();
    }
    List<Principal> principals = new ArrayList<>();
    for (Json.Field kind : elements(kinds, name).values()) {
      Principal.Kind known =
          Principal.Kind.named(kind.name())
              .orElseThrow(
                  () ->
                      new Malformed(
                          name + ": no kind of principal is called " + Quote.of(kind.name()) + ".",
                          kind.at()));
      strings(name, kind.value()).forEach(text -> principals.add(known.of(text)));
    }
    return principals;
  }

  private static Selection selection(
      String name, Map<String, Json.Field> elements, String element) {
    return oneOf(name, elements, element)
        .map(
            found ->
                new Selection(isNegated(found), strings(name + ": " + found.name(), found.value())))
        .orElse(Selection.EVERYTHING);
  }

  private static boolean isNegated(Json.Field element) {
    return element.name().toLowerCase(Locale.ROOT).startsWith("not");
  }

  /** The element or its Not form; both at once contradict each other. */
  private static Optional<Json.Field> oneOf(
      String name, Map<String, Json.Field> elements, String element) {
    Json.Field plain = elements.get(element);
    Json.Field negated = elements.get("not" + element);
    if (plain != null && negated != null) {
      throw new Malformed(
          name + " has both " + plain.name() + " and " + negated.name() + ".", negated.at());
    }
    return Optional.ofNullable(plain == null ? negated : plain);
  }

  private static List<Condition> conditions(String name, Json.@Nullable Field element) {
    if (element == null) {
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    for (Json.Field operator : fields(name + ": Condition", element.value())) {
      String of = name + ": " + Quote.of(operator.name());
      for (Json.Field key : fields(of, operator.value())) {
        conditions.add(new Condition(operator.name(), key.name(), strings(of, key.value())));
      }
    }
    return conditions;
  }

  private static List<Json.Field> fields(String name, Json value) {
    if (!(value instanceof Json.Fields fields)) {
      throw new Malformed(name + " is " + value.kind() + ", not an object.", value.at());
    }
    return List.copyOf(elements(fields, name).values());
  }

  /** One string or several, without repetition. */
  private static List<String> strings(String name, Json value) {
    if (!(value instanceof Json.Items items)) {
      return List.of(string(name, value));
    }
    Set<String> seen = new HashSet<>();
    return items.values().stream().map(item -> string(name, item)).filter(seen::add).toList();
  }

  private static String string(String name, Json value) {
    return switch (value) {
      case Json.Text(String text, _) -> text;
      case Json.Scalar(String text, _) -> text;
      case Json.Nothing _, Json.Items _, Json.Fields _ ->
          throw new Malformed(name + " holds " + value.kind() + ", not a text.", value.at());
    };
  }

  /** A name that decides nothing, so an odd one is no reason to give up. */
  private static Optional<String> text(Json.@Nullable Field element) {
    return switch (element == null ? null : element.value()) {
      case Json.Text(String text, _) -> Optional.of(text);
      case Json.Scalar(String text, _) -> Optional.of(text);
      case null, default -> Optional.empty();
    };
  }
}
