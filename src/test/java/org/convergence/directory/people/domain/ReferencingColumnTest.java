package org.convergence.directory.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class ReferencingColumnTest {

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private PersonService persons;

    @Autowired
    private AppointmentService appointments;

    @Autowired
    private AffiliationService network;

    @Autowired
    private JdbcClient db;

    @Test
    void repointMovesEveryRowAndRestoreReturnsIt() throws Exception {
        OrganisationId kept = organisation("Centrale des solidaires");
        OrganisationId duplicate = organisation("La centrale des solidaires");
        OrganisationId council = organisation("Conseil régional");
        OrganisationId local = organisation("Local 12");
        PersonId ana = act(() -> persons.create(PersonFacts.named("Ana", "Ruiz")));
        act(() -> appointments.appoint(ana, duplicate, "Présidente", Period.ALWAYS));
        for (OrganisationId each : List.of(kept, duplicate)) {
            act(() -> network.affiliate(each, council, AffiliationNature.AFFILIATED, Period.ALWAYS));
        }
        act(() -> network.affiliate(local, duplicate, AffiliationNature.AFFILIATED, Period.ALWAYS));
        List<String> before = rows();

        List<Json> kinds = new ArrayList<>();
        for (IdentityReference each : references) {
            kinds.add(each.repoint(duplicate, kept));
        }
        assertThat(pointingTo(duplicate)).isZero();
        assertThat(pointingTo(kept)).isEqualTo(3);

        List<IdentityReference> backwards = new ArrayList<>(references);
        Collections.reverse(backwards);
        for (IdentityReference each : backwards) {
            each.restore(duplicate, kinds.get(references.indexOf(each)));
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void exportsAndErasesPersonalData() throws Exception {
        OrganisationId union = organisation("Syndicat du Vieux-Port");
        PersonId zoe = act(() -> persons.create(PersonFacts.named("Zoé", "Roy")));
        act(() -> appointments.appoint(zoe, union, "Trésorière", Period.ALWAYS));

        assertThat(references.stream().flatMap(each -> each.export(zoe).stream()))
                .singleElement()
                .asString()
                .contains("Trésorière");
        references.forEach(each -> each.erase(zoe));
        assertThat(pointingTo(zoe)).isZero();
    }

    private OrganisationId organisation(String name) throws Exception {
        return act(() -> organisations.create(OrganisationFacts.named(name)));
    }

    private List<String> rows() {
        return db.sql("""
                        SELECT to_jsonb(f)::text FROM directory.people_function f
                        UNION ALL SELECT to_jsonb(a)::text FROM directory.people_affiliation a ORDER BY 1
                        """).query(String.class).list();
    }

    private long pointingTo(Party party) {
        return db.sql("""
                        SELECT (SELECT count(*) FROM directory.people_function WHERE :id IN (person, organisation))
                             + (SELECT count(*) FROM directory.people_affiliation WHERE :id IN (member, parent))
                        """).param("id", party.value()).query(Long.class).single();
    }

    private static <T> T act(Callable<T> work) throws Exception {
        return CurrentActor.callAs(Actor.system("test"), work::call);
    }
}
