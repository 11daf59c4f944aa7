package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.education.workshop.domain.Facilitator.FacilitatorFacts;
import org.convergence.education.workshop.domain.Workshop.WorkshopFacts;
import org.convergence.education.workshop.domain.WorkshopCatalogue;
import org.convergence.education.workshop.domain.WorkshopSession.WorkshopSessionFacts;
import org.convergence.education.workshop.domain.WorkshopSessionService;
import org.convergence.identity.Role;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One workshop, one facilitator, ten hours, and what strangers send. */
@Lazy
@Component
class WorkshopFixture {

    private final NewsletterFixture people;
    private final TestUsers users;
    private final Pages pages;
    private final WorkshopCatalogue catalogue;
    private final WorkshopSessionService sessions;
    private final PublicFormGuard guard;
    private final OrganisationSettings settings;
    private final Clock clock;
    private final JdbcClient db;

    private WorkshopId workshop = new WorkshopId(new UUID(0, 0));
    private FacilitatorId facilitator = new FacilitatorId(new UUID(0, 0));

    WorkshopFixture(
            NewsletterFixture people,
            TestUsers users,
            Pages pages,
            WorkshopCatalogue catalogue,
            WorkshopSessionService sessions,
            PublicFormGuard guard,
            OrganisationSettings settings,
            Clock clock,
            JdbcClient db) {
        this.people = people;
        this.users = users;
        this.pages = pages;
        this.catalogue = catalogue;
        this.sessions = sessions;
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
        this.db = db;
    }

    void prepare() {
        people.prepare();
        for (String table : List.of(
                "workshop_open_answer",
                "workshop_answer",
                "workshop_session",
                "workshop_request",
                "workshop_mastery",
                "workshop_facilitator",
                "workshop_capacity",
                "workshop")) {
            db.sql("DELETE FROM education." + table).update();
        }
        db.sql("DELETE FROM platform.mail_message").update();
        PersonId ana = people.someone("Ana", "ana@union.example", "fr", "Syndicat A", "Animation");
        CurrentActor.runAs(staff(), () -> {
            workshop = catalogue.create(new WorkshopFacts(
                    "Le fil du coton", "Textile", 90, List.of("fr"), "Accueil (5 min)", true, null, null));
            facilitator = catalogue.addFacilitator(
                    ana, new FacilitatorFacts(List.of("QC-06"), "", true, List.of(workshop.value())));
            catalogue.setCapacity(wished().getYear(), BigDecimal.valueOf(10));
        });
    }

    Actor staff() {
        return users.actor(Role.STAFF);
    }

    LocalDate wished() {
        return settings.today().plusDays(30);
    }

    UUID workshop() {
        return workshop.value();
    }

    UUID facilitator() {
        return facilitator.value();
    }

    WorkshopSessionFacts facts(LocalDate day) {
        return new WorkshopSessionFacts(
                workshop,
                null,
                day,
                null,
                "QC-06",
                "Local 12",
                BigDecimal.valueOf(4),
                List.of(facilitator.value()),
                false);
    }

    /** A session of today without a facilitator, planned or held. */
    WorkshopSessionId held(int people, boolean isHeld) {
        return CurrentActor.callAs(staff(), () -> {
            WorkshopSessionFacts facts = new WorkshopSessionFacts(
                    workshop, null, settings.today(), null, "QC-06", "", BigDecimal.valueOf(4), List.of(), false);
            WorkshopSessionId id = sessions.schedule(facts);
            if (isHeld) {
                sessions.hold(id, 1, people);
            }
            return id;
        });
    }

    void schedule(String request, LocalDate day) {
        schedule(request, 1, day);
    }

    void schedule(String request, int version, LocalDate day) {
        assertThat(pages.as(Role.STAFF)
                        .post(
                                request + "/schedule",
                                "version=" + version,
                                "workshop=" + workshop.value(),
                                "day=" + day,
                                "hours=4",
                                "confirmed=true"))
                .hasStatus(303);
    }

    String ask(String... fields) {
        MvcTestResult answer = pages.asStranger().post("/public/workshops/ask?in=fr", form -> {
            form.field("kind", "REQUEST")
                    .field("asker", "École des Trois-Rives")
                    .field("name", "Bao")
                    .field("workshop", workshop.value())
                    .field("region", "QC-06")
                    .field("people", 28)
                    .field(FormShield.OPENED, shield("workshop"));
            for (String each : fields) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    /** Presses the button under a letter, with the values behind it. */
    MvcTestResult confirm(String url, MvcTestResult letter) {
        return pages.as(Role.STAFF).post(url, form -> {
            Pages.parse(letter)
                    .select("main form.gestures input[type=hidden]")
                    .forEach(each -> form.field(each.attr("name"), (Object) each.attr("value")));
            form.field("confirmed", true);
        });
    }

    MvcTestResult evaluate(WorkshopSessionId session, String... fields) {
        return pages.asStranger().post("/public/evaluation/" + session.value(), form -> {
            form.field(FormShield.OPENED, shield("evaluation"));
            for (String each : fields) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    String shield(String form) {
        return guard.shield(form, clock.instant().minus(Duration.ofSeconds(30))).opened();
    }

    UUID only(String table) {
        return db.sql("SELECT id FROM education." + table).query(UUID.class).single();
    }

    long count(String rows) {
        return db.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }

    String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    static String text(MvcTestResult answer) {
        return Pages.text(answer).replace('\u00a0', ' ').replace("&nbsp;", " ");
    }
}
