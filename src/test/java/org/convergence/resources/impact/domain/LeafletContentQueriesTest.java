package org.convergence.resources.impact.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.resources.impact.ImpactFixture;
import org.convergence.resources.impact.domain.StoryPolicy.Story;
import org.convergence.resources.membership.CategoryId;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What counts for a member: on which days, through which organisations, and once. */
@ModuleTest
class LeafletContentQueriesTest {

    private static final LocalDate SUMMER = LocalDate.of(2025, 7, 1);
    private static final LocalDate WINTER = LocalDate.of(2026, 1, 15);

    @Autowired
    private ImpactFixture union;

    @Autowired
    private LeafletContentQueries reader;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private CategoryId category;
    private OrganisationId local;
    private OrganisationId federation;
    private OrganisationId central;

    @BeforeEach
    void aLocalItsFederationAndItsCentral() {
        union.clear();
        category = union.addCategory();
        local = union.addMember("Syndicat de l’Érable", category, LocalDate.of(2015, 1, 1));
        federation = union.addOrganisation("Fédération fictive");
        central = union.addOrganisation("Centrale fictive");
        union.affiliate(local, federation, AffiliationNature.AFFILIATED, Period.ALWAYS);
        union.affiliate(federation, central, AffiliationNature.AFFILIATED, Period.ALWAYS);
        union.affiliate(local, central, AffiliationNature.AFFILIATED, Period.ALWAYS);
    }

    @Test
    void countsARealisationOfTheNetworkOnce() {
        union.recordRealisation("Avec le syndicat", SUMMER, 10, "", local);
        union.recordRealisation("Avec la centrale et la fédération", SUMMER, 100, "", central, federation);
        union.recordRealisation("Avec quelqu’un d’autre", SUMMER, 1_000, "", union.addOrganisation("Autre syndicat"));
        LeafletContent told = told(local);
        assertThat(told.own().participations().total()).isEqualTo(10);
        assertThat(told.network().participations().total()).isEqualTo(110);
        assertThat(told.network().realisations()).isEqualTo(2);
        assertThat(told.whole().participations().total()).isEqualTo(1_110);
        assertThat(told.above()).containsExactly("Centrale fictive", "Fédération fictive");
        assertThat(told.stories())
                .extracting(Story::title)
                .containsExactly("Avec le syndicat", "Avec la centrale et la fédération");
    }

    @Test
    void countsOnlyAffiliationsOfThatDay() {
        OrganisationId left = union.addOrganisation("Conseil d’avant");
        union.affiliate(local, left, AffiliationNature.AFFILIATED, new Period(null, LocalDate.of(2025, 12, 31)));
        union.recordRealisation("Avant le départ", SUMMER, 1, "", left);
        union.recordRealisation("Après le départ", WINTER, 1, "", left);
        assertThat(told(local).stories()).extracting(Story::title).containsExactly("Avant le départ");
    }

    @Test
    void countsAnIndirectAffiliationOnlyWhileAllStepsLast() {
        OrganisationId top = union.addOrganisation("Confédération d’ailleurs");
        OrganisationId council = union.addOrganisation("Conseil régional");
        union.affiliate(local, council, AffiliationNature.AFFILIATED, new Period(null, LocalDate.of(2025, 9, 1)));
        union.affiliate(council, top, AffiliationNature.AFFILIATED, new Period(LocalDate.of(2025, 9, 2), null));
        union.recordRealisation("Jamais ensemble", WINTER, 1, "", top);
        union.recordRealisation("Jamais non plus", SUMMER, 1, "", top);
        assertThat(told(local).network().realisations()).isZero();
    }

    @Test
    void excludesCoalitionsFromTheNetwork() {
        OrganisationId coalition = union.addOrganisation("Coalition large");
        union.affiliate(local, coalition, AffiliationNature.MEMBER_OF, Period.ALWAYS);
        union.recordRealisation("Avec la coalition", SUMMER, 1, "", coalition);
        assertThat(told(local).network().realisations()).isZero();
        assertThat(told(local).above()).doesNotContain("Coalition large");
    }

    @Test
    void countsOnlyDaysOfMembership() {
        OrganisationId young = union.addMember("Syndicat nouveau", category, LocalDate.of(2025, 10, 1));
        union.recordRealisation("Avant l’admission", SUMMER, 1, "", young);
        union.recordRealisation("Depuis l’admission", WINTER, 1, "", young);
        LeafletContent told = told(young);
        assertThat(told.from()).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(told.to()).isEqualTo(ImpactFixture.TO);
        assertThat(told.stories()).extracting(Story::title).containsExactly("Depuis l’admission");
        assertThatThrownBy(() -> told(federation)).isInstanceOf(NotFound.class);
    }

    @Test
    void excludesDaysBetweenTwoMemberships() {
        OrganisationId back = union.addMember("Syndicat revenu", category, LocalDate.of(2015, 1, 1));
        db.sql("UPDATE resources.membership SET until = '2025-08-31' WHERE organisation = ?")
                .param(back.value())
                .update();
        union.readmit(back, category, LocalDate.of(2026, 1, 1));
        OrganisationId between = union.addOrganisation("Fédération d’entre-temps");
        union.affiliate(
                back,
                between,
                AffiliationNature.AFFILIATED,
                new Period(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 12, 31)));
        union.recordRealisation("D’abord", SUMMER, 1, "", back);
        union.recordRealisation("Sans lui", LocalDate.of(2025, 10, 15), 1, "", back);
        union.recordRealisation("De nouveau", WINTER, 1, "", back);
        LeafletContent told = told(back);
        assertThat(told.stories()).extracting(Story::title).containsExactlyInAnyOrder("D’abord", "De nouveau");
        assertThat(told.own().realisations()).isEqualTo(2);
        assertThat(told.whole().realisations()).isEqualTo(2);
        assertThat(told.above()).isEmpty();
        assertThat(told.from()).isEqualTo(ImpactFixture.FROM);
        assertThat(told.to()).isEqualTo(ImpactFixture.TO);
    }

    @Test
    void namesNoPersonOfTheDirectory() {
        db.sql("""
                        INSERT INTO directory.people_person (id, version, given_name, family_name, languages, contact_points,
                            created_at)
                        VALUES (gen_random_uuid(), 1, 'Solange', 'Fictive-Tremblay', '{}', '[]', now())
                        """).update();
        union.recordRealisation("Atelier", SUMMER, 1, "Solange Fictive-Tremblay a raconté sa grève.", local);
        union.recordRealisation("Hommage à Solange Fictive-Tremblay", WINTER, 1, "Une soirée.", local);
        LeafletContent told = told(local);
        assertThat(told.silenced()).isEqualTo(2);
        assertThat(told.stories()).extracting(Story::title).containsExactly("Atelier");
        assertThat(told.toString()).doesNotContain("Solange");
        assertThat(told.own().realisations()).isEqualTo(2);
    }

    private LeafletContent told(OrganisationId member) {
        try {
            return CurrentActor.callAs(
                    visitors.actor(Role.STAFF), () -> reader.findContent(member, ImpactFixture.FROM, ImpactFixture.TO));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
