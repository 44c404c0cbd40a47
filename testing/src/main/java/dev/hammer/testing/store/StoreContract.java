package dev.hammer.testing.store;

import dev.hammer.core.issue.Store;
import org.junit.jupiter.api.Nested;

/**
 * What every store must do. An implementation extends it, opens its store, and has all the tests.
 *
 * <p>What JSON cannot tell is not asked for: whether a stored field was significant.
 */
public abstract class StoreContract {
  /**
   * Opens the store of the running test, empty at first. Each call opens the same data anew, as
   * another process would.
   */
  protected abstract Store open();

  @Nested
  final class KeepingIssues extends IssueContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }

  @Nested
  final class RefusingWrites extends ConflictContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }

  @Nested
  final class OwningFields extends OwnershipContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }

  @Nested
  final class FindingIssues extends QueryContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }

  @Nested
  final class ListingIssues extends ListingContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }

  @Nested
  final class ListingHistory extends HistoryContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }

  @Nested
  final class RestoringIssues extends RestoreContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }

  @Nested
  final class KnowingSpellings extends SpellingContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }

  @Nested
  final class KeepingScans extends ScanContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }

  @Nested
  final class KeepingLedgers extends LedgerContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }

  @Nested
  final class KeepingTheWhitelist extends WhitelistContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }

  @Nested
  final class Racing extends RaceContract {
    @Override
    Store open() {
      return StoreContract.this.open();
    }
  }
}
