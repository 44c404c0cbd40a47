package dev.hammer.policy;

/** Judges names: whom one lets in before any condition narrows it. */
final class PrincipalJudge {

  private final Trust trust;

  PrincipalJudge(Trust trust) {
    this.trust = trust;
  }

  Bound judge(Principal principal) {
    String name = Quote.plain(principal.text());
    return switch (principal) {
      case Principal.Everyone _ -> Bound.everyone("everyone, signed in or not");
      case Principal.Wildcard _ ->
          Bound.everyone("everyone, as the wildcard in " + Quote.of(name) + " may match anyone");
      case Principal.Account(String id, _) -> trust.account(id);
      case Principal.Deleted _ -> new Bound(Audience.INTERNAL, "nobody: " + name + " was deleted");
      case Principal.Canonical(String id) -> canonical(id);
      case Principal.Service _ ->
          new Bound(
              Audience.SERVICE_UNBOUND,
              "the service " + name + " on behalf of any customer of AWS");
      case Principal.Federated(IdentityProvider provider, _) -> federated(provider);
      case Principal.Unknown _ ->
          Bound.unclear("somebody called " + Quote.of(name) + ", which is no known form of name");
    };
  }

  private Bound canonical(String id) {
    String name = Quote.plain(id);
    return trust.trustedAccounts().contains(id)
        ? new Bound(Audience.INTERNAL, "the trusted canonical user " + name)
        : new Bound(Audience.CROSS_ACCOUNT, "the canonical user or CloudFront identity " + name);
  }

  private Bound federated(IdentityProvider provider) {
    String name = Quote.plain(provider.name());
    boolean vouchedByOwner = provider.keyPrefix().isEmpty();
    return provider
        .account()
        .filter(_ -> vouchedByOwner)
        .map(trust::account)
        .map(
            owner -> new Bound(owner.audience(), "whom " + name + " vouches for in " + owner.who()))
        .orElseGet(() -> Bound.everyone("everyone with a token of " + name));
  }
}
