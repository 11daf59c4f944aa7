package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import org.convergence.identity.Role;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An empty directory, and a user who fills it on pages. */
abstract class DirectoryPagesFixture {

    static final String ORGANISATIONS = "/directory/people/organisations";
    static final String PERSONS = "/directory/people/persons";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers visitors;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void anEmptyDirectory() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM directory.people_alias").update();
        db.sql("DELETE FROM directory.people_affiliation").update();
        db.sql("DELETE FROM directory.people_person").update();
        db.sql("DELETE FROM directory.people_organisation").update();
    }

    String organisation(String name, String... more) {
        return add(ORGANISATIONS, new String[] {"name", name}, more);
    }

    String person(String given, String family) {
        return add(PERSONS, new String[] {"givenName", given, "familyName", family});
    }

    String add(String list, String[] fields, String... more) {
        var all = java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        MvcTestResult entered = post(list + "/new", all);
        assertThat(entered).hasStatus(303);
        return String.valueOf(entered.getResponse().getRedirectedUrl());
    }

    MvcTestResult get(String url) {
        return mvc.get()
                .uri(URI.create(url))
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
    }

    MvcTestResult post(String url, String... fields) {
        var request = mvc.post().uri(URI.create(url)).with(csrf()).with(visitors.as(Role.COORDINATOR));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
