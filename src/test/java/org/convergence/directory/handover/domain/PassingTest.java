package org.convergence.directory.handover.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.convergence.directory.handover.Estate;
import org.convergence.directory.handover.Held;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.Board;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.Meetings;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.AtOnce;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing that she held is left behind, and nothing is lost on the way, whatever she held and however it is interrupted. */
@ModuleTest
class PassingTest {

    @Autowired
    private Visitors visitors;

    @Autowired
    private Estate estate;

    @Autowired
    private Board board;

    @Autowired
    private Meetings meetings;

    @Autowired
    private List<Holding> holdings;

    @Autowired
    private Passing passing;

    @Autowired
    private Handovers handovers;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private Messages messages;

    @Autowired
    private AtOnce atOnce;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    private Actor coordinator = Actor.VISITOR;
    private PersonId leaves = new PersonId(new UUID(0, 0));
    private PersonId ana = leaves;
    private PersonId bea = leaves;

    @BeforeEach
    void people() {
        visitors.anOrganisation();
        coordinator = visitors.actor(Role.COORDINATOR);
        db.sql("DELETE FROM platform.mail_message WHERE purpose = 'handover_passed'").update();
        LocalDate longAgo = settings.today().minusYears(1);
        PersonId stays = estate.person("Coordonnatrice", "Qui reste");
        estate.grant(estate.account(stays, Role.COORDINATOR, longAgo), Role.ADMINISTRATOR, longAgo);
        leaves = estate.person("Wapikoni", "Qui part");
        ana = estate.person("Ana", "Qui reste");
        bea = estate.person("Béa", "Qui reste");
    }

    @Test
    void whateverSheHeldNothingIsLeftBehindAndNothingIsLost() {
        for (int seed = 0; seed < 12; seed++) {
            people();
            Random random = new Random(seed);
            LocalDate lastDay = settings.today().plusDays(random.nextInt(60) - 20);
            fill(random);
            Map<String, Set<UUID>> before = held(leaves, lastDay);
            Map<String, Set<UUID>> others = both(lastDay);
            Inventory read = inventory(lastDay);
            Set<UUID> toOther = read.passing().stream()
                    .filter(each -> random.nextBoolean())
                    .collect(Collectors.toSet());

            pass(lastDay, ana, bea, toOther, read.mark());

            Map<String, Set<UUID>> left = held(leaves, lastDay);
            Map<String, Set<UUID>> after = both(lastDay);
            for (Holding holding : holdings) {
                String key = holding.key();
                switch (holding.fate()) {
                    case PASSES -> {
                        assertThat(left.get(key)).as("%s, seed %d", key, seed).isEmpty();
                        Set<UUID> all = new HashSet<>(others.get(key));
                        all.addAll(before.get(key));
                        if (key.equals("actionplan.holding.support")) {
                            // Who answers for an action now does not help with it as well.
                            assertThat(after.get(key)).as("%s, seed %d", key, seed).isSubsetOf(all);
                            all.removeAll(after.get("actionplan.holding.responsible"));
                            assertThat(after.get(key)).as("%s, seed %d", key, seed).containsAll(all);
                        } else {
                            assertThat(after.get(key)).as("%s, seed %d", key, seed).isEqualTo(all);
                        }
                    }
                    case ENDS -> assertThat(left.get(key)).as("%s, seed %d", key, seed).isEmpty();
                    case REMAINS -> assertThat(left.get(key)).isEqualTo(before.get(key));
                }
            }
        }
    }

    @Test
    void theRecordSaysWhatMovedToWhomAndIsNeverChanged() {
        List<ActionId> actions = estate.actions(2);
        estate.answers(leaves, actions.get(0), settings.today());
        estate.answers(leaves, actions.get(1), settings.today());
        Inventory read = inventory(settings.today());
        Passing.Passed passed = pass(
                settings.today(), ana, bea, Set.of(actions.get(1).value()), read.mark());
        Handover it = as(() -> handovers.one(passed.id()));
        assertThat(it.items())
                .extracting(item -> item.held().what() + " → " + item.successor())
                .containsExactlyInAnyOrder("1.2 · Action 1 → Ana Qui reste", "1.2 · Action 2 → Béa Qui reste");
        for (String sql : List.of(
                "UPDATE directory.handover_item SET what = 'Autre'",
                "DELETE FROM directory.handover_item",
                "UPDATE directory.handover SET last_day = last_day + 1",
                "DELETE FROM directory.handover")) {
            assertThatThrownBy(() -> db.sql(sql).update()).as(sql).hasMessageContaining("never changed");
        }
        assertThat(letters()).isEqualTo(2);
        assertThat(db.sql("SELECT string_agg(subject || body, '') FROM platform.mail_message WHERE purpose = 'handover_passed'")
                        .query(String.class)
                        .single())
                .contains("Work was passed on to you")
                .doesNotContain("Action 1", "Wapikoni");
    }

    @Test
    void whatChangedSinceItWasReadIsReadAgain() {
        List<ActionId> actions = estate.actions(2);
        estate.answers(leaves, actions.get(0), settings.today());
        String mark = inventory(settings.today()).mark();
        estate.answers(leaves, actions.get(1), settings.today());
        assertThatThrownBy(() -> pass(settings.today(), ana, null, Set.of(), mark))
                .hasMessage("handover.refused.changed");
        assertThat(held(leaves, settings.today()).get("actionplan.holding.responsible"))
                .hasSize(2);
    }

    @Test
    void ofTwoWhoPassItOnAtOnceOneDoes() {
        estate.answers(leaves, estate.actions(1).get(0), settings.today());
        String mark = inventory(settings.today()).mark();
        var ends = atOnce.together(
                coordinator,
                List.of(
                        () -> pass(settings.today(), ana, null, Set.of(), mark),
                        () -> pass(settings.today(), bea, null, Set.of(), mark)));
        assertThat(ends.stream().filter(end -> end.thrown() == null)).hasSize(1);
        assertThat(ends.stream().filter(end -> end.thrown() != null))
                .allSatisfy(end -> assertThat(end.thrown()).hasMessage("handover.refused.changed"));
    }

    @Test
    void aSuccessorWhoIsGoneOrLeavesHerselfTakesNothing() {
        estate.answers(leaves, estate.actions(1).get(0), settings.today());
        String mark = inventory(settings.today()).mark();
        PersonId gone = new PersonId(org.convergence.platform.database.Ids.next());
        assertThatThrownBy(() -> pass(settings.today(), gone, null, Set.of(), mark))
                .hasMessage("handover.refused.gone");
        PersonId leaver = leaves;
        leaves = ana;
        pass(settings.today().plusDays(3), null, null, Set.of(), inventory(settings.today()).mark());
        leaves = leaver;
        assertThatThrownBy(() -> pass(settings.today(), ana, null, Set.of(), mark))
                .hasMessage("handover.refused.leaves");
    }

    @Test
    void theLastCoordinatorDoesNotLeaveTheHouseAlone() {
        db.sql("UPDATE identity.role_grant SET to_date = from_date").update();
        UUID account = estate.account(leaves, Role.COORDINATOR, settings.today().minusYears(1));
        estate.grant(account, Role.ADMINISTRATOR, settings.today().minusYears(1));
        estate.answers(leaves, estate.actions(1).get(0), settings.today());
        String mark = inventory(settings.today()).mark();
        assertThatThrownBy(() -> pass(settings.today(), ana, null, Set.of(), mark))
                .hasMessage("identity.account.nobody_left");
        assertThat(held(leaves, settings.today()).get("actionplan.holding.responsible"))
                .hasSize(1);
    }

    @Test
    void killedInTheMiddleItDidNotTakePlace() throws Exception {
        UUID account = estate.account(leaves, Role.STAFF, settings.today().minusYears(1));
        estate.answers(leaves, estate.actions(1).get(0), settings.today());
        String mark = inventory(settings.today()).mark();
        CompletableFuture<@Nullable Throwable> ending = new CompletableFuture<>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            // Roles come after the lines of the plan, which have moved by then.
            db.sql("SELECT id FROM identity.role_grant WHERE account_id = ? FOR UPDATE")
                    .param(account)
                    .query(UUID.class)
                    .list();
            new Thread(() -> {
                        try {
                            pass(settings.today(), ana, null, Set.of(), mark);
                            ending.complete(null);
                        } catch (RuntimeException killed) {
                            ending.complete(killed);
                        }
                    })
                    .start();
            while (!terminated()) {
                Thread.onSpinWait();
            }
            assertThat(ending.join()).isNotNull();
        });
        assertThat(held(leaves, settings.today()).get("actionplan.holding.responsible"))
                .hasSize(1);
        assertThat(held(leaves, settings.today()).get("identity.holding.role")).hasSize(1);
        pass(settings.today(), ana, null, Set.of(), mark);
        assertThat(held(leaves, settings.today()).get("identity.holding.role")).isEmpty();
    }

    private boolean terminated() {
        return db.sql("""
                        SELECT coalesce(bool_or(pg_terminate_backend(pid)), false) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).query(Boolean.class).single();
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
            BodyId body = board.body(BodyKind.BOARD, Quorum.moreThanHalf());
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

    private Map<String, Set<UUID>> held(PersonId person, LocalDate lastDay) {
        return as(() -> {
            Map<String, Set<UUID>> all = new TreeMap<>();
            holdings.forEach(each -> all.put(
                    each.key(),
                    each.of(person, lastDay, words()).stream().map(Held::id).collect(Collectors.toSet())));
            return all;
        });
    }

    private Map<String, Set<UUID>> both(LocalDate lastDay) {
        Map<String, Set<UUID>> all = held(ana, lastDay);
        held(bea, lastDay).forEach((key, ids) -> all.get(key).addAll(ids));
        return all;
    }

    private Inventory inventory(LocalDate lastDay) {
        return as(() -> handovers.inventory(leaves, lastDay, words()));
    }

    private Passing.Passed pass(
            LocalDate lastDay, @Nullable PersonId to, @Nullable PersonId other, Set<UUID> toOther, String mark) {
        return as(() -> passing.pass(new Passage(leaves, lastDay, to, other, toOther, "Bon vent!", mark), words()));
    }

    private int letters() {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE purpose = 'handover_passed'")
                .query(Integer.class)
                .single();
    }

    private Words words() {
        return messages.in(Language.FRENCH, settings.current().zone());
    }

    private <T> T as(java.util.function.Supplier<T> gesture) {
        try {
            return CurrentActor.callAs(coordinator, gesture::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
