package dev.hammer.app.whitelisting;

import dev.hammer.core.whitelist.WhitelistEntry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tries entries on what is stored, those there are and those somebody thinks of. */
public record Trials(WhitelistDesk desk, Scopes scopes) {
  private static final Pattern ID = Pattern.compile("w-.+");

  /**
   * Tries one entry by its id, or all that a request would make.
   *
   * @throws dev.hammer.app.CommandFailure if there is no such entry, or the request makes no sense
   */
  public List<Trial> of(WhitelistRequest request) {
    boolean isEntry =
        request.words().size() == 1 && ID.matcher(request.words().getFirst()).matches();
    return isEntry ? List.of(of(request.words().getFirst(), request)) : wouldBe(request);
  }

  private Trial of(String id, WhitelistRequest request) {
    if (request.isNarrowed()) {
      throw Said.usage(
          "whitelist.subject",
          id + " is an entry; --account, --ou and --tag are for a check and a resource",
          "Leave them out");
    }
    WhitelistEntry entry = desk.find(id);
    return new Trial(entry.scope(), Optional.of(entry), desk.matches(entry.scope()));
  }

  private List<Trial> wouldBe(WhitelistRequest request) {
    return scopes.asked(request).stream()
        .map(scope -> new Trial(scope, Optional.empty(), desk.matches(scope)))
        .toList();
  }
}
