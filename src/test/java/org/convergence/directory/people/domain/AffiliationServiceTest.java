package org.convergence.directory.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class AffiliationServiceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Autowired
    private OrganisationService register;

    @Autowired
    private OrganisationQueries reading;

    @Autowired
    private AffiliationService network;

    @Autowired
    private NewcomerService newcomers;

    @Autowired
    private ConcurrentActions concurrent;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void beginWithNobody() {
        db.sql("DELETE FROM directory.people_affiliation").update();
        db.sql("DELETE FROM directory.people_organisation").update();
        db.sql("DELETE FROM directory.people_person WHERE family_name = 'Roy'").update();
    }

    @Test
    void localHasSeveralParentsAtOnce() throws Exception {
        OrganisationId local = organisation("Syndicat du Vieux-Port");
        OrganisationId federation = organisation("Fédération du commerce");
        OrganisationId central = organisation("Centrale des solidaires");
        OrganisationId council = organisation("Conseil régional de l’Estuaire");
        affiliate(local, federation, Period.ALWAYS);
        affiliate(local, council, Period.ALWAYS);
        affiliate(federation, central, Period.ALWAYS);

        assertThat(act(() -> reading.findAncestors(local, DAY)))
                .extracting(each -> each.organisation().name(), OrganisationQueries.OrganisationRelation::depth)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Conseil régional de l’Estuaire", 1),
                        org.assertj.core.groups.Tuple.tuple("Fédération du commerce", 1),
                        org.assertj.core.groups.Tuple.tuple("Centrale des solidaires", 2));
    }

    @Test
    void showsAffiliationOnItsDaysOnly() throws Exception {
        OrganisationId local = organisation("Syndicat des traversiers");
        OrganisationId central = organisation("Centrale d’avant");
        affiliate(local, central, new Period(DAY.minusYears(2), DAY.minusDays(1)));

        assertThat(act(() -> reading.findAncestors(local, DAY.minusDays(1)))).hasSize(1);
        assertThat(act(() -> reading.findAncestors(local, DAY))).isEmpty();
    }

    @Test
    void refusesCircleAndWritesNothing() throws Exception {
        OrganisationId one = organisation("Une");
        OrganisationId two = organisation("Deux");
        affiliate(one, two, Period.ALWAYS);

        assertThatThrownBy(() -> affiliate(two, one, Period.ALWAYS))
                .isInstanceOf(Refused.class)
                .hasMessage("people.affiliation.circle");
        assertThatThrownBy(() -> affiliate(one, one, Period.ALWAYS)).hasMessage("people.affiliation.same");
        assertThatThrownBy(() -> affiliate(one, two, new Period(DAY, null))).hasMessage("people.affiliation.twice");
    }

    /** Each half is harmless: only the database, which serialises writers, can refuse the second. */
    @Test
    void concurrentChangesCloseNoCircle() throws Exception {
        for (int round = 0; round < 10; round++) {
            OrganisationId one = organisation("Une " + round);
            OrganisationId two = organisation("Deux " + round);
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService both = Executors.newFixedThreadPool(2);
            List<Future<Object>> done = both.invokeAll(List.of(half(together, one, two), half(together, two, one)));
            both.shutdown();

            long written = 0;
            for (Future<Object> each : done) {
                written += each.get() instanceof Refused ? 0 : 1;
            }
            assertThat(written).isEqualTo(1);
        }
    }

    @Test
    void secondAdditionOfNameSeesFirst() {
        var entered = concurrent.runBeforeCommit(
                Actor.system("test"),
                () -> assertThat(enter("Été")).isTrue(),
                () -> assertThat(enter("ETE")).isFalse());
        assertThat(entered.thrown()).isNull();
    }

    /** Whether both are entered, a person and an organisation. */
    private boolean enter(String name) {
        var organisation = newcomers.createOrganisation(
                OrganisationFacts.named(name), new ChosenParties<>(List.of(), List.of()), false);
        var person = newcomers.createPerson(PersonFacts.named(name, "Roy"), null, false);
        assertThat(organisation.isPresent()).isEqualTo(person.isPresent());
        return person.isPresent();
    }

    private Callable<Object> half(CyclicBarrier together, OrganisationId member, OrganisationId parent) {
        return () -> {
            together.await();
            try {
                return affiliate(member, parent, Period.ALWAYS);
            } catch (Refused refused) {
                return refused;
            }
        };
    }

    private OrganisationId organisation(String name) throws Exception {
        return act(() -> register.create(OrganisationFacts.named(name)));
    }

    private Object affiliate(OrganisationId member, OrganisationId parent, Period period) throws Exception {
        return act(() -> network.affiliate(member, parent, AffiliationNature.AFFILIATED, period));
    }

    private static <T> T act(Callable<T> work) throws Exception {
        return CurrentActor.callAs(Actor.system("test"), work::call);
    }
}
