package dev.hammer.demo.estate;

import dev.hammer.demo.estate.DemoAccounts.Account;
import java.util.List;

/** The accounts of the company. */
final class Company {
  static final Account MAIN = new Account("111111111111", "acme-main");
  static final Account PROD = new Account("222222222222", "acme-prod");
  static final Account DEV = new Account("333333333333", "acme-dev");
  static final List<Account> MEMBERS = List.of(PROD, DEV);

  /** Nobody in the organization. */
  static final String STRANGER = "444455556666";

  private Company() {}

  /** "prod" of "acme-prod". */
  static String stage(Account account) {
    return account.name().substring("acme-".length());
  }
}
