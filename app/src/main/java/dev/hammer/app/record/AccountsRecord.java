package dev.hammer.app.record;

import dev.hammer.app.accounts.AccountListing;
import dev.hammer.app.accounts.AccountRow;
import dev.hammer.app.scan.LeftOut;
import dev.hammer.app.scan.OrganizationFailure;
import dev.hammer.app.scan.Readiness;
import dev.hammer.app.scan.Roster;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts as every door shows them to machines. */
public final class AccountsRecord {
  private AccountsRecord() {}

  /** The public form of a listing. */
  public static Value.Fields of(AccountListing listing, Instant now) {
    List<Value.Fields> items =
        Stream.concat(
                listing.rows().stream().map(AccountsRecord::item),
                listing.missing().stream().map(AccountsRecord::item))
            .toList();
    return Value.fields()
        .put("schema", "hammer/accounts/1")
        .put("generated_at", Value.of(now))
        .put("organization", organization(listing.roster()))
        .put("in_scope", listing.roster().targets().size())
        .put("left_out", listing.roster().leftOut().size())
        .put("items", Value.items(items))
        .build();
  }

  /** Whether the organization was read; absent if it was not to be asked. */
  static Value organization(Roster roster) {
    if (!roster.asked()) {
      return Value.absent();
    }
    return Value.fields()
        .put("read", roster.isWhole())
        .put("action", Value.text(roster.unread().map(why -> why.call().action())))
        .put("detail", Value.text(roster.unread().map(why -> why.detail())))
        .put("remedy", Value.text(roster.unread().map(OrganizationFailure::remedy)))
        .build();
  }

  private static Value.Fields item(AccountRow row) {
    Readiness readiness = row.readiness();
    return Value.fields()
        .put("account_id", row.account().id())
        .put("account_name", row.target().name())
        .put("in_scope", true)
        .put("own", row.target().own())
        .put("role", Value.text(row.role()))
        .put("ready", readiness.isReady())
        .put("problem", readiness.isReady() ? Value.absent() : Value.text(readiness.text()))
        .put("remedy", readiness.isReady() ? Value.absent() : Value.text(readiness.remedy()))
        .put("coverage", CoverageRecord.of(row.coverage(), Optional.empty()))
        .put("last_read", Value.instant(row.lastRead()))
        .build();
  }

  /** An account out of scope, as listings and scans name it. */
  static Value.Fields item(LeftOut account) {
    return Value.fields()
        .put("account_id", account.account().id())
        .put("account_name", account.name())
        .put("in_scope", false)
        .put("state", account.state().word())
        .put("reason", account.reason().word())
        .build();
  }
}
