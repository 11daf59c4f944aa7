package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.FreshDatabaseListener;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An empty directory, and lists to import. */
abstract class ImportFixture {

    static final String ORGANISATIONS = """
            Membres en règle;;;;;
            Nom de l'organisation;Sigle;Type;Région;Courriel;Affiliation;Commentaire interne
            Syndicat des métiers;SM;Syndicat;Laval;a@sm.example;Centrale du Nord;x
            SYNDICAT DES METIERS;;;;b@sm.example;;
            Cégep du Vieux-Port;;Cégep;Québec;pas un courriel;;
            ;;Comité;;;;
            Comité jeunes;;Bidule;;;Centrale du Nord; Conseil de Laval
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers visitors;

    @Autowired
    JobTestRunner queued;

    @Autowired
    OrganisationService organisations;

    @Autowired
    OrganisationQueries organisationReading;

    @Autowired
    org.convergence.directory.people.domain.AffiliationService network;

    @Autowired
    PersonService persons;

    @Autowired
    PersonQueries personReading;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationContext application;

    @BeforeEach
    void anEmptyDirectory() {
        FreshDatabaseListener.renew(application);
        visitors.ensureOrganisation();
    }

    void enter(String url) {
        enter(url, 1);
    }

    void enter(String url, int version) {
        assertThat(post(url + "/run", "version", String.valueOf(version))).hasStatus(303);
        assertThat(get(url)).hasStatusOk().bodyText().contains("progress");
        assertThat(get(url + "/work")).hasStatusOk();
        queued.runAll();
        assertThat(get(url)).hasStatusOk();
    }

    String read(String subject, String text) {
        MvcTestResult read = upload(subject, "membres.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(read).hasStatus(303);
        return String.valueOf(read.getResponse().getRedirectedUrl());
    }

    MvcTestResult upload(String subject, String name, byte[] content) {
        return mvc.post()
                .uri("/directory/people/imports")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .param("subject", subject)
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
    }

    MvcTestResult get(String url) {
        return mvc.get().uri(url).with(visitors.as(Role.COORDINATOR)).exchange();
    }

    MvcTestResult post(String url, String... fields) {
        var request = mvc.post().uri(url).with(csrf()).with(visitors.as(Role.COORDINATOR));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    OrganisationId id(String name) {
        return new OrganisationId(db.sql("SELECT id FROM directory.people_organisation WHERE name = :name")
                .param("name", name)
                .query(java.util.UUID.class)
                .single());
    }

    List<String> names() {
        return db.sql("SELECT name FROM directory.people_organisation")
                .query(String.class)
                .list();
    }

    long count(String table) {
        return db.sql("SELECT count(*) FROM directory.people_" + table)
                .query(Long.class)
                .single();
    }

    static <T> T act(Callable<T> work) throws Exception {
        return CurrentActor.callAs(Actor.system("test"), work::call);
    }
}
