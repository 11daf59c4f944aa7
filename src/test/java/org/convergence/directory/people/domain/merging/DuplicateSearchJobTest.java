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
import org.convergence.directory.people.domain.AffiliationService;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which records are proposed as duplicates, and why. */
@ModuleTest
class DuplicateSearchJobTest {

    @Autowired
    private DuplicateSearchJob looking;

    @Autowired
    private DuplicateService duplicates;

    @Autowired
    private PersonService persons;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private AppointmentService appointments;

    @Autowired
    private AffiliationService network;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anEmptyDirectory() {
        visitors.ensureOrganisation();
        for (String each : List.of("affiliation", "function", "likeness", "looked", "person", "organisation")) {
            db.sql("DELETE FROM directory.people_" + each).update();
        }
    }

    @Test
    void findsPeopleWithSameContactAndSharedWordOfName() {
        person("Ana", "Morales", "ana@exemple.org", "514 555-0199");
        person("Ana", "Morales Ruiz", "ANA@exemple.org");
        person("Luc", "Tremblay", "ana@exemple.org");
        look();
        assertThat(said(MergeSubject.PERSON)).containsExactly("Ana Morales = Ana Morales Ruiz: MAIL");
    }

    @Test
    void findsPeopleWithTheSameWordsInTheirName() {
        person("Zoé", "Roy");
        person("Roy", "Zoe");
        person("Marie", "");
        person("Marie", "");
        look();
        assertThat(said(MergeSubject.PERSON)).containsExactly("Zoé Roy = Roy Zoe: NAME");
    }

    @Test
    void findsSimilarNamesInTheSameOrganisationOnly() {
        OrganisationId union = organisation("Syndicat du Vieux-Port");
        OrganisationId other = organisation("Fédération du fleuve");
        appoint(person("Catherine", "Lévesque"), union);
        appoint(person("Katherine", "Lévesque"), union);
        appoint(person("Kathrine", "Lévesque"), other);
        look();
        assertThat(said(MergeSubject.PERSON)).containsExactly("Catherine Lévesque = Katherine Lévesque: ALIKE");
    }

    @Test
    void findsOrganisationsOfSameWordsExceptDifferentUnionsOrNumbers() {
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
        assertThat(said(MergeSubject.ORGANISATION))
                .containsExactlyInAnyOrder(
                        "La Maison des solidaires = Maison des Solidaires: NAME",
                        "Conseil central de l’Estrie = Conseil centrale de l’Estrie: ALIKE");
    }

    @Test
    void neverProposesRejectedOrCorrectedPairsAgain() {
        PersonId one = person("Zoé", "Roy");
        PersonId two = person("Roy", "Zoé");
        PersonId third = person("Luc", "Côté");
        person("Côté", "Luc");
        look();
        assertThat(said(MergeSubject.PERSON)).hasSize(2);
        act(() -> {
            duplicates.dismiss(MergeSubject.PERSON, two.value(), one.value());
            persons.update(one, 1, PersonFacts.named("Zoe", "Roy"));
            persons.update(third, 1, PersonFacts.named("Lucie", "Côté"));
            return true;
        });
        look();
        assertThat(said(MergeSubject.PERSON)).isEmpty();
        act(() -> {
            duplicates.undoDismissal(one.value(), two.value());
            return true;
        });
        assertThat(said(MergeSubject.PERSON)).hasSize(1);
    }

    @Test
    void searchesOnlyNewOrChangedRecordsInBatches() {
        for (int i = 0; i < DuplicateSearchJob.AT_ONCE + 20; i++) {
            person("Personne", "Numéro" + i);
        }
        UUID last = looking.searchNext(MergeSubject.PERSON, null);
        assertThat(looking.countWaiting(MergeSubject.PERSON)).isEqualTo(20);
        assertThat(looking.searchNext(MergeSubject.PERSON, last)).isNotNull();
        assertThat(looking.countWaiting(MergeSubject.PERSON)).isZero();
        PersonId one = person("Personne", "Nouvelle");
        assertThat(looking.searchNext(MergeSubject.PERSON, null)).isEqualTo(one.value());
    }

    private void look() {
        for (MergeSubject subject : MergeSubject.values()) {
            for (UUID last = looking.searchNext(subject, null);
                    last != null;
                    last = looking.searchNext(subject, last)) {
                assertThat(last).isNotNull();
            }
        }
    }

    private List<String> said(MergeSubject subject) {
        return act(() -> duplicates.findUndecided(subject).stream()
                .map(each ->
                        each.first().name() + " = " + each.second().name() + ": " + String.join(" ", each.reasons()))
                .toList());
    }

    private PersonId person(String given, String family, String... reached) {
        List<ContactPoint> points = new ArrayList<>();
        Arrays.stream(reached)
                .forEach(each -> points.add(ContactPoint.read(each, ContactSphere.PROFESSIONAL, null)
                        .orElseThrow()));
        return act(() -> persons.create(new PersonFacts(given, family, null, null, List.of(), points, null)));
    }

    private OrganisationId organisation(String name) {
        return act(() -> organisations.create(OrganisationFacts.named(name)));
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
