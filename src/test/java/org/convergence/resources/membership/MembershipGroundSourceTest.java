package org.convergence.resources.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentChecker;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.MembershipEnding;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who are or were members may be written to, until two years after the end (R-CASL-5). */
@ModuleTest
class MembershipGroundSourceTest {

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PersonService persons;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private AppointmentService appointments;

    @Autowired
    private CategoryService categories;

    @Autowired
    private AdmissionService admission;

    @Autowired
    private ConsentChecker consents;

    @Autowired
    private JdbcClient db;

    private PersonId ana = new PersonId(new UUID(0, 0));

    @BeforeEach
    void someone() throws Exception {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM resources.membership").update();
        db.sql("DELETE FROM resources.membership_category").update();
        ana = as(() -> persons.create(new PersonFacts("Ana", "Morales", null, null, List.of(), List.of(), null)));
    }

    @Test
    void basisEndsTwoYearsAfterTheMembership() throws Exception {
        MembershipId membership = member(ana, MemberKind.PERSON);
        assertThat(may(LocalDate.of(2022, 5, 1)).basis()).isEqualTo(Basis.MEMBER);
        assertThat(may(LocalDate.of(2030, 1, 1)).allowed()).as("while it lasts").isTrue();
        assertThat(may(LocalDate.of(2019, 12, 31)).allowed())
                .as("before the admission")
                .isFalse();
        as(() -> {
            admission.end(membership, 1, new MembershipEnding(LocalDate.of(2023, 3, 15), null, null));
            return true;
        });
        ConsentDecision last = may(LocalDate.of(2025, 3, 14));
        assertThat(last.allowed()).as("T2").isTrue();
        assertThat(last.until()).isEqualTo(LocalDate.of(2025, 3, 14));
        assertThat(may(LocalDate.of(2025, 3, 15)).allowed()).as("T2b").isFalse();
        assertThat(may(LocalDate.of(2025, 3, 16)).reason()).as("T2").isEqualTo(ConsentDecision.ConsentReason.EXPIRED);
    }

    @Test
    void basisIsComputedAndNotStored() throws Exception {
        MembershipId membership = member(ana, MemberKind.PERSON);
        as(() -> {
            admission.end(membership, 1, new MembershipEnding(LocalDate.of(2020, 6, 30), null, null));
            return true;
        });
        assertThat(may(LocalDate.of(2023, 1, 1)).allowed()).isFalse();
        as(() -> {
            admission.removeEnding(membership, 2);
            return true;
        });
        assertThat(may(LocalDate.of(2023, 1, 1)).allowed()).isTrue();
        assertThat(db.sql("SELECT count(*) FROM directory.consent_entry WHERE person = ?")
                        .param(ana.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void membershipOfAnOrganisationGivesItsPeopleNoBasis() throws Exception {
        OrganisationId union = as(() -> people.findOrCreateOrganisation("Syndicat de l’Érable"));
        member(union, MemberKind.ORGANISATION);
        as(() -> appointments.appoint(ana, union, "Trésorière", new Period(null, null)));
        assertThat(may(LocalDate.of(2022, 5, 1)).reason()).isEqualTo(ConsentDecision.ConsentReason.NOTHING);
    }

    private MembershipId member(Party who, MemberKind kind) throws Exception {
        return as(() -> admission.admit(new MembershipFacts(
                who,
                categories.add(new CategoryFacts("D", "Membres", kind, null, null, null, null)),
                LocalDate.of(2020, 1, 1),
                null)));
    }

    private ConsentDecision may(LocalDate on) throws Exception {
        return Objects.requireNonNull(as(() -> consents.mayWrite(List.of(ana), ConsentChannel.MAIL, Purpose.NEWS, on))
                .get(ana));
    }

    private <T> T as(java.util.concurrent.Callable<T> work) throws Exception {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::call);
    }
}
