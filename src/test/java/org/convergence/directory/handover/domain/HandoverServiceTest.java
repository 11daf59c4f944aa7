package org.convergence.directory.handover.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.testing.ModuleTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A hand-over leaves nothing behind and loses nothing, whatever the holdings and interruptions. */
@ModuleTest
class HandoverServiceTest extends HandoverPeopleFixture {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private List<Holding> holdings;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void transfersEverythingHeldWithoutLoss() {
        for (int seed = 0; seed < 12; seed++) {
            people();
            Random random = new Random(seed);
            LocalDate lastDay = settings.today().plusDays(random.nextInt(60) - 20);
            fill(random);
            Map<String, Set<UUID>> before = relay.held(leaves, lastDay);
            Map<String, Set<UUID>> others = both(lastDay);
            Inventory read = relay.read(leaves, lastDay);
            Set<UUID> toOther = read.passingIds().stream()
                    .filter(each -> random.nextBoolean())
                    .collect(Collectors.toSet());

            relay.pass(leaves, lastDay, ana, bea, toOther);

            Map<String, Set<UUID>> left = relay.held(leaves, lastDay);
            Map<String, Set<UUID>> after = both(lastDay);
            for (Holding holding : holdings) {
                String key = holding.key();
                switch (holding.outcome()) {
                    case PASSES -> {
                        assertThat(left.get(key)).as("%s, seed %d", key, seed).isEmpty();
                        Set<UUID> all = new HashSet<>(others.get(key));
                        all.addAll(before.get(key));
                        if (key.equals("actionplan.holding.support")) {
                            // The person responsible for an action does not also help with it.
                            assertThat(after.get(key))
                                    .as("%s, seed %d", key, seed)
                                    .isSubsetOf(all);
                            all.removeAll(after.get("actionplan.holding.responsible"));
                            assertThat(after.get(key))
                                    .as("%s, seed %d", key, seed)
                                    .containsAll(all);
                        } else {
                            assertThat(after.get(key))
                                    .as("%s, seed %d", key, seed)
                                    .isEqualTo(all);
                        }
                    }
                    case ENDS ->
                        assertThat(left.get(key)).as("%s, seed %d", key, seed).isEmpty();
                    case REMAINS -> assertThat(left.get(key)).isEqualTo(before.get(key));
                }
            }
        }
    }

    @Test
    void killInTheMiddleRollsBackHandover() throws Exception {
        UUID account = estate.account(leaves, Role.STAFF, settings.today().minusYears(1));
        estate.answers(leaves, estate.actions(1).get(0), settings.today());
        String mark = relay.read(leaves, settings.today()).fingerprint();
        CompletableFuture<@Nullable Throwable> ending = new CompletableFuture<>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            // Roles come after the lines of the plan, which have moved by then.
            db.sql("SELECT id FROM identity.role_grant WHERE account_id = ? FOR UPDATE")
                    .param(account)
                    .query(UUID.class)
                    .list();
            new Thread(() -> {
                        try {
                            relay.pass(leaves, ana, mark);
                            ending.complete(null);
                        } catch (RuntimeException killed) {
                            ending.complete(killed);
                        }
                    })
                    .start();
            await().atMost(PATIENCE).until(this::terminated);
            assertThat(ending.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join())
                    .isNotNull();
        });
        assertThat(relay.answersFor(leaves)).isEqualTo(1);
        assertThat(relay.held(leaves, settings.today()).get("identity.holding.role"))
                .hasSize(1);
        relay.pass(leaves, ana, mark);
        assertThat(relay.held(leaves, settings.today()).get("identity.holding.role"))
                .isEmpty();
    }

    /** Within a transaction the list of connections is a snapshot; locks are read afresh. */
    private boolean terminated() {
        return db.sql("SELECT coalesce(bool_or(pg_terminate_backend(pid)), false) FROM pg_locks WHERE NOT granted")
                .query(Boolean.class)
                .single();
    }

    private void fill(Random random) {
        LocalDate today = settings.today();
        List<ActionId> actions = estate.actions(6);
        for (ActionId each : actions) {
            PersonId who = List.of(leaves, ana, bea, leaves).get(random.nextInt(4));
            estate.answers(who, each, today.plusDays(random.nextInt(100)));
            for (PersonId helper : List.of(leaves, ana, bea)) {
                if (random.nextBoolean()) {
                    estate.helps(helper, each);
                }
            }
        }
        if (random.nextBoolean()) {
            estate.report(leaves, estate.planOf(actions.get(0)), today);
        }
        if (random.nextBoolean()) {
            BodyId body = board.addBody(BodyKind.BOARD, Quorum.moreThanHalf());
            MeetingId meeting = meetings.plan(body, LocalDateTime.of(today, java.time.LocalTime.NOON));
            UUID item = db.sql("SELECT id FROM outreach.assembly_item WHERE meeting = ? LIMIT 1")
                    .param(meeting.value())
                    .query(UUID.class)
                    .single();
            estate.followUp(leaves, body.value(), meeting.value(), item, today.plusDays(5));
            estate.followUp(ana, body.value(), meeting.value(), item, today.plusDays(5));
        }
        if (random.nextBoolean()) {
            estate.contract(leaves, today.minusMonths(5));
        }
        if (random.nextBoolean()) {
            estate.account(leaves, Role.STAFF, today.minusMonths(5));
        }
    }

    private Map<String, Set<UUID>> both(LocalDate lastDay) {
        Map<String, Set<UUID>> all = relay.held(ana, lastDay);
        relay.held(bea, lastDay).forEach((key, ids) -> all.merge(key, ids, HandoverServiceTest::together));
        return all;
    }

    private static Set<UUID> together(Set<UUID> some, Set<UUID> others) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
