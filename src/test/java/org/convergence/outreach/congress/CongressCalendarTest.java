package org.convergence.outreach.congress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.identity.Role;
import org.convergence.plan.calendar.CalendarFeedServer;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gathering made of an entry of an imported calendar stays that entry by its UID (R-REP-4). */
@ModuleTest
class CongressCalendarTest {

    private static final String UID = "congres-2027@union.example";

    private final CalendarFeedServer union = new CalendarFeedServer();

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void emptyYear() {
        fixture.clear();
        db.sql("DELETE FROM outreach.congress_gathering").update();
        db.sql("DELETE FROM plan.calendar_source").update();
    }

    @AfterEach
    void close() {
        union.close();
        db.sql("DELETE FROM plan.calendar_source").update();
    }

    /** Calendars are read for accounts alone. */
    private Actor withAccount() {
        users.createSignInLink("Ana Roy", "ana@exemple.org", Role.STAFF);
        UUID account = db.sql("SELECT id FROM identity.account WHERE mail = 'ana@exemple.org'")
                .query(UUID.class)
                .single();
        return new Actor(account, "Ana Roy", null, "fr", users.actor(Role.STAFF).permissions());
    }

    private void readAgain() {
        db.sql("UPDATE plan.calendar_source SET next_at = now() - interval '1 second'")
                .update();
        works.stream()
                .filter(each -> each.name().equals("calendar-rounds"))
                .forEach(each -> CurrentActor.runAs(Actor.system(each.name()), each::run));
    }

    private String form(Actor reader) {
        return pages.as(reader)
                .open("/plan/calendar")
                .select("a[href^=/outreach/congress/from-calendar/]")
                .attr("href");
    }

    @Test
    void entryMovedOrRenamedInItsCalendarStaysTheSameGathering() {
        LocalDate day = settings.today().plusDays(20);
        Actor ana = withAccount();
        union.day(UID, "Congrès triennal fictif", day);
        assertThat(pages.as(ana).post("/plan/calendar/connect", "address=" + union.address()))
                .hasStatus(303);
        String form = form(ana);
        assertThat(form).isNotEmpty();
        String gathering = Pages.location(pages.as(ana)
                .post(
                        form,
                        "organisation-new=Centrale fictive",
                        "title=Congrès triennal",
                        "kind=CONGRESS",
                        "beginsOn=" + day,
                        "endsOn=" + day));

        union.clear().day(UID, "Congrès triennal, nouvelles dates", day.plusDays(30));
        readAgain();
        assertThat(pages.as(ana).open(gathering).text()).contains("Votre calendrier dit maintenant");
        assertThat(Pages.location(pages.as(ana).get(form(ana))))
                .as("the same UID, another day and another title")
                .isEqualTo(gathering);

        union.clear().day("autre@union.example", "Congrès triennal fictif", day);
        readAgain();
        assertThat(pages.as(ana).get(form(ana)))
                .as("another UID on the same day is another entry")
                .hasStatus(200);
        union.fails(500);
        readAgain();
        assertThat(pages.as(ana).open("/plan/calendar").text())
                .as("a reading that failed is told")
                .contains("depuis");
    }
}
