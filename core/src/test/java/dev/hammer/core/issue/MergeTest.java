package dev.hammer.core.issue;

import static dev.hammer.core.issue.SampleIssue.at;
import static dev.hammer.core.issue.SampleIssue.issue;
import static dev.hammer.core.issue.SampleLook.group;
import static dev.hammer.core.issue.SampleLook.look;
import static dev.hammer.core.issue.SampleLook.port;
import static dev.hammer.core.issue.SampleLook.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergeTest {
  private static final String ID = "sg-0a1b2c3d";
  private static final Instant NOW = at(100);
  private static final Merge MERGE = new Merge(Whitelist.EMPTY, NOW);
  private static final Merge ACCEPTING = new Merge(new Whitelist(List.of(entry("w-1"))), NOW);
  private static final Reporting REPORTED =
      new Reporting(
          Optional.of(at(1)), Optional.empty(), Value.fields().put("ticket", "SEC-1").build());

  private static WhitelistEntry entry(String id) {
    return new WhitelistEntry(
        id,
        WhitelistScope.of("*", "*", ID),
        "public site",
        "lea",
        Optional.empty(),
        at(0),
        Optional.empty(),
        "store");
  }

  private static Change only(Merged merged) {
    assertThat(merged.changes()).hasSize(1);
    return merged.changes().getFirst();
  }

  private static void assertQuiet(Merged merged) {
    assertThat(merged.changes()).isEmpty();
    assertThat(merged.unconfirmed()).isEmpty();
  }

  @Nested
  class Seen {
    @Test
    void forTheFirstTimeIsInserted() {
      Change change = only(MERGE.merge(look(10).readAt(11).violating(ID).build(), List.of()));

      assertThat(change.before()).isEmpty();
      Issue after = change.after();
      assertThat(after.key().issueId()).isEqualTo(ID);
      assertThat(after.status()).isEqualTo(Status.OPEN);
      assertThat(after.timestamps()).isEqualTo(new Timestamps(NOW, NOW, Optional.empty()));
      assertThat(after.observedAt()).isEqualTo(at(11));
      assertThat(after.life()).isEqualTo(1);
      assertThat(after.version()).isEqualTo(1);
      assertThat(after.event()).isEqualTo(EventKind.FOUND);
      assertThat(after.eventAt()).isEqualTo(NOW);
      assertThat(after.eventScan()).isPresent();
      assertThat(after.reporting()).isEqualTo(Reporting.NONE);
      assertThat(after.slice()).isEqualTo(SampleLook.SLICE);
      assertThat(change.entry().orElseThrow().actor()).isEqualTo("identification");
      assertThat(change.entry().orElseThrow().before()).isEqualTo(Value.Fields.NONE);
      assertThat(change.entry().orElseThrow().after().text("status")).contains("open");
      assertThat(change.proof().orElseThrow().readAt()).isEqualTo(at(11));
      assertThat(change.proof().orElseThrow().calls())
          .containsExactly("ec2:DescribeSecurityGroups");
    }

    @Test
    void forTheFirstTimeAndAcceptedIsInsertedAsWhitelisted() {
      Change change = only(ACCEPTING.merge(look(10).violating(ID).build(), List.of()));

      assertThat(change.after().status()).isEqualTo(Status.WHITELISTED);
      assertThat(change.after().whitelistId()).contains("w-1");
      assertThat(change.after().event()).isEqualTo(EventKind.FOUND);
      assertThat(change.entry().orElseThrow().text())
          .isEqualTo("tcp 22 open; accepted by w-1 (lea): public site");
    }

    @Test
    void unchangedCostsNoWrite() {
      assertQuiet(MERGE.merge(look(10).violating(ID).build(), List.of(issue().build())));
    }

    @Test
    void withOtherSeverityIsChangedAndKeepsWhatIsNotIdentification() {
      Issue before = issue().reporting(REPORTED).version(7).build();

      Change change =
          only(
              MERGE.merge(
                  look(10).violating(ID, Severity.CRITICAL, port(22)).build(), List.of(before)));

      assertThat(change.before()).contains(before);
      assertThat(change.after().status()).isEqualTo(Status.OPEN);
      assertThat(change.after().finding().severity()).isEqualTo(Severity.CRITICAL);
      assertThat(change.after().timestamps())
          .isEqualTo(new Timestamps(at(0), NOW, Optional.empty()));
      assertThat(change.after().reporting()).isEqualTo(REPORTED);
      assertThat(change.after().life()).isEqualTo(1);
      assertThat(change.after().version()).isEqualTo(8);
      assertThat(change.after().observedAt()).isEqualTo(at(10));
      assertThat(change.after().event()).isEqualTo(EventKind.CHANGED);
      assertThat(change.entry().orElseThrow().text()).isEqualTo("high -> critical: attached");
      assertThat(change.entry().orElseThrow().before().text("severity")).contains("high");
      assertThat(change.entry().orElseThrow().after().text("severity")).contains("critical");
      assertThat(change.proof()).isPresent();
    }

    @Test
    void withOtherSignificantDetailsIsChanged() {
      Change change =
          only(
              MERGE.merge(
                  look(10).violating(ID, Severity.HIGH, port(23)).build(),
                  List.of(issue().build())));

      assertThat(change.after().event()).isEqualTo(EventKind.CHANGED);
      assertThat(change.entry().orElseThrow().text()).isEqualTo("port changed; now tcp 22 open");
    }

    @Test
    void neutralisedByAnotherLayerIsChanged() {
      var latent = verdict(Severity.HIGH, port(22)).latent(Severity.HIGH, "guarded");

      Change change =
          only(
              MERGE.merge(
                  look(10).violating(group(ID), latent, Tags.NONE).build(),
                  List.of(issue().build())));

      assertThat(change.after().finding().latent()).isTrue();
      assertThat(change.entry().orElseThrow().text()).isEqualTo("neutralised by another layer");
    }

    @Test
    void withOtherInsignificantDetailsCostsNoWrite() {
      Value.Fields stored = Value.fields().put("port", 22).note("seen", Value.of(1)).build();
      Value.Fields fresh = Value.fields().put("port", 22).note("seen", Value.of(2)).build();

      assertQuiet(
          MERGE.merge(
              look(10).violating(ID, Severity.HIGH, fresh).build(),
              List.of(issue().details(stored).build())));
    }

    @Test
    void withAFieldOfANewerReleaseCostsNoWrite() {
      Value.Fields fresh = Value.fields().put("port", 22).put("protocol", "tcp").build();

      assertQuiet(
          MERGE.merge(
              look(10).violating(ID, Severity.HIGH, fresh).build(), List.of(issue().build())));
    }

    @Test
    void withOtherTagsIsStoredButNoNews() {
      Value.Fields details = Value.fields().put("port", 22).note("tags", owner("pay")).build();
      Issue before =
          issue()
              .tags(Map.of("owner", "risk"))
              .details(Value.fields().put("port", 22).note("tags", owner("risk")).build())
              .build();

      Change change =
          only(
              MERGE.merge(
                  look(10)
                      .violating(
                          group(ID),
                          verdict(Severity.HIGH, details),
                          Tags.of(Map.of("owner", "pay")))
                      .build(),
                  List.of(before)));

      assertThat(change.entry()).isEmpty();
      assertThat(change.after().tags().get("owner")).contains("pay");
      assertThat(change.after().finding().details()).isEqualTo(details);
      assertThat(change.after().timestamps()).isEqualTo(before.timestamps());
      assertThat(change.after().event()).isEqualTo(before.event());
      assertThat(change.after().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void withUnreadableTagsKeepsTheKnownOnes() {
      Value.Fields details = Value.fields().put("port", 23).note("tags", Value.absent()).build();
      Issue before =
          issue()
              .tags(Map.of("owner", "risk"))
              .details(Value.fields().put("port", 22).note("tags", owner("risk")).build())
              .build();

      Change change =
          only(
              MERGE.merge(look(10).violating(ID, Severity.HIGH, details).build(), List.of(before)));

      assertThat(change.after().tags()).isEqualTo(before.tags());
      assertThat(change.after().finding().details().get("tags")).contains(owner("risk"));
      assertThat(change.after().finding().details().get("port")).contains(Value.of(23));
    }

    @Test
    void withUnreadableTagsAndNothingElseNewCostsNoWrite() {
      Value.Fields details = Value.fields().put("port", 22).note("tags", Value.absent()).build();

      assertQuiet(
          MERGE.merge(
              look(10).violating(ID, Severity.HIGH, details).build(),
              List.of(issue().tags(Map.of("owner", "risk")).build())));
    }

    @Test
    void byAnOlderLookChangesNothing() {
      Issue newer = issue().observedAt(at(20)).build();

      assertQuiet(
          MERGE.merge(look(10).violating(ID, Severity.CRITICAL, port(1)).build(), List.of(newer)));
    }

    @Test
    void bySeveralIsOneChangeEachInTheOrderOfTheLook() {
      Merged merged = MERGE.merge(look(10).violating("sg-1").violating("sg-2").build(), List.of());

      assertThat(merged.changes())
          .extracting(change -> change.after().key().issueId())
          .containsExactly("sg-1", "sg-2");
    }

    private static Value owner(String name) {
      return Value.fields().put("owner", name).build();
    }
  }

  @Nested
  class Accepted {
    @Test
    void openBecomesWhitelisted() {
      Change change =
          only(ACCEPTING.merge(look(10).violating(ID).build(), List.of(issue().build())));

      assertThat(change.after().status()).isEqualTo(Status.WHITELISTED);
      assertThat(change.after().whitelistId()).contains("w-1");
      assertThat(change.after().event()).isEqualTo(EventKind.WHITELISTED);
      assertThat(change.after().timestamps().updated()).isEqualTo(NOW);
      assertThat(change.entry().orElseThrow().text())
          .isEqualTo("accepted by w-1 (lea): public site");
    }

    @Test
    void whitelistedBecomesOpenWhenNoEntryCoversIt() {
      Issue before = issue().whitelistedBy("w-1").build();

      Change change = only(MERGE.merge(look(10).violating(ID).build(), List.of(before)));

      assertThat(change.after().status()).isEqualTo(Status.OPEN);
      assertThat(change.after().whitelistId()).isEmpty();
      assertThat(change.after().event()).isEqualTo(EventKind.UNWHITELISTED);
    }

    @Test
    void anEndedEntryAcceptsNothing() {
      Merge ended = new Merge(new Whitelist(List.of(entry("w-1").ending(NOW))), NOW);

      Change change = only(ended.merge(look(10).violating(ID).build(), List.of()));

      assertThat(change.after().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void whitelistedAndUnchangedCostsNoWrite() {
      assertQuiet(
          ACCEPTING.merge(
              look(10).violating(ID).build(), List.of(issue().whitelistedBy("w-1").build())));
    }

    @Test
    void byAnotherEntryIsRecorded() {
      Issue before = issue().whitelistedBy("w-0").build();

      Change change = only(ACCEPTING.merge(look(10).violating(ID).build(), List.of(before)));

      assertThat(change.after().whitelistId()).contains("w-1");
      assertThat(change.after().event()).isEqualTo(EventKind.WHITELISTED);
      assertThat(change.entry()).isPresent();
    }

    @Test
    void andChangedAtOnceTellsBoth() {
      Change change =
          only(
              ACCEPTING.merge(
                  look(10).violating(ID, Severity.CRITICAL, port(22)).build(),
                  List.of(issue().build())));

      assertThat(change.after().event()).isEqualTo(EventKind.WHITELISTED);
      assertThat(change.entry().orElseThrow().text())
          .isEqualTo("high -> critical: attached; accepted by w-1 (lea): public site");
    }

    @Test
    void resolvedThatComesBackIsWhitelistedAtOnce() {
      Issue before = issue().status(Status.RESOLVED).build();

      Change change = only(ACCEPTING.merge(look(10).violating(ID).build(), List.of(before)));

      assertThat(change.after().status()).isEqualTo(Status.WHITELISTED);
      assertThat(change.after().event()).isEqualTo(EventKind.BACK);
      assertThat(change.entry().orElseThrow().text()).endsWith("(lea): public site");
    }

    @Test
    void closedStaysClosed() {
      assertQuiet(
          ACCEPTING.merge(
              look(10).violating(ID).build(), List.of(issue().status(Status.CLOSED).build())));
    }

    @Test
    void andSeenCompliantIsResolved() {
      Issue before = issue().whitelistedBy("w-1").build();

      Change change = only(ACCEPTING.merge(look(10).compliant(ID).build(), List.of(before)));

      assertThat(change.after().status()).isEqualTo(Status.RESOLVED);
      assertThat(change.after().whitelistId()).isEmpty();
    }

    @Test
    void andGoneIsResolved() {
      Issue before = issue().whitelistedBy("w-1").build();

      Change change = only(ACCEPTING.merge(look(10).build(), List.of(before)));

      assertThat(change.after().status()).isEqualTo(Status.RESOLVED);
    }
  }

  @Nested
  class Relisting {
    @Test
    void acceptsAnOpenIssueWithoutALook() {
      Issue before = issue().observedAt(at(3)).build();

      Change change = ACCEPTING.relist(before, "lea").orElseThrow();

      assertThat(change.after().status()).isEqualTo(Status.WHITELISTED);
      assertThat(change.after().whitelistId()).contains("w-1");
      assertThat(change.after().observedAt()).isEqualTo(at(3));
      assertThat(change.after().timestamps().updated()).isEqualTo(NOW);
      assertThat(change.after().eventScan()).isEmpty();
      assertThat(change.entry().orElseThrow().actor()).isEqualTo("lea");
      assertThat(change.proof()).isEmpty();
    }

    @Test
    void reopensWhatNoEntryCoversAnyMore() {
      Change change = MERGE.relist(issue().whitelistedBy("w-1").build(), "lea").orElseThrow();

      assertThat(change.after().status()).isEqualTo(Status.OPEN);
      assertThat(change.after().whitelistId()).isEmpty();
      assertThat(change.after().event()).isEqualTo(EventKind.UNWHITELISTED);
      assertThat(change.entry().orElseThrow().text()).isEqualTo("entry w-1 was removed");
    }

    @Test
    void namesTheEntryThatAcceptsItNow() {
      Change change = ACCEPTING.relist(issue().whitelistedBy("w-0").build(), "lea").orElseThrow();

      assertThat(change.after().status()).isEqualTo(Status.WHITELISTED);
      assertThat(change.after().whitelistId()).contains("w-1");
    }

    @Test
    void leavesAloneWhatIsAsItShouldBe() {
      assertThat(MERGE.relist(issue().build(), "lea")).isEmpty();
      assertThat(ACCEPTING.relist(issue().whitelistedBy("w-1").build(), "lea")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED", "UNKNOWN"})
    void touchesNothingThatIsNotThere(Status status) {
      assertThat(ACCEPTING.relist(issue().status(status).build(), "lea")).isEmpty();
    }
  }

  @Nested
  class NotSeen {
    @Test
    void resolvesWhatWasSeenCompliant() {
      Issue before = issue().reporting(REPORTED).build();

      Change change = only(MERGE.merge(look(10).readAt(12).compliant(ID).build(), List.of(before)));

      assertThat(change.after().status()).isEqualTo(Status.RESOLVED);
      assertThat(change.after().timestamps())
          .isEqualTo(new Timestamps(at(0), NOW, Optional.of(NOW)));
      assertThat(change.after().observedAt()).isEqualTo(at(12));
      assertThat(change.after().event()).isEqualTo(EventKind.RESOLVED);
      assertThat(change.after().reporting()).isEqualTo(REPORTED);
      assertThat(change.entry().orElseThrow().text()).isEqualTo("seen compliant");
      assertThat(change.proof()).isEmpty();
    }

    @Test
    void resolvesWhatACompleteListingDidNotBring() {
      Change change = only(MERGE.merge(look(10).build(), List.of(issue().build())));

      assertThat(change.after().status()).isEqualTo(Status.RESOLVED);
      assertThat(change.after().observedAt()).isEqualTo(at(10));
      assertThat(change.entry().orElseThrow().text()).isEqualTo("gone");
    }

    @Test
    void saysWhenTheServiceFiltered() {
      Change change = only(MERGE.merge(look(10).filtered().build(), List.of(issue().build())));

      assertThat(change.entry().orElseThrow().text())
          .isEqualTo("gone or no longer among the offenders");
    }

    @Test
    void resolvesNothingByAbsenceWhenTheListingBroke() {
      Merged merged = MERGE.merge(look(10).broken().build(), List.of(issue().build()));

      assertThat(merged.changes()).isEmpty();
      assertThat(merged.unconfirmed()).containsExactly(ID);
    }

    @Test
    void resolvesWhatWasSeenCompliantBeforeTheListingBroke() {
      Merged merged =
          MERGE.merge(look(10).compliant(ID).broken().build(), List.of(issue().build()));

      assertThat(only(merged).after().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void storesWhatWasSeenViolatingBeforeTheListingBroke() {
      Merged merged = MERGE.merge(look(10).violating(ID).broken().build(), List.of());

      assertThat(only(merged).after().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void resolvesBelowAParentThatWasRead() {
      Issue key = issue().resource(group(ID).withParent("lea")).build();

      Merged merged = MERGE.merge(look(10).withoutChildrenOf("tom").build(), List.of(key));

      assertThat(only(merged).after().status()).isEqualTo(Status.RESOLVED);
      assertThat(merged.unconfirmed()).isEmpty();
    }

    @Test
    void resolvesNothingBelowAParentThatWasNotRead() {
      Issue key = issue().resource(group(ID).withParent("tom")).build();

      Merged merged = MERGE.merge(look(10).withoutChildrenOf("tom").build(), List.of(key));

      assertThat(merged.changes()).isEmpty();
      assertThat(merged.unconfirmed()).containsExactly(ID);
    }

    @Test
    void resolvesNothingWithoutAParentWhenSomeParentsWereNotRead() {
      Merged merged =
          MERGE.merge(look(10).withoutChildrenOf("tom").build(), List.of(issue().build()));

      assertThat(merged.changes()).isEmpty();
      assertThat(merged.unconfirmed()).containsExactly(ID);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN", "WHITELISTED", "UNKNOWN"})
    void unknownChangesNothingAndIsUnconfirmed(Status status) {
      Issue before = issue().status(status).build();

      Merged merged = MERGE.merge(look(10).undecided(ID).build(), List.of(before));

      assertThat(merged.changes()).isEmpty();
      assertThat(merged.unconfirmed()).containsExactly(ID);
    }

    @Test
    void anOlderLookThatSawItCompliantChangesNothing() {
      assertQuiet(
          MERGE.merge(look(10).compliant(ID).build(), List.of(issue().observedAt(at(20)).build())));
    }

    @Test
    void absenceProvesNothingUnlessTheListingBeganAfterwards() {
      assertQuiet(MERGE.merge(look(10).build(), List.of(issue().observedAt(at(10)).build())));
      assertThat(
              only(MERGE.merge(look(11).build(), List.of(issue().observedAt(at(10)).build())))
                  .after()
                  .status())
          .isEqualTo(Status.RESOLVED);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED"})
    void whatIsOverAlreadyStaysSo(Status status) {
      Issue before = issue().status(status).build();

      assertQuiet(MERGE.merge(look(10).compliant(ID).build(), List.of(before)));
      assertQuiet(MERGE.merge(look(10).build(), List.of(before)));
      assertQuiet(MERGE.merge(look(10).undecided(ID).build(), List.of(before)));
    }
  }

  @Nested
  class Back {
    @Test
    void fromResolvedKeepsWhenItWasFoundAndItsTicket() {
      Issue before =
          issue()
              .status(Status.RESOLVED)
              .timestamps(at(0), at(5), Optional.of(at(5)))
              .observedAt(at(5))
              .reporting(REPORTED)
              .build();

      Change change = only(MERGE.merge(look(10).violating(ID).build(), List.of(before)));

      assertThat(change.after().status()).isEqualTo(Status.OPEN);
      assertThat(change.after().timestamps())
          .isEqualTo(new Timestamps(at(0), NOW, Optional.empty()));
      assertThat(change.after().reporting()).isEqualTo(REPORTED);
      assertThat(change.after().life()).isEqualTo(1);
      assertThat(change.after().event()).isEqualTo(EventKind.BACK);
      assertThat(change.entry().orElseThrow().text())
          .isEqualTo("was resolved 2026-11-24T08:05:00Z; there again");
    }

    @Test
    void fromClosedBeginsANewLifeWithoutATicket() {
      Issue before =
          issue()
              .status(Status.CLOSED)
              .timestamps(at(0), at(5), Optional.of(at(5)))
              .reporting(REPORTED)
              .life(2)
              .version(9)
              .build();

      Change change = only(MERGE.merge(look(10).violating(ID).build(), List.of(before)));

      assertThat(change.before()).contains(before);
      assertThat(change.after().status()).isEqualTo(Status.OPEN);
      assertThat(change.after().timestamps()).isEqualTo(new Timestamps(NOW, NOW, Optional.empty()));
      assertThat(change.after().reporting()).isEqualTo(Reporting.NONE);
      assertThat(change.after().life()).isEqualTo(3);
      assertThat(change.after().version()).isEqualTo(10);
      assertThat(change.after().event()).isEqualTo(EventKind.BACK);
      assertThat(change.after().ref()).isEqualTo(before.ref());
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED"})
    void isNotBelievedOfAnOlderLook(Status status) {
      Issue before = issue().status(status).observedAt(at(20)).build();

      assertQuiet(MERGE.merge(look(10).violating(ID).build(), List.of(before)));
    }
  }

  @Nested
  class OfThePredecessor {
    @Test
    void unknownStatusBecomesOpenWhenItIsThere() {
      Issue before = issue().status(Status.UNKNOWN).build();

      Change change = only(MERGE.merge(look(10).violating(ID).build(), List.of(before)));

      assertThat(change.after().status()).isEqualTo(Status.OPEN);
      assertThat(change.after().event()).isEqualTo(EventKind.CHANGED);
      assertThat(change.entry().orElseThrow().text())
          .isEqualTo("its status was not known; it is there");
      assertThat(change.after().timestamps().identified()).isEqualTo(at(0));
    }

    @Test
    void unknownStatusBecomesWhitelistedWhenItIsAccepted() {
      Issue before = issue().status(Status.UNKNOWN).build();

      Change change = only(ACCEPTING.merge(look(10).violating(ID).build(), List.of(before)));

      assertThat(change.after().status()).isEqualTo(Status.WHITELISTED);
    }

    @Test
    void unknownStatusIsResolvedWhenItIsGone() {
      Issue before = issue().status(Status.UNKNOWN).build();

      assertThat(only(MERGE.merge(look(10).build(), List.of(before))).after().status())
          .isEqualTo(Status.RESOLVED);
    }
  }

  @Nested
  class Narrowed {
    private final Issue neighbour = issue().resource(group("sg-other")).build();

    @Test
    void toOneResourceTouchesNothingElse() {
      Merged merged =
          MERGE.merge(look(10).only(ID).compliant(ID).build(), List.of(issue().build(), neighbour));

      assertThat(only(merged).after().key().issueId()).isEqualTo(ID);
      assertThat(merged.unconfirmed()).isEmpty();
    }

    @Test
    void toOneThatDoesNotExistResolvesIt() {
      Merged merged = MERGE.merge(look(10).only(ID).build(), List.of(issue().build(), neighbour));

      assertThat(only(merged).after().key().issueId()).isEqualTo(ID);
      assertThat(only(merged).after().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void byAnAliasMeansTheSameResource() {
      Issue issue = issue().resource(group(ID).withAliases(List.of("vpc-1:web"))).build();

      Merged merged = MERGE.merge(look(10).only("vpc-1:web").build(), List.of(issue, neighbour));

      assertThat(only(merged).after().status()).isEqualTo(Status.RESOLVED);
    }

    @Test
    void saysNothingOfTheSlice() {
      assertThat(MERGE.merge(look(10).only(ID).build(), List.of()).state()).isEmpty();
    }

    @Test
    void andUnchangedMovesTheTimeOfObservationOnly() {
      Issue before = issue().build();

      Change change = only(MERGE.merge(look(10).only(ID).violating(ID).build(), List.of(before)));

      assertThat(change.after()).isEqualTo(new IssueEdit(before).observedAt(at(10)).done());
      assertThat(change.entry()).isEmpty();
    }

    @Test
    void andMergedTwiceChangesNothingTheSecondTime() {
      var look = look(10).only(ID).violating(ID).build();
      Issue after = only(MERGE.merge(look, List.of(issue().build()))).after();

      assertQuiet(MERGE.merge(look, List.of(after)));
    }
  }

  @Nested
  class StateOfTheSlice {
    @Test
    void isCompleteWhenAllWasDecided() {
      SliceState state = state(look(10).violating("a").compliant("b"));

      assertThat(state.outcome()).isEqualTo(SliceOutcome.COMPLETE);
      assertThat(state.judged()).isEqualTo(2);
      assertThat(state.unknown()).isZero();
      assertThat(state.failures()).isEmpty();
      assertThat(state.began()).contains(at(10));
    }

    @Test
    void isPartialWhenSomeVerdictIsUnknown() {
      SliceState state = state(look(10).compliant("b").undecided("c").undecided("d"));

      assertThat(state.outcome()).isEqualTo(SliceOutcome.PARTIAL);
      assertThat(state.judged()).isEqualTo(1);
      assertThat(state.unknown()).isEqualTo(2);
      assertThat(state.failures()).containsExactly(SampleLook.DENIED);
    }

    @Test
    void isPartialWhenAParentWasNotRead() {
      SliceState state = state(look(10).withoutChildrenOf("tom"));

      assertThat(state.outcome()).isEqualTo(SliceOutcome.PARTIAL);
      assertThat(state.failures()).containsExactly(SampleLook.DENIED);
    }

    @Test
    void isFailedWhenTheListingBroke() {
      SliceState state = state(look(10).violating("a").broken());

      assertThat(state.outcome()).isEqualTo(SliceOutcome.FAILED);
      assertThat(state.failures()).containsExactly(SampleLook.DENIED);
    }

    @Test
    void namesWhatItCouldNotConfirm() {
      Merged merged = MERGE.merge(look(10).broken().build(), List.of(issue().build()));

      assertThat(merged.state().orElseThrow().unconfirmed()).containsExactly(ID);
    }

    private static SliceState state(SampleLook look) {
      return MERGE.merge(look.build(), List.of()).state().orElseThrow();
    }
  }
}
