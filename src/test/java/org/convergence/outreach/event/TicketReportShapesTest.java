package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The titles under which the sites export their tickets, with a buyer beside each guest. */
@ModuleTest
class TicketReportShapesTest {

    private static final String ZEFFY = """
            Buyer first name,Buyer last name,Buyer email,Guest first name,Guest last name,Ticket type,Ticket number,Status,Ticket notes
            Ana,Roy,ana@exemple.example,Ana,Roy,Souper,84,Active,
            Ana,Roy,ana@exemple.example,Bo,Côté,Souper,85,Active,
            Cléo,Diaz,cleo@exemple.example,Cléo,Diaz,Souper,86,Refunded,
            """;

    private static final String EVENTBRITE = """
            Order ID,Order date,Attendee first name,Attendee last name,Attendee email,Phone number,Event name,Ticket quantity,Ticket tier,Ticket type,Currency,Ticket price,Buyer first name,Buyer last name,Buyer email,Barcode number
            7001,2026-10-01,Ana,Roy,ana@exemple.example,,Soirée,1,,Souper,CAD,90.00,Dan,Sol,dan@exemple.example,7001001
            7001,2026-10-01,Bo,Côté,bo@exemple.example,,Soirée,1,,Souper,CAD,90.00,Dan,Sol,dan@exemple.example,7001002
            """;

    @Autowired
    private EventFixture fixture;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    private EventId event = new EventId(new java.util.UUID(0, 0));

    @BeforeEach
    void announceFiveSeats() {
        fixture.prepare();
        event = fixture.announce(5);
    }

    private String upload(String list) {
        return Pages.location(mvc.post()
                .uri("/outreach/event/tickets")
                .multipart()
                .file("file", list.getBytes(StandardCharsets.UTF_8))
                .param("event", event.value().toString())
                .with(users.as(Role.STAFF))
                .with(csrf())
                .exchange());
    }

    private void enter(String url) {
        assertThat(pages.as(Role.STAFF).post(url + "/run", "version=1")).hasStatus(303);
        jobs.runAll();
    }

    private List<String> chosenColumns(String url) {
        return pages.as(Role.STAFF).open(url).select("select option[selected]").eachAttr("value");
    }

    @Test
    void readsTheGuestsOfZeffyBesideTheirBuyer() {
        String url = upload(ZEFFY);
        assertThat(chosenColumns(url)).contains("TICKET", "STATUS").doesNotContain("BUYER");
        enter(url);
        assertThat(fixture.count("outreach.event_seat WHERE name = 'Bo Côté'")).isOne();
        assertThat(fixture.count("outreach.event_order WHERE seller = 'ZEFFY' AND contact_name = 'Ana Roy'"))
                .isEqualTo(2);
        assertThat(fixture.taken(event)).isEqualTo(2);
    }

    @Test
    void readsTheAttendeesOfEventbriteWithoutTheirAddresses() {
        String url = upload(EVENTBRITE);
        assertThat(chosenColumns(url))
                .contains("ORDER", "TICKET", "GIVEN_NAME", "FAMILY_NAME", "BUYER_GIVEN_NAME", "AMOUNT");
        enter(url);
        assertThat(fixture.count("outreach.event_order WHERE seller = 'EVENTBRITE' AND contact_name = 'Dan Sol'"))
                .isOne();
        assertThat(fixture.count("outreach.event_seat WHERE name IN ('Ana Roy', 'Bo Côté')"))
                .isEqualTo(2);
        assertThat(fixture.main(EventFixture.url(event), Role.STAFF)).contains("Billets vendus ailleurs 180,00 $");
    }
}
