package org.convergence.resources.delegation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Suspensions end, and both actions can be undone. */
@ModuleTest
class SuspensionServiceTest {

    private static final String URL = "/resources/delegation/suspensions/";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private CategoryService categories;

    @Autowired
    private AdmissionService admission;

    @Autowired
    private SuspensionService suspensions;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private MembershipId maple = new MembershipId(new UUID(0, 0));

    @BeforeEach
    void aMember() {
        visitors.ensureOrganisation();
        today = settings.today();
        maple = CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            String code = "Y" + Math.abs(UUID.randomUUID().hashCode() % 100_000_000);
            CategoryId unions = categories.add(
                    new CategoryFacts(code, "Syndicats", MemberKind.ORGANISATION, null, null, null, null));
            return admission.admit(new MembershipFacts(
                    people.findOrCreateOrganisation("Syndicat de l’Érable " + code),
                    unions,
                    LocalDate.of(2015, 1, 1),
                    null));
        });
    }

    @Test
    void deletesASuspensionThatHasNotBegun() {
        UUID mistyped = suspend(today.plusYears(1));
        assertThat(post(mistyped + "/end")).hasStatus(303);
        assertThat(kept()).isZero();
        UUID right = suspend(today);
        assertThat(post(mistyped + "/go-on")).hasStatus(422).bodyText().contains("déjà retiré ces jours-là");
        assertThat(kept()).isOne();
        assertThat(right).isNotEqualTo(mistyped);
    }

    @Test
    void restoresADeletedSuspension() {
        UUID later = suspend(today.plusMonths(1));
        assertThat(post(later + "/end")).hasStatus(303);
        assertThat(post(later + "/go-on")).hasStatus(303);
        assertThat(kept()).isOne();
    }

    @Test
    void keepsASuspensionThatBeginsAndEndsToday() {
        UUID begun = suspend(today);
        assertThat(post(begun + "/end")).hasStatus(303);
        assertThat(kept()).isOne();
    }

    @Test
    void refusesToUndoAnEndOnceAnotherSuspensionFollows() {
        UUID first = suspend(today.minusDays(10));
        assertThat(post(first + "/end")).hasStatus(303);
        suspend(today.plusDays(1));
        assertThat(post(first + "/go-on")).hasStatus(422).bodyText().contains("déjà retiré ces jours-là");
    }

    @Test
    void keepsTheLastDayOfAnEndedSuspension() {
        UUID ended = suspend(today.minusDays(10));
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> suspensions.endAfter(ended, today.minusDays(5)));
        suspend(today.minusDays(3));
        assertThat(post(ended + "/end")).hasStatus(303);
        assertThat(db.sql("SELECT until FROM resources.delegation_suspension WHERE id = ?")
                        .param(ended)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today.minusDays(5));
    }

    @Test
    void refusalNamesTheFirstDayOfALaterSuspension() {
        LocalDate later = today.plusYears(10);
        suspend(later);
        assertThatThrownBy(() -> suspend(today))
                .isInstanceOfSatisfying(
                        Refused.class, why -> assertThat(why.arguments()).containsExactly(later));
    }

    private UUID suspend(LocalDate since) {
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            suspensions.suspend(maple, since, "Non-paiement", new Decision("CA", LocalDate.of(2024, 9, 1), null, null));
            return true;
        });
        return db.sql("SELECT id FROM resources.delegation_suspension WHERE membership = ? ORDER BY since DESC LIMIT 1")
                .param(maple.value())
                .query(UUID.class)
                .single();
    }

    private int kept() {
        return db.sql("SELECT count(*) FROM resources.delegation_suspension WHERE membership = ?")
                .param(maple.value())
                .query(Integer.class)
                .single();
    }

    private MvcTestResult post(String at) {
        return pages.as(Role.COORDINATOR).post(URL + at);
    }
}
