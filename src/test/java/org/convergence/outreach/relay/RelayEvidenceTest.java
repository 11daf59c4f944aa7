package org.convergence.outreach.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Token;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The evidence of a relay in degrees: taken, declared, seen, kept (R-MAIL-12). None is lost to a weaker one. */
@ModuleTest
class RelayEvidenceTest {

    @Autowired
    private NewsletterFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private PublicFormGuard guard;

    @Autowired
    private JdbcClient db;

    private String kit = "";
    private String relay = "";

    @BeforeEach
    void aKitThatLeft() {
        db.sql("DELETE FROM outreach.relay").update();
        db.sql("DELETE FROM outreach.relay_kit").update();
        fixture.prepare();
        fixture.isPublished(fixture.someone("Ana", "ana@union.example", "fr", "Syndicat A", "Communications"));
        String segment = Pages.location(
                pages.as(Role.STAFF).post("/directory/segment/new", "name=Bulletins", "c-function=communications"));
        kit = Pages.location(pages.as(Role.STAFF)
                .post(
                        "/outreach/relay/new",
                        "title=Salaire viable",
                        "body=Un chandail sur dix.",
                        "segment=" + segment.replaceFirst(".*/", "")));
        assertThat(pages.as(Role.STAFF).post(kit + "/send")).hasStatus(303);
        relay = db.sql("SELECT id FROM outreach.relay").query(String.class).single();
    }

    @Test
    void evidenceGrowsByDegreesAndIsNeverLost() throws Exception {
        String link = link();
        assertThat(relayState()).isEqualTo("PROPOSED");
        assertThat(answer(link, "TAKEN")).hasStatus(303);
        assertThat(relayState()).isEqualTo("TAKEN");
        assertThat(realisations()).as("taken is not published").isZero();

        assertThat(answer(link, "DECLARED", "channel=Bulletin", "circulation=4200"))
                .hasStatus(303);
        assertThat(relayState()).isEqualTo("DECLARED");
        assertThat(realisations()).isOne();

        String evidence = kit + "/relays/" + relay;
        assertThat(pages.as(Role.STAFF).post(evidence + "/seen", "url=https://union.example/bulletin"))
                .hasStatus(303);
        assertThat(relayState()).isEqualTo("SEEN");
        assertThat(answer(link, "TAKEN")).as("a weaker answer").hasStatus(422);
        assertThat(relayState()).isEqualTo("SEEN");

        assertThat(keep(evidence, new byte[0])).as("without a copy").hasStatus(422);
        assertThat(keep(evidence, SampleFiles.pdf())).hasStatus(303);
        assertThat(relayState()).isEqualTo("KEPT");
        assertThat(pages.as(Role.STAFF).post(evidence + "/seen", "url=https://union.example/autre"))
                .as("the copy is more than an address")
                .hasStatus(422);
        assertThat(answer(link, "DECLINED")).hasStatus(422);
        assertThat(relayState()).isEqualTo("KEPT");
        assertThat(realisations()).as("one publication").isOne();

        var page = pages.as(Role.BOARD_MEMBER).open(kit);
        assertThat(page.select("main").text().replace('\u00a0', ' '))
                .contains("Copie gardée", "Bulletin", "4 200 exemplaires, selon l’organisation le");
        String copy = Objects.requireNonNull(
                        page.select("main a[href^=/platform/document/]").first())
                .attr("href");
        assertThat(pages.as(Role.BOARD_MEMBER).get(copy)).hasStatusOk().hasContentTypeCompatibleWith("application/pdf");
        assertThat(pages.asStranger().get(copy)).as("not for strangers").hasStatus(303);
    }

    private String relayState() {
        return db.sql("SELECT state FROM outreach.relay").query(String.class).single();
    }

    private int realisations() {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE state = 'DONE' AND source_id = ?")
                .param(relay)
                .query(Integer.class)
                .single();
    }

    private String link() {
        Token token = Token.random();
        db.sql("""
                        INSERT INTO outreach.relay_link (id, relay, token, made_at)
                        SELECT gen_random_uuid(), id, ?, changed_at FROM outreach.relay
                        """).param(token.hash()).update();
        return "/outreach/relay/link/" + token.secret();
    }

    private MvcTestResult answer(String link, String state, String... more) {
        return pages.asStranger().post(link, form -> {
            form.field("answer", state)
                    .field(
                            FormShield.OPENED,
                            guard.shield("relay", Instant.now().minusSeconds(30))
                                    .opened());
            for (String each : more) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    private MvcTestResult keep(String evidence, byte[] file) {
        return mvc.post()
                .uri(evidence + "/kept")
                .multipart()
                .file("copy", file)
                .with(users.as(Role.STAFF))
                .with(csrf())
                .exchange();
    }
}
