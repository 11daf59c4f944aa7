package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What events know of people goes in time, and with the people. */
@ModuleTest
class EventErasureTest {

    @Autowired
    private EventFixture fixture;

    @Autowired
    private NewsletterFixture people;

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private Pages pages;

    @Autowired
    private MovingClock clock;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void prepare() {
        fixture.prepare();
    }

    /** Vector 6: needs of 2026-11-14 are null on 2026-11-21, their totals stay. */
    @Test
    void erasesNeedsAfterSevenDaysAndKeepsTheirTotals() {
        EventId event = fixture.announce(20);
        fixture.register(event, "ana", 1, "needs=VEGAN", "needs=OTHER", "note=Sans noix");
        String url = EventFixture.url(event);
        assertThat(fixture.main(url, Role.STAFF)).contains("Végane 1", "Autre 1");
        db.sql("UPDATE outreach.event SET day = '2026-11-14'").update();
        clock.moveTo(Instant.parse("2026-11-20T17:00:00Z"));
        fixture.sweep();
        assertThat(fixture.count("outreach.event_seat WHERE needs = '{OTHER,VEGAN}' AND need_note = 'Sans noix'"))
                .isOne();
        clock.moveTo(Instant.parse("2026-11-21T17:00:00Z"));
        fixture.sweep();
        assertThat(fixture.count("outreach.event_seat WHERE needs IS NULL AND need_note IS NULL"))
                .isOne();
        assertThat(
                        fixture.count(
                                "platform.audit_entry WHERE coalesce(before, '{}')::text || coalesce(after, '{}')::text LIKE '%Sans noix%'"))
                .as("nor in the history")
                .isZero();
        assertThat(fixture.main(url, Role.STAFF)).contains("Végane 1", "Autre 1");
        clock.moveTo(clock.instant().plus(Duration.ofDays(83)));
        fixture.sweep();
        assertThat(fixture.count("outreach.event_order WHERE contact_name = '' AND contact_mail IS NULL"))
                .isOne();
        assertThat(fixture.count("outreach.event_seat WHERE name IS NULL")).isOne();
    }

    @Test
    void forgetsAnErasedPersonInOrdersAndAmongGuests() {
        EventId event = fixture.announce(5);
        fixture.register(event, "bao", 1, "note=Bao Roy, allergie");
        db.sql("UPDATE outreach.event_order SET contact_name = 'Bao Roy'").update();
        db.sql("UPDATE outreach.event_seat SET name = 'Bao Roy'").update();
        PersonId person = people.someone("Bao", "bao@exemple.example", "fr", "Syndicat B", "Présidence");
        people.as(() -> {
            transactions.executeWithoutResult(status -> references.forEach(each -> each.rename(person, "[retiré]")));
            return true;
        });
        assertThat(db.sql("SELECT o.contact_name || o.contact_mail || s.name || s.need_note FROM outreach.event_order o"
                                + " JOIN outreach.event_seat s ON s.event_order = o.id")
                        .query(String.class)
                        .single())
                .isEqualTo("[retiré][retiré][retiré][retiré], allergie");
        assertThat(pages.as(Role.STAFF).post(EventFixture.url(event) + "/state/CANCELLED"))
                .as("no letter goes to a stand-in")
                .hasStatus(303);
    }
}
