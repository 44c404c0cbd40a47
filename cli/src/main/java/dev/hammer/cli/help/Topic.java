package dev.hammer.cli.help;

import dev.hammer.cli.Exit;
import dev.hammer.core.check.Severity;
import dev.hammer.core.filter.Filter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A page about something that all commands share. */
public enum Topic {
  /** The language that selects issues. */
  FILTER {
    @Override
    public List<String> lines() {
      return List.of(
          "  hammer issues 'severity:>=high account:prod-*'",
          "  hammer issues is:new,back -- -region:us-*",
          "  hammer issues 'check:s3_* age:>30d tag.team:pay,risk'",
          "  hammer issues web-admin",
          "",
          "A filter is a list of terms that must all hold. A comma means or; a leading - means not;",
          "* stands for any text; a text with blanks or commas stands in \"quotes\". A word without a",
          "key is looked for in resource, name, ARN and ref. Without a term of status, only open",
          "issues are selected. Quote > < and * from your shell.",
          "",
          "Key        Value                        Example",
          "is         " + states(),
          "           new, back and changed speak of the latest scan; unverified: it could not confirm",
          "severity   " + severities(),
          "           also > >= < <=               severity:>=high",
          "check      id of a check                check:s3_bucket_acl",
          "account    id, or name of the config    account:prod-*",
          "ou         unit, and all below it        ou:ou-ab12-cdef3456",
          "region     name                         -region:us-*",
          "service    as units are read            service:ec2,s3",
          "resource   id, ARN or alias, exactly    resource:sg-0a1b2c3d",
          "name       name of the resource         name:web-*",
          "ref        ref, at least 4 characters   ref:k7f39qpd",
          "age        since it was found           age:>30d    (m h d w)",
          "found      day or second, in UTC        found:>=2026-11-01",
          "changed    the same, of the last change changed:2026-11-24",
          "owner      value of the tag owner       owner:team-web",
          "bu         value of the tag bu          bu:retail",
          "product    value of the tag product     product:shop",
          "ticket     key of its ticket            ticket:SEC-1412",
          "tag.KEY    value of any tag             tag.team:pay,risk");
    }
  },
  /** How commands end. */
  EXIT_CODES {
    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      for (Exit exit : Exit.values()) {
        lines.add(String.format(Locale.ROOT, "%4d  %s", exit.code(), exit.meaning()));
      }
      lines.add("");
      lines.add("If several apply, the first of these wins: 130 143 1, 2 8, 7, 5, 3, 4.");
      lines.add("Issues alone are no failure: exit 3 is only for --fail-on and --fail-on-new.");
      return lines;
    }
  },
  /** What Hammer takes from the environment. */
  ENVIRONMENT {
    @Override
    public List<String> lines() {
      return List.of(
          "HAMMER_CONFIG      configuration file; else ./hammer.yaml, ./hammer.yml, ./hammer.json,",
          "                   $XDG_CONFIG_HOME/hammer/hammer.yaml, /etc/hammer/hammer.yaml",
          "HAMMER_STORE       where issues are kept, sqlite:PATH;",
          "                   else $XDG_DATA_HOME/hammer/hammer.db (~/.local/share)",
          "HAMMER_DEMO        1: every command works on the demo, as with --demo",
          "HAMMER_NO_INPUT    1: never ask, as with --no-input",
          "HAMMER_CACHE       where the demo lives; else $XDG_CACHE_HOME/hammer (~/.cache)",
          "HAMMER_PYTHON      the Python of the demo, 3.11 or newer; else the first on the PATH",
          "HAMMER_JAVA_OPTS   more options for the JVM, such as -Xmx1g",
          "NO_COLOR, CLICOLOR_FORCE, TERM=dumb    colour; --color goes before them",
          "COLUMNS            width of the terminal",
          "HTTPS_PROXY        and AWS_* as the AWS SDK for Java defines them: AWS_PROFILE,",
          "                   AWS_REGION, AWS_ENDPOINT_URL, ...");
    }
  };

  /** The lines of the page. */
  public abstract List<String> lines();

  /** Its name, such as {@code exit-codes}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Topic> of(String word) {
    return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Topic::word).toList();
  }

  private static String states() {
    return String.join(" ", Filter.states());
  }

  private static String severities() {
    return Arrays.stream(Severity.values()).map(Severity::word).collect(Collectors.joining(" "));
  }
}
