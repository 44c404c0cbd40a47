package dev.hammer.testing.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer kept in a small text file named {@code service.Operation.case.txt}. Lines that begin
 * with {@code #} come first and name the AWS page the answer was taken from; {@code # error: 404
 * NoSuchBucketPolicy} makes it an error of which the rest is the message. In the rest {@code
 * ${account}}, {@code ${region}}, {@code ${bucket}} and parameters of the call are filled in, and
 * of an ARN among them its {@code ${RoleArn.account}} and {@code ${RoleArn.name}}.
 */
public record TextAnswer(String service, String operation, String text) implements Script {
  private static final Pattern ERROR = Pattern.compile("# error: (\\d{3}) (\\S+)");
  private static final Pattern ARN_PART = Pattern.compile("(\\w+)\\.(account|name)");
  private static final Pattern BLANK = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

  /** A file that lies beside a class, as the resource of this name without its ending. */
  public static TextAnswer beside(Class<?> owner, String name) {
    try (InputStream file = owner.getResourceAsStream(name + ".txt")) {
      if (file == null) {
        throw new IllegalArgumentException("No answer " + name + ".txt beside " + owner.getName());
      }
      return named(name, new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of the answers that come with the stub. */
  public static TextAnswer shared(String name) {
    return beside(TextAnswer.class, "answers/" + name);
  }

  /** All files of a folder in the order of their names. */
  public static List<TextAnswer> folder(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".txt"))
          .sorted()
          .map(TextAnswer::of)
          .toList();
    }
  }

  @Override
  public WireReply answer(Question question) {
    String body =
        text.lines()
            .dropWhile(line -> line.startsWith("#"))
            .map(line -> filled(line, question))
            .reduce("", (before, line) -> before + line + "\n");
    Optional<MatchResult> error = ERROR.matcher(text).results().findFirst();
    return error
        .map(
            found -> question.error(Integer.parseInt(found.group(1)), found.group(2), body.strip()))
        .orElseGet(() -> question.ok(body));
  }

  private static TextAnswer of(Path file) {
    try {
      String name = file.getFileName().toString();
      return named(name.substring(0, name.length() - ".txt".length()), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TextAnswer named(String path, String text) {
    String[] parts = path.substring(path.lastIndexOf('/') + 1).split("\\.", 3);
    if (parts.length < 2) {
      throw new IllegalArgumentException("Not named service.Operation.case: " + path);
    }
    return new TextAnswer(parts[0], parts[1], text);
  }

  private static String filled(String line, Question question) {
    return BLANK
        .matcher(line)
        .replaceAll(blank -> Matcher.quoteReplacement(value(blank.group(1), question)));
  }

  private static String value(String name, Question question) {
    return switch (name) {
      case "account" -> question.target().account();
      case "region" -> question.target().region();
      case "bucket" -> question.bucket();
      default -> parameter(name, question);
    };
  }

  private static String parameter(String name, Question question) {
    Matcher part = ARN_PART.matcher(name);
    if (!part.matches()) {
      return question.parameter(name).orElse("");
    }
    String arn = question.parameter(part.group(1)).orElse("");
    return part.group(2).equals("account")
        ? arn.replaceFirst("^(?:[^:]*:){4}([^:]*):.*$", "$1")
        : arn.substring(arn.lastIndexOf('/') + 1);
  }
}
