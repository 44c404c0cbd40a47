package dev.hammer.demo.estate;

import dev.hammer.demo.Control;
import dev.hammer.demo.Emulator;
import dev.hammer.demo.estate.DemoAccounts.Account;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.organizations.model.OrganizationFeatureSet;

/**
 * A company of three accounts and two regions: mostly healthy, and every check finds something.
 *
 * <p>The faults are written down while they are made, so a test can ask for exactly those.
 */
public final class DemoEstate {
  private final Control control;
  private final URI endpoint;
  private final SdkHttpClient http;
  private final Instant now;
  private final Faults faults = new Faults();
  private final Map<Account, Clients> clients = new HashMap<>();

  private DemoEstate(Emulator emulator, SdkHttpClient http, Instant now) {
    this.control = emulator.control();
    this.endpoint = emulator.endpoint();
    this.http = http;
    this.now = now;
    for (var account : List.of(Company.MAIN, Company.PROD, Company.DEV)) {
      clients.put(account, Clients.in(account.id(), endpoint, http));
    }
  }

  /** Empties the emulator and builds the estate in it. */
  public static DemoAccounts seed(Emulator emulator) {
    try (var http = Clients.http()) {
      var estate = new DemoEstate(emulator, http, Instant.now());
      try {
        return estate.seed();
      } finally {
        estate.clients.values().forEach(Clients::close);
      }
    }
  }

  /** The estate that an earlier call built in this emulator, if it was finished. */
  public static Optional<DemoAccounts> of(Emulator emulator) {
    return DemoAccounts.parse(emulator.control().note());
  }

  private DemoAccounts seed() {
    control.reset();
    control.regions(Regions.ALL.stream().map(Region::id).toList());
    control.clock(Users.HALF_A_YEAR.negated());
    var organization = organization();
    var scanner = users(Company.MAIN).scanner();
    Together.run(errands(organization));
    control.clock(Duration.ZERO);
    var accounts = accounts(scanner);
    prove(accounts);
    control.note(accounts.asNote());
    return accounts;
  }

  private String organization() {
    var organizations = clients(Company.MAIN).organizations();
    var organization =
        organizations
            .createOrganization(it -> it.featureSet(OrganizationFeatureSet.ALL))
            .organization()
            .id();
    control.nextAccounts(Company.MEMBERS.stream().map(Account::id).toList());
    for (var member : Company.MEMBERS) {
      organizations.createAccount(
          it -> it.accountName(member.name()).email(member.name() + "@acme.example"));
    }
    return organization;
  }

  private List<Runnable> errands(String organization) {
    var errands = new ArrayList<Runnable>();
    errands.add(this::blockPublicAccessOfMain);
    for (var account : clients.keySet()) {
      errands.addAll(users(account).errands(Company.stage(account)));
      for (var region : Regions.ALL) {
        var place =
            new Place(
                account.id(),
                Company.stage(account),
                region,
                organization,
                clients(account),
                faults);
        errands.addAll(new Network(place).errands());
        errands.addAll(new Buckets(place).errands());
        errands.addAll(new Trails(place).errands());
        errands.addAll(new Databases(place).errands());
        errands.addAll(new Queues(place).errands());
      }
    }
    return errands;
  }

  private void blockPublicAccessOfMain() {
    clients(Company.MAIN)
        .s3Control(Regions.ALL.getFirst())
        .putPublicAccessBlock(
            it ->
                it.accountId(Company.MAIN.id())
                    .publicAccessBlockConfiguration(
                        all ->
                            all.blockPublicAcls(true)
                                .ignorePublicAcls(true)
                                .blockPublicPolicy(true)
                                .restrictPublicBuckets(true)));
  }

  private Users users(Account account) {
    return new Users(account.id(), clients(account), control, faults, now);
  }

  private Clients clients(Account account) {
    return Objects.requireNonNull(clients.get(account));
  }

  private DemoAccounts accounts(AccessKey scanner) {
    return new DemoAccounts(
        Company.MAIN,
        Company.MEMBERS,
        Regions.ALL.stream().map(Region::id).toList(),
        Users.ROLE,
        scanner.accessKeyId(),
        scanner.secretAccessKey(),
        faults.all());
  }

  /** A clock that did not move, or a key in the wrong account, would make every answer wrong. */
  private void prove(DemoAccounts accounts) {
    try (var scanner =
        Clients.with(accounts.accessKeyId(), accounts.secretAccessKey(), endpoint, http)) {
      var owner = scanner.sts(Regions.ALL.getFirst()).getCallerIdentity().account();
      demand(owner.equals(Company.MAIN.id()), "the scanner's key belongs to account " + owner);
    }
    var age = ageOfJenkinsKey();
    demand(
        age.minus(Users.HALF_A_YEAR).abs().compareTo(Duration.ofDays(1)) < 0,
        "a key that should be " + Users.HALF_A_YEAR.toDays() + " days old is " + age.toDays());
  }

  private Duration ageOfJenkinsKey() {
    var keys = clients(Company.DEV).iam().listAccessKeys(it -> it.userName("jenkins"));
    return Duration.between(keys.accessKeyMetadata().getFirst().createDate(), now);
  }

  private static void demand(boolean isSo, String problem) {
    if (!isSo) {
      throw new IllegalStateException("The estate was not built as it should be: " + problem);
    }
  }
}
