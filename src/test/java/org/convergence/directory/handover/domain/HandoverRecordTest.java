package org.convergence.directory.handover.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The record of a hand-over, and the cases in which it is refused. */
@ModuleTest
class HandoverRecordTest extends HandoverPeopleFixture {

    @Autowired
    private ConcurrentActions atOnce;

    @Test
    void recordNamesItemsAndSuccessorsAndIsReadOnly() {
        List<ActionId> actions = estate.actions(2);
        estate.answers(leaves, actions.get(0), settings.today());
        estate.answers(leaves, actions.get(1), settings.today());
        HandoverService.HandoverResult passed = relay.pass(
                leaves, settings.today(), ana, bea, Set.of(actions.get(1).value()));
        Handover it = relay.one(passed);
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
        assertThat(db.sql(
                                "SELECT string_agg(subject || body, '') FROM platform.mail_message WHERE purpose = 'handover_passed'")
                        .query(String.class)
                        .single())
                .contains("Work was passed on to you")
                .doesNotContain("Action 1", "Wapikoni");
    }

    /** The directory has more languages than our letters. */
    @Test
    void writesInOrganisationsLanguageIfSuccessorsIsUnsupported() {
        estate.answers(leaves, estate.actions(1).get(0), settings.today());
        db.sql("UPDATE directory.people_person SET languages = '{es,fr}' WHERE id = ?")
                .param(ana.value())
                .update();
        relay.pass(leaves, ana, relay.read(leaves, settings.today()).fingerprint());
        assertThat(db.sql("SELECT subject || body FROM platform.mail_message WHERE purpose = 'handover_passed'")
                        .query(String.class)
                        .single())
                .startsWith("On vous a passé le relais")
                .contains("Bonjour Ana");
    }

    @Test
    void reloadsItemsChangedSinceRead() {
        List<ActionId> actions = estate.actions(2);
        estate.answers(leaves, actions.get(0), settings.today());
        String mark = relay.read(leaves, settings.today()).fingerprint();
        estate.answers(leaves, actions.get(1), settings.today());
        assertThatThrownBy(() -> relay.pass(leaves, ana, mark)).hasMessage("handover.refused.changed");
        assertThat(relay.answersFor(leaves)).isEqualTo(2);
    }

    @Test
    void oneOfTwoConcurrentHandoversSucceeds() {
        estate.answers(leaves, estate.actions(1).get(0), settings.today());
        String mark = relay.read(leaves, settings.today()).fingerprint();
        var ends = atOnce.runTogether(
                relay.coordinator(), List.of(() -> relay.pass(leaves, ana, mark), () -> relay.pass(leaves, bea, mark)));
        assertThat(ends.stream().filter(end -> end.thrown() == null)).hasSize(1);
        assertThat(ends.stream().filter(end -> end.thrown() != null))
                .allSatisfy(end -> assertThat(end.thrown()).hasMessage("handover.refused.changed"));
    }

    @Test
    void refusesSuccessorWhoLeftOrIsLeaving() {
        estate.answers(leaves, estate.actions(1).get(0), settings.today());
        String mark = relay.read(leaves, settings.today()).fingerprint();
        PersonId gone = new PersonId(org.convergence.platform.database.Ids.next());
        assertThatThrownBy(() -> relay.pass(leaves, gone, mark)).hasMessage("handover.refused.gone");
        relay.leave(ana, settings.today().plusDays(3));
        assertThatThrownBy(() -> relay.pass(leaves, ana, mark)).hasMessage("handover.refused.leaves");
    }

    @Test
    void handoverLetsNobodyApproveTheirOwnWeeks() {
        estate.contract(ana, settings.today().minusMonths(1));
        db.sql("UPDATE plan.time_contract SET approver = ? WHERE person = ?")
                .params(leaves.value(), ana.value())
                .update();
        String mark = relay.read(leaves, settings.today()).fingerprint();
        assertThatThrownBy(() -> relay.pass(leaves, ana, mark)).hasMessage("time.refused.own-approver");
        relay.pass(leaves, bea, mark);
    }

    @Test
    void refusesDepartureOfTheLastCoordinator() {
        db.sql("UPDATE identity.role_grant SET to_date = from_date").update();
        UUID account = estate.account(leaves, Role.COORDINATOR, settings.today().minusYears(1));
        estate.grant(account, Role.ADMINISTRATOR, settings.today().minusYears(1));
        estate.answers(leaves, estate.actions(1).get(0), settings.today());
        String mark = relay.read(leaves, settings.today()).fingerprint();
        assertThatThrownBy(() -> relay.pass(leaves, ana, mark)).hasMessage("identity.account.nobody_left");
        assertThat(relay.answersFor(leaves)).isEqualTo(1);
    }

    private int letters() {
        return db.sql("SELECT count(*) FROM platform.mail_message WHERE purpose = 'handover_passed'")
                .query(Integer.class)
                .single();
    }
}
