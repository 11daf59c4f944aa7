package org.convergence.directory.people.domain.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.Appointments;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.Sphere;
import org.convergence.directory.people.domain.Network;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationRegister;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which records are proposed as duplicates, and why. */
@ModuleTest
class DuplicateSearchTest {

    @Autowired
    private Looking looking;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private PersonRegister persons;

    @Autowired
    private OrganisationRegister organisations;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Network network;

    @Autowired
    private Visitors visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anEmptyDirectory() {
        visitors.anOrganisation();
        for (String each : List.of("affiliation", "function", "likeness", "looked", "person", "organisation")) {
            db.sql("DELETE FROM directory.people_" + each).update();
        }
    }

    @Test
    void whoIsReachedTheSameWayAndSharesAWordOfHerName() {
        person("Ana", "Morales", "ana@exemple.org", "514 555-0199");
        person("Ana", "Morales Ruiz", "ANA@exemple.org");
        person("Luc", "Tremblay", "ana@exemple.org");
        look();
        assertThat(said(Subject.PERSON)).containsExactly("Ana Morales = Ana Morales Ruiz: MAIL");
    }

    @Test
    void whoHasTheSameWordsInHerName() {
        person("Zoé", "Roy");
        person("Roy", "Zoe");
        person("Marie", "");
        person("Marie", "");
        look();
        assertThat(said(Subject.PERSON)).containsExactly("Zoé Roy = Roy Zoe: NAME");
    }

    @Test
    void whoHasANameThatIsAlikeInTheSameOrganisationAlone() {
        OrganisationId union = organisation("Syndicat du Vieux-Port");
        OrganisationId other = organisation("Fédération du fleuve");
        appoint(person("Catherine", "Lévesque"), union);
        appoint(person("Katherine", "Lévesque"), union);
        appoint(person("Kathrine", "Lévesque"), other);
        look();
        assertThat(said(Subject.PERSON)).containsExactly("Catherine Lévesque = Katherine Lévesque: ALIKE");
    }

    @Test
    void organisationsOfTheSameWordsButNotThoseOfTwoUnionsNorOfTwoNumbers() {
        OrganisationId one = organisation("Centrale A");
        OrganisationId other = organisation("Centrale B");
        organisation("La Maison des solidaires");
        organisation("Maison des Solidaires");
        within(one, "Comité de solidarité");
        within(other, "Comité de solidarité");
        within(one, "Local 12");
        within(one, "Local 13");
        within(one, "Conseil central de l’Estrie");
        within(one, "Conseil centrale de l’Estrie");
        look();
        assertThat(said(Subject.ORGANISATION))
                .containsExactlyInAnyOrder(
                        "La Maison des solidaires = Maison des Solidaires: NAME",
                        "Conseil central de l’Estrie = Conseil centrale de l’Estrie: ALIKE");
    }

    @Test
    void whoWasToldApartIsNeverProposedAgainAndWhatWasCorrectedIsProposedNoMore() {
        PersonId one = person("Zoé", "Roy");
        PersonId two = person("Roy", "Zoé");
        PersonId third = person("Luc", "Côté");
        person("Côté", "Luc");
        look();
        assertThat(said(Subject.PERSON)).hasSize(2);
        act(() -> {
            duplicates.tellApart(Subject.PERSON, two.value(), one.value());
            persons.change(one, 1, PersonFacts.named("Zoe", "Roy"));
            persons.change(third, 1, PersonFacts.named("Lucie", "Côté"));
            return true;
        });
        look();
        assertThat(said(Subject.PERSON)).isEmpty();
        act(() -> {
            duplicates.mayBeOne(one.value(), two.value());
            return true;
        });
        assertThat(said(Subject.PERSON)).hasSize(1);
    }

    @Test
    void onlyWhoIsNewOrChangedIsLookedAtSomeAtATime() {
        for (int i = 0; i < Looking.AT_ONCE + 20; i++) {
            person("Personne", "Numéro" + i);
        }
        UUID last = looking.next(Subject.PERSON, null);
        assertThat(looking.waiting(Subject.PERSON)).isEqualTo(20);
        assertThat(looking.next(Subject.PERSON, last)).isNotNull();
        assertThat(looking.waiting(Subject.PERSON)).isZero();
        PersonId one = person("Personne", "Nouvelle");
        assertThat(looking.next(Subject.PERSON, null)).isEqualTo(one.value());
    }

    private void look() {
        for (Subject subject : Subject.values()) {
            for (UUID last = looking.next(subject, null); last != null; last = looking.next(subject, last)) {
                assertThat(last).isNotNull();
            }
        }
    }

    private List<String> said(Subject subject) {
        return act(() -> duplicates.proposed(subject).stream()
                .map(each ->
                        each.first().name() + " = " + each.second().name() + ": " + String.join(" ", each.reasons()))
                .toList());
    }

    private PersonId person(String given, String family, String... reached) {
        List<ContactPoint> points = new ArrayList<>();
        Arrays.stream(reached)
                .forEach(each -> points.add(
                        ContactPoint.read(each, Sphere.PROFESSIONAL, null).orElseThrow()));
        return act(() -> persons.add(new PersonFacts(given, family, null, null, List.of(), points, null)));
    }

    private OrganisationId organisation(String name) {
        return act(() -> organisations.add(OrganisationFacts.named(name)));
    }

    private void within(OrganisationId parent, String name) {
        OrganisationId member = organisation(name);
        act(() -> network.affiliate(member, parent, AffiliationNature.AFFILIATED, Period.ALWAYS));
    }

    private void appoint(PersonId who, OrganisationId where) {
        act(() -> appointments.appoint(who, where, "Déléguée", Period.ALWAYS));
    }

    private <T> T act(Supplier<T> work) {
        try {
            return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }
}
