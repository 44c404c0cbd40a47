package dev.hammer.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One name in the Principal element, sorted by what it can stand for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
public sealed interface Principal {

  /** The name as it is written. */
  String text();

  /** The lone star: anyone, signed in or not. */
  record Everyone(String text) implements Principal {}

  /** A star inside a name. AWS refuses it; whoever sees one must fear the worst. */
  record Wildcard(String text) implements Principal {}

  /** An account, or a user, role or session in it. */
  record Account(String id, String text) implements Principal {}

  /** An id that AWS leaves behind when the user or role it stood for is deleted. */
  record Deleted(String text) implements Principal {}

  /** An account by its canonical id, or an identity of CloudFront. */
  record Canonical(String text) implements Principal {}

  /** A service of AWS. */
  record Service(String text) implements Principal {}

  /** Whoever an identity provider vouches for. */
  record Federated(IdentityProvider provider, String text) implements Principal {}

  /** A name of no known form. */
  record Unknown(String text) implements Principal {}

  /** The kinds of names, which are the keys of the Principal element. */
  enum Kind {
    AWS {
      @Override
      Principal read(String text) {
        return aws(text);
      }
    },
    SERVICE {
      @Override
      Principal read(String text) {
        return SERVICE_NAME.matcher(text).matches() ? new Service(text) : new Unknown(text);
      }
    },
    FEDERATED {
      @Override
      Principal read(String text) {
        Optional<IdentityProvider> provider = IdentityProvider.of(text);
        return provider
            .<Principal>map(known -> new Federated(known, text))
            .orElseGet(() -> new Unknown(text));
      }
    },
    CANONICALUSER {
      @Override
      Principal read(String text) {
        return CANONICAL_ID.matcher(text).matches() ? new Canonical(text) : new Unknown(text);
      }
    };

    private static final Pattern SERVICE_NAME = Pattern.compile("([A-Za-z0-9-]+\\.)+[A-Za-z]+");
    private static final Pattern CANONICAL_ID = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern UNIQUE_ID = Pattern.compile("(AIDA|AROA)[A-Z0-9]{8,}");
    private static final String CLOUDFRONT_IDENTITY = "iam::cloudfront:user/";

    abstract Principal read(String text);

    /** The kind of this name, in any case. */
    static Optional<Kind> named(String name) {
      String wanted = name.toUpperCase(Locale.ROOT);
      for (Kind kind : values()) {
        if (kind.name().equals(wanted)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /** Reads one name of this kind. */
    Principal of(String text) {
      String name = text.strip();
      if (name.indexOf('*') < 0 && name.indexOf('?') < 0) {
        return read(name);
      }
      return this == AWS && name.equals("*") ? new Everyone(name) : new Wildcard(name);
    }

    private static Principal aws(String text) {
      if (AccountIds.isAccountId(text)) {
        return new Account(text, text);
      }
      if (text.contains(CLOUDFRONT_IDENTITY)) {
        return new Canonical(text);
      }
      if (UNIQUE_ID.matcher(text).matches()) {
        return new Deleted(text);
      }
      return Arn.parse(text)
          .filter(arn -> arn.isOf("iam") || arn.isOf("sts"))
          .filter(arn -> AccountIds.isAccountId(arn.account()))
          .<Principal>map(arn -> new Account(arn.account(), text))
          .orElseGet(() -> new Unknown(text));
    }
  }
}
