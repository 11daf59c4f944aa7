package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a country holds what all modules know of it, and a person at risk under the code name alone. */
@ModuleTest
class CountryPageTest {

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @Test
    void theSectionsOfAllModulesStandInOrderAndNameNobodyAtRisk() {
        example.ensure();
        String codeName =
                db.sql("""
                        WITH sealed AS (SELECT person FROM directory.protection_vault ORDER BY person LIMIT 1),
                             kept AS (INSERT INTO cooperation.partner (id, person, stage, countries, since)
                                      SELECT ?, person, 'ACTIVE', '{MX}', current_date FROM sealed)
                        SELECT n.display_name FROM sealed JOIN directory.people_person_name n ON n.id = sealed.person
                        """).param(UUID.randomUUID()).query(String.class).single();
        Document page = pages.as(Role.COORDINATOR).open("/safety/guide/MX");
        assertThat(page.select("main h2").eachText())
                .containsSubsequence("Notre guide", "Veille", "Partenaires", "Projets", "Missions");
        assertThat(page.select("main dl .state").text()).isNotEmpty();
        List<String> partners = page.select("main section:has(h2:containsOwn(Partenaires)) li a")
                .eachText();
        assertThat(partners).contains(codeName);
        assertThat(page.text()).doesNotContain("Zepeda");
    }
}
