package org.convergence.advocacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The dialogue with decision-makers, for tests of the advocacy. */
@Lazy
@Component
public class AdvocacyFixture {

    private final Pages pages;
    private final TestUsers users;
    private final JdbcClient db;

    AdvocacyFixture(Pages pages, TestUsers users, JdbcClient db) {
        this.pages = pages;
        this.users = users;
        this.db = db;
    }

    /** Deletes all that these modules hold, and all realisations. */
    public void clear() {
        users.ensureOrganisation();
        for (String table : List.of(
                "treaty",
                "coalition",
                "dialogue_commitment",
                "dialogue_act",
                "dialogue_ask",
                "dialogue_decision_maker",
                "dialogue_lobby_opinion")) {
            db.sql("DELETE FROM advocacy." + table).update();
        }
        db.sql("DELETE FROM plan.realisation").update();
    }

    /** Enters a minister of Québec, by the page; returns the address of her page. */
    public String minister(String given, String family) {
        return post(
                "/advocacy/dialogue/new",
                "given=" + given,
                "family=" + family,
                "title=ministre du Travail",
                "body=Ministère du Travail",
                "bodyKind=MINISTRY",
                "register=QUEBEC",
                "mail=cabinet@travail.example");
    }

    /** Posts as the coordinator; returns the address of the next page. */
    public String post(String url, String... fields) {
        MvcTestResult answer = pages.as(Role.COORDINATOR).post(url, fields);
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

    /** The text of a page, as the coordinator sees it. */
    public String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    /** The only row of a table. */
    public UUID only(String table) {
        return db.sql("SELECT id FROM advocacy." + table).query(UUID.class).single();
    }

    /** The only id of a SELECT, as text. */
    public String find(String select) {
        return db.sql(select).query(UUID.class).single().toString();
    }

    /** The id at the end of an address. */
    public static String id(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
