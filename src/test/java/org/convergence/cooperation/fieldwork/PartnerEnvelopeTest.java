package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Envelopes that come in disorder, from several telephones, with a wrong date, or after the end (R-PART-4). */
@ModuleTest
class PartnerEnvelopeTest {

    private static final String LINKS = "/cooperation/fieldwork/links";
    private static final String ENTRY =
            "{\"kind\": \"FIGURES\", \"on\": \"%s\", \"label\": \"%s\", \"figure\": \"12\"}";

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private String page = "";
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void makePage() {
        fixture.clear();
        today = settings.today();
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(LINKS, "organisation=" + fixture.partner().value(), "language=es", "country=MX"));
        page = made.select("#made-url").val().replaceFirst(".*(?=/public/)", "");
    }

    private String entry(String label) {
        return ENTRY.formatted(today, label);
    }

    private List<String> labels() {
        return db.sql("SELECT label FROM cooperation.fieldwork_entry ORDER BY label")
                .query(String.class)
                .list();
    }

    @Test
    void envelopesOfTwoTelephonesOutOfOrderAreEachTakenOnce() {
        PartnerPhone first = new PartnerPhone(mvc, pages, page);
        PartnerPhone second = new PartnerPhone(mvc, pages, page);
        assertThat(first.send("one", 3, entry("one 3"))).hasStatusOk();
        assertThat(second.send("two", 3, entry("two 3"), entry("two 3, second")))
                .as("a number of another telephone")
                .hasStatusOk();
        assertThat(first.send("one", 1, entry("one 1")))
                .hasStatusOk()
                .bodyText()
                .contains("\"acknowledged\":1");
        assertThat(second.send("two", 3, entry("two 3"), entry("two 3, second")))
                .as("again, since its answer was lost")
                .hasStatusOk()
                .bodyText()
                .contains("\"acknowledged\":3");
        assertThat(second.send("two", 2, entry("two 2"))).hasStatusOk();
        assertThat(labels()).containsExactly("one 1", "one 3", "two 2", "two 3", "two 3, second");
    }

    @Test
    void aTelephoneAYearBehindIsReceivedOnOurDayAndItsDayIsConfirmed() {
        assertThat(new PartnerPhone(mvc, pages, page)
                        .send("tel", 1, ENTRY.formatted(today.minusYears(1), "Socias"), entry("Telas")))
                .hasStatusOk();
        assertThat(db.sql("SELECT DISTINCT received_on FROM cooperation.fieldwork_entry")
                        .query(LocalDate.class)
                        .list())
                .containsExactly(today);
        for (String label : labels()) {
            String entry = "/cooperation/fieldwork/"
                    + db.sql("SELECT id FROM cooperation.fieldwork_entry WHERE label = ?")
                            .param(label)
                            .query(String.class)
                            .single();
            assertThat(pages.as(Role.COORDINATOR).post(entry + "/accept", "version=1"))
                    .as(label)
                    .hasStatus(label.equals("Socias") ? 422 : 303);
        }
    }

    @Test
    void aTelephoneWhoseLinkIsRevokedWhileEntriesWaitIsToldToForgetThem() {
        PartnerPhone phone = new PartnerPhone(mvc, pages, page);
        assertThat(phone.send("tel", 1, entry("before"))).hasStatusOk();
        fixture.post(pages.as(Role.COORDINATOR)
                .open(LINKS)
                .select("form[action$=/revoke]")
                .attr("action"));
        for (int sequence : new int[] {2, 3, 1}) {
            assertThat(phone.send("tel", sequence, entry("after")))
                    .hasStatus(410)
                    .bodyText()
                    .contains("\"forget\":true");
        }
        assertThat(phone.sendPicture("0190a0b0-0000-7000-8000-000000000001", new byte[100]))
                .hasStatus(410);
        assertThat(labels()).as("what came before stays").containsExactly("before");
        assertThat(db.sql("SELECT count(*) FROM cooperation.fieldwork_part")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
