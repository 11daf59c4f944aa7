package org.convergence.resources.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The smallest headcount of a category (R-GOV-1): checked at admission, shown afterwards. */
@ModuleTest
class CategoryThresholdTest {

    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private CategoryService categories;

    @Autowired
    private AdmissionService admission;

    @Autowired
    private HeadcountService headcounts;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private OrganisationSettings settings;

    private OrganisationId union = new OrganisationId(new UUID(0, 0));
    private CategoryId large = new CategoryId(new UUID(0, 0));
    private CategoryId any = large;

    @BeforeEach
    void aCategoryForLargeOnes() {
        visitors.ensureOrganisation();
        as(() -> {
            union = people.findOrCreateOrganisation("Fédération de l’Érable " + UUID.randomUUID());
            large = category(30_000);
            any = category(null);
        });
    }

    @Test
    void refusesADeclaredHeadcountBelowTheThreshold() {
        said(29_999, LocalDate.of(2023, 12, 31), HeadcountStatus.DECLARED);
        assertThatThrownBy(() -> admit(large)).isInstanceOf(Refused.class).hasMessage("membership.refused.too-few");
        said(30_000, LocalDate.of(2023, 12, 31), HeadcountStatus.CONFIRMED);
        admit(large);
        assertThat(page()).doesNotContain("Seuil de la catégorie");
    }

    @Test
    void admitsOnAnEstimateOrNoHeadcountWithAWarning() {
        admit(large);
        assertThat(page()).contains("Seuil de la catégorie", "À vérifier", "Au moins 30 000 personnes");
        said(12_000, LocalDate.of(2023, 12, 31), HeadcountStatus.ESTIMATED);
        assertThat(page()).contains("Sous le seuil", "12 000 au 31 décembre 2023", "Rien ne change sans décision");
    }

    @Test
    void keepsAMemberThatFallsBelowTheThreshold() {
        said(31_000, LocalDate.of(2023, 12, 31), HeadcountStatus.DECLARED);
        admit(large);
        said(28_000, LocalDate.of(2024, 12, 31), HeadcountStatus.DECLARED);
        assertThat(page()).contains("Membre", "Sous le seuil");
        as(() -> {
            AdmissionService.MembershipDetails it =
                    admission.findByMember(union).get(0);
            assertThat(it.isActiveOn(settings.today())).isTrue();
            // The decision can be corrected, whatever the current headcount.
            admission.correct(
                    it.id(),
                    it.version(),
                    new MembershipFacts(union, large, SINCE, new Decision("CA", SINCE, "CA-2024-01-01", null)));
        });
    }

    @Test
    void refusesACorrectionIntoTheCategoryBelowTheThreshold() {
        said(20, LocalDate.of(2023, 12, 31), HeadcountStatus.DECLARED);
        admit(any);
        assertThatThrownBy(() -> as(() -> {
                    AdmissionService.MembershipDetails it =
                            admission.findByMember(union).get(0);
                    admission.correct(it.id(), it.version(), new MembershipFacts(union, large, SINCE, null));
                }))
                .isInstanceOf(Refused.class)
                .hasMessage("membership.refused.too-few");
    }

    private CategoryId category(@Nullable Integer least) {
        String code = "S" + Math.abs(UUID.randomUUID().hashCode() % 100_000_000);
        return categories.add(
                new CategoryFacts(code, "Organisations " + code, MemberKind.ORGANISATION, null, null, least, null));
    }

    private void said(int number, LocalDate on, HeadcountStatus status) {
        as(() -> headcounts.declare(new HeadcountFacts(union, on, number, status, null, null)));
    }

    private void admit(CategoryId category) {
        as(() -> admission.admit(new MembershipFacts(union, category, SINCE, null)));
    }

    private String page() {
        return pages.as(Role.COORDINATOR)
                .open("/directory/people/organisations/" + union.value())
                .select("main")
                .text();
    }

    private void as(Runnable work) {
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), work);
    }
}
