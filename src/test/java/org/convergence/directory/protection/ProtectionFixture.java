package org.convergence.directory.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Accounts for tests of protection: a coordinator, a staff member and a chair. */
abstract class ProtectionFixture {

    static final String NEW = "/directory/protection/new";
    static final String PERSONS = "/directory/people/persons";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestUsers visitors;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void accounts() {
        visitors.ensureOrganisation();
        account(Role.COORDINATOR, "Camille D’Amours", "camille@exemple.org");
        account(Role.STAFF, "Salomé Ouellet", "salome@exemple.org");
        account(Role.BOARD_MEMBER, "Raymonde Poirier", "raymonde@exemple.org");
    }

    private void account(Role role, String name, String mail) {
        UUID id = id(role);
        db.sql("""
                        INSERT INTO identity.account (id, version, mail, name, created_at) VALUES (?, 0, ?, ?, now())
                        ON CONFLICT DO NOTHING
                        """).params(id, mail, name).update();
        db.sql("""
                        INSERT INTO identity.role_grant (id, version, account_id, role, from_date)
                        SELECT gen_random_uuid(), 0, :id, :role, DATE '2020-01-01'
                        WHERE NOT EXISTS (SELECT FROM identity.role_grant WHERE account_id = :id)
                        """).param("id", id).param("role", role.name()).update();
    }

    UUID id(Role role) {
        return visitors.actor(role).id();
    }

    MvcTestResult post(Role role, String url, String... fields) {
        var request = mvc.post().uri(url).with(csrf()).with(visitors.as(role));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    Document page(Role role, String url) {
        MvcTestResult shown = mvc.get().uri(url).with(visitors.as(role)).exchange();
        assertThat(shown).hasStatus(200);
        return document(shown);
    }

    static Document document(MvcTestResult shown) {
        try {
            return Jsoup.parse(shown.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Enters a person under a code name, as staff; returns the address of their page. */
    String enter(String codeName, String given, String family, String... more) {
        String[] fields = new String[more.length + 6];
        String[] first = {"codeName", codeName, "givenName", given, "familyName", family};
        System.arraycopy(first, 0, fields, 0, first.length);
        System.arraycopy(more, 0, fields, first.length, more.length);
        MvcTestResult entered = post(Role.STAFF, NEW, fields);
        assertThat(entered).hasStatus(303);
        return Objects.requireNonNull(entered.getResponse().getRedirectedUrl());
    }

    String record(String protectedUrl) {
        return PERSONS + protectedUrl.substring(protectedUrl.lastIndexOf('/'));
    }

    List<String> letters() {
        return db.sql(
                        "SELECT recipient || ' | ' || subject || ' | ' || body FROM platform.mail_message ORDER BY posted_at, recipient")
                .query(String.class)
                .list();
    }
}
