package org.convergence.resources.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A list of members as a union keeps it: a line is an organisation, its category, its headcount and its contact. */
@ModuleTest
class MemberImportTest {

    private static final String MEMBERS = "/resources/membership";

    private static final String LIST = """
            Syndicat;Catégorie;Membre depuis;Effectif;Personne-contact;Courriel de la personne;Fonction;Adresse
            Syndicat des vergers;A;2011;1 240;Mme Odile Tranche-Montagne;odile@vergers.example;présidente;12, rue des Pommes
            Alliance du quai;A;3 mars 2019;88;Total : 88 personnes;;;
            Conseil de l’estuaire;Groupes alliés;;pas encore;;;;
            Sans catégorie;;;;;;;
            """;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private BillingContacts billing;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noMembers() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM resources.membership_headcount").update();
        db.sql("DELETE FROM resources.membership").update();
        db.sql("DELETE FROM resources.membership_category").update();
    }

    @Test
    void oneFileMakesTheMembersAndIsUndone() {
        String url = upload();
        assertThat(main(url))
                .contains(
                        "La catégorie « A » n’existe pas encore",
                        "Il manque la catégorie de membre.",
                        "« pas encore » n’est pas compris",
                        "La date d’adhésion manque");
        assertThat(count("resources.membership"))
                .as("nothing is entered before the yes")
                .isZero();
        run(url);

        assertThat(main(MEMBERS))
                .contains("Syndicat des vergers", "1 240", "Alliance du quai", "88", "Conseil de l’estuaire")
                .doesNotContain("Sans catégorie");
        assertThat(db.sql("SELECT code || ' ' || name FROM resources.membership_category ORDER BY code")
                        .query(String.class)
                        .list())
                .containsExactly("A A", "GA Groupes alliés");
        assertThat(db.sql("SELECT min(since)::text FROM resources.membership")
                        .query(String.class)
                        .single())
                .isEqualTo("2011-01-01");
        assertThat(count("directory.people_person_name WHERE display_name LIKE '%88%'"))
                .as("a total is no person")
                .isZero();
        assertThat(contactOf("Syndicat des vergers")).isEqualTo("odile@vergers.example Odile Tranche-Montagne");
        assertThat(db.sql("SELECT note FROM directory.people_organisation WHERE name = 'Syndicat des vergers'")
                        .query(String.class)
                        .single())
                .as("what has no place of its own is not lost")
                .contains("12, rue des Pommes");

        String again = upload();
        run(again);
        assertThat(count("resources.membership")).isEqualTo(3);
        assertThat(count("resources.membership_headcount")).isEqualTo(2);

        assertThat(pages.as(Role.COORDINATOR).post(url + "/undo")).hasStatus(303);
        jobs.runAll();
        assertThat(count("resources.membership")).isZero();
        assertThat(count("resources.membership_category")).isZero();
        assertThat(
                        count(
                                "directory.people_organisation_name WHERE name IN ('Syndicat des vergers', 'Alliance du quai')"))
                .isZero();
    }

    @Test
    void contactsOfMembersAreConfirmedAsRepresentativesInOneGesture() {
        run(upload(LIST.replace("Mme Odile Tranche-Montagne", "Zoé Roche-Percée")
                .replace("odile@", "zoe@")
                .replace("des vergers", "des récifs")
                .replace("du quai", "du phare")));
        assertThat(main(MEMBERS + "/contacts"))
                .contains("Zoé Roche-Percée", "présidente, Syndicat des récifs", "membre depuis le 1er janvier 2011");
        String contact = db.sql("SELECT id FROM directory.people_person WHERE family_name = 'Roche-Percée'")
                .query(String.class)
                .single();
        assertThat(pages.as(Role.COORDINATOR).post(MEMBERS + "/contacts", "person=" + contact))
                .hasStatus(303);
        assertThat(main(MEMBERS + "/contacts")).doesNotContain("Roche-Percée");
        assertThat(db.sql("SELECT DISTINCT basis || ' ' || about FROM directory.consent_entry WHERE person = ?")
                        .param(UUID.fromString(contact))
                        .query(String.class)
                        .single())
                .isEqualTo("EXEMPT présidente, Syndicat des récifs");
    }

    private String upload() {
        return upload(LIST);
    }

    private String upload(String list) {
        var answer = mvc.post()
                .uri(MEMBERS + "/imports")
                .multipart()
                .file("file", list.getBytes(StandardCharsets.UTF_8))
                .with(visitors.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(303);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    private void run(String url) {
        assertThat(pages.as(Role.COORDINATOR).post(url + "/run", "version=1")).hasStatus(303);
        jobs.runAll();
    }

    private String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text();
    }

    private String contactOf(String name) {
        var organisation = new OrganisationId(db.sql("SELECT id FROM directory.people_organisation WHERE name = ?")
                .param(name)
                .query(UUID.class)
                .single());
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            BillingContact contact = Objects.requireNonNull(
                    billing.findByOrganisations(List.of(organisation)).get(organisation));
            return contact.mail() + " "
                    + Objects.requireNonNull(contact.person()).name();
        });
    }

    private int count(String what) {
        return db.sql("SELECT count(*) FROM " + what).query(Integer.class).single();
    }
}
