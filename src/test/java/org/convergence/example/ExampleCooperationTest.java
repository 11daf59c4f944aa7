package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cooperation of the example: a project of two years with a partner abroad, whose funders want two different reports. */
@ModuleTest
class ExampleCooperationTest {

    private static final String PARTNER = "Unión de Jornaleras del Bajío";

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void theExample() {
        example.ensure();
    }

    @Test
    void aProjectOfTwoYearsWithAPartnerAbroadHasEachStateOfItsValues() {
        assertThat(values("""
                        SELECT (p.ends_on + 1 - INTERVAL '2 years' = p.starts_on)::text FROM cooperation.project p
                        JOIN cooperation.project_partner partner ON partner.project = p.id
                        JOIN directory.people_organisation o ON o.id = partner.organisation
                        WHERE p.title = 'Racines communes' AND p.role = 'CO_LEAD' AND p.countries = '{MX}' AND o.name = :name
                        """)).containsExactly("true");
        assertThat(values("SELECT DISTINCT state FROM cooperation.project_value WHERE :name <> ''"))
                .contains("APPROVED", "RETURNED", "SUBMITTED", "DRAFT");
        String url = "/cooperation/project/" + values("""
                        SELECT id::text FROM cooperation.project WHERE title = 'Racines communes' AND :name <> ''
                        """).get(0);
        assertThat(main(url + "/results?period=all"))
                .contains("Nombre de participations aux formations", "Part des campements", "Cible", "(verrouillée)");
    }

    @Test
    void reportsToTwoFundersInTwoShapesAreFiledWithThePartnersYes() {
        List<String> shapes = values("""
                SELECT o.name || ', ' || r.state || ': ' || string_agg(s.heading, '|' ORDER BY s.position)
                FROM cooperation.narrative_report r JOIN cooperation.narrative_section s ON s.report = r.id
                JOIN cooperation.project p ON p.id = r.project AND p.title = 'Racines communes'
                LEFT JOIN resources.grant_agreement_due due ON due.id = r.due
                LEFT JOIN resources.grant_agreement a ON a.id = due.agreement
                JOIN directory.people_organisation o ON o.id = coalesce(r.funder, a.funder)
                WHERE :name <> '' GROUP BY o.name, r.id ORDER BY r.starts_on
                """);
        assertThat(shapes)
                .containsExactly(
                        "Fondation du Fleuve, FILED: 1. Résultats atteints|2. Personnes rejointes|3. Partenariat"
                                + "|4. Risques et leçons",
                        "Centrale ouvrière du Saint-Laurent, FILED: Ce qui a changé depuis un an"
                                + "|Vos partenaires, dans leurs mots|La suite",
                        "Fondation du Fleuve, DRAFT: 1. Résultats atteints|2. Personnes rejointes|3. Partenariat"
                                + "|4. Risques et leçons");
        List<String> filed = values("""
                SELECT r.id::text FROM cooperation.narrative_report r JOIN cooperation.project p ON p.id = r.project
                WHERE p.title = 'Racines communes' AND r.state = 'FILED' AND :name <> '' ORDER BY r.starts_on
                """);
        assertThat(main("/cooperation/narrative/" + filed.get(0))).contains("relit chaque texte avant sa sortie");
        assertThat(main("/cooperation/narrative/" + filed.get(1))).contains("accompagne elle-même les plaintes");
    }

    @Test
    void aWorkbookCameBackWithAChangedRowAndOneRequestIsRefusedKindly() {
        assertThat(values("""
                        SELECT trim_scale(e.figure)::text FROM cooperation.fieldwork_entry e
                        JOIN cooperation.fieldwork_workbook w ON w.id = e.workbook
                        JOIN directory.people_organisation o ON o.id = w.organisation AND o.name = :name
                        """)).as("1,400 at first; and a row more").containsExactlyInAnyOrder("85.5", "1640", "600");
        String changed = values("""
                SELECT e.id::text FROM cooperation.fieldwork_entry e WHERE e.label = 'Impresos Lerma' AND :name <> ''
                """).get(0);
        assertThat(main("/cooperation/fieldwork/" + changed)).contains("Avant", "Maintenant", "1 400", "1 640");

        String refused = values("""
                SELECT id::text FROM cooperation.partner_request WHERE state = 'REFUSED' AND :name <> ''
                """).get(0);
        assertThat(main("/cooperation/partner/requests/" + refused))
                .contains(
                        "Payer le loyer de l’école du soir", "Nos conventions ne couvrent aucun loyer", "Merci de nous")
                .contains("écrire avec vous à deux fondations");
    }

    private String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replaceAll("[\\u00a0\\u202f]", " ");
    }

    private List<String> values(String sql) {
        return db.sql(sql).param("name", PARTNER).query(String.class).list();
    }
}
