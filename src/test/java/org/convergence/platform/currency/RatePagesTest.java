package org.convergence.platform.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.convergence.identity.Role;
import org.convergence.platform.access.ActorAuthentication;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Rates through the pages and the API. */
@ModuleTest
class RatePagesTest {

    private static String token = "";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private CurrencyConverter converter;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noRates() {
        visitors.ensureOrganisation();
        // The same post by the same token would count as repeated by mistake.
        token = visitors.createToken(Role.COORDINATOR);
        db.sql("DELETE FROM platform.currency_rate").update();
    }

    private MockHttpServletResponse post(String rate, String more) {
        return mvc.post()
                .uri("/api/v1/rates")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"from": "MXN", "to": "CAD", "rate": "%s", "validFrom": "2026-03-09",
                         "validTo": "2026-03-13", "source": "Banque"%s}
                        """.formatted(rate, more))
                .exchange()
                .getResponse();
    }

    @Test
    void convertsByARateOfTheApi() throws Exception {
        MockHttpServletResponse first = post("0.0737", "");
        assertThat(first.getStatus()).isEqualTo(201);
        String id = Json.parse(first.getContentAsString()).node().path("id").asString();
        assertThat(post("0.0737", "").getContentAsString()).contains(id);
        Conversion done = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> converter.convert(Money.parse("MXN 12345.67"), "CAD", LocalDate.of(2026, 3, 11)));
        assertThat(done.converted()).isEqualTo(Money.parse("CAD 909.88"));
        assertThat(done.isBorrowed()).isFalse();
    }

    @Test
    void refusesAnotherValueAndAsksAboutOneUpsideDown() {
        assertThat(post("0.0737", "").getStatus()).isEqualTo(201);
        assertThat(post("0.0738", "").getStatus()).isEqualTo(422);
        db.sql("UPDATE platform.currency_rate SET valid_from = '2026-03-02', valid_to = '2026-03-06'")
                .update();
        assertThat(post("13.57", "").getStatus()).isEqualTo(422);
        assertThat(post("13.57", ", \"confirmed\": true").getStatus()).isEqualTo(201);
        assertThat(post("0", "").getStatus()).isEqualTo(422);
    }

    @Test
    void importsAFileAndListsItsRates() {
        String file = "de;vers;taux;du;au;source\nUSD;COP;2 780,47;2018-03-29;2018-04-02;TRM\nx;y;z;2018;;\n";
        var answer = mvc.post()
                .uri("/platform/currency/import")
                .multipart()
                .file("file", file.getBytes(StandardCharsets.UTF_8))
                .with(authentication(new ActorAuthentication(visitors.actor(Role.COORDINATOR))))
                .with(csrf())
                .exchange();
        assertThat(Pages.require(answer).text()).contains("1 taux ajouté", "Ligne 3");
        assertThat(pages.as(Role.BOARD_MEMBER).open("/platform/currency").text())
                .contains("USD = 2", "780,47", "TRM");
        pages.as(Role.COORDINATOR)
                .post(
                        "/platform/currency/new",
                        "from=usd",
                        "to=CAD",
                        "rate=1,29",
                        "validFrom=2018-03-29",
                        "source=Banque du Canada");
        assertThat(pages.as(Role.BOARD_MEMBER)
                        .open("/platform/currency?currency=cad")
                        .text())
                .contains("USD = 1,29")
                .doesNotContain("780,47");
    }
}
