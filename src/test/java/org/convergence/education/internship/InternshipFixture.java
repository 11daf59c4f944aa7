package org.convergence.education.internship;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.domain.TestLetterSender;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.MailText;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A published call with a reserved seat, two readers, and the gestures of candidates. */
abstract class InternshipFixture {

    static final String LIST = "/education/internship";

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Pages pages;

    @Autowired
    TestUsers users;

    @Autowired
    TimeFixture crew;

    @Autowired
    PeopleDirectory people;

    @Autowired
    TestLetterSender sender;

    @Autowired
    PublicFormGuard guard;

    @Autowired
    OrganisationSettings settings;

    @Autowired
    List<RecurringWork> works;

    @Autowired
    AllIdentityReferences references;

    @Autowired
    MovingClock clock;

    @Autowired
    JdbcClient db;

    Actor staff = Actor.VISITOR;
    Actor first = Actor.VISITOR;
    Actor second = Actor.VISITOR;
    String union = "";
    String call = "";

    @BeforeEach
    void call() {
        server.start();
        users.ensureOrganisation();
        clear();
        staff = crew.hire(users, "Nadège", "Pierre", Role.STAFF);
        first = crew.hire(users, "Ghislaine", "Fortin", Role.BOARD_MEMBER);
        second = crew.hire(users, "Louis", "Tremblay", Role.VOLUNTEER);
        union = CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> people.findOrCreateOrganisation("Syndicat des infirmières")
                        .value()
                        .toString());
        call = Pages.location(save(LIST + "/new", 0, "places=1", "quotas=" + union));
        assertThat(pages.as(staff).post(call + "/publish")).hasStatus(303);
    }

    @AfterEach
    void clear() {
        clock.reset();
        for (String table : List.of("return", "application", "reader", "quota", "criterion", "call")) {
            db.sql("DELETE FROM education.internship_" + table).update();
        }
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    void erase(String file) {
        PersonId person = TimeFixture.person(second);
        assertThat(pages.as(staff).post(LIST + "/files/" + file + "/person", "person=" + person.value()))
                .hasStatus(303);
        references.stream()
                .filter(each -> each.columns().contains("education.internship_application.person"))
                .forEach(each -> each.erase(person));
    }

    MvcTestResult save(String url, int version, String... more) {
        LocalDate today = settings.today();
        return pages.as(staff).post(url, form -> {
            form.field("version", version)
                    .field("titleFr", "Stage au Mexique")
                    .field("titleEn", "Internship in Mexico")
                    .field("textFr", "Cinq semaines.")
                    .field("textEn", "Five weeks.")
                    .field("destination", "Puebla")
                    .field("opensOn", today)
                    .field("decidesOn", today.plusDays(30))
                    .field("startsOn", today.plusDays(90))
                    .field("endsOn", today.plusDays(120))
                    .field("returnActivities", 1)
                    .field("returnBy", today.plusDays(300))
                    .field("contact", "Nadège, 514 555-0100")
                    .field(
                            "readers",
                            Objects.requireNonNull(first.personId()),
                            Objects.requireNonNull(second.personId()))
                    .field("criterion1-fr", "Votre engagement")
                    .field("criterion1-en", "Your commitment");
            boolean closes = List.of(more).stream().anyMatch(each -> each.startsWith("closesOn="));
            if (!closes) {
                form.field("closesOn", today.plusDays(10));
            }
            if (List.of(more).stream().noneMatch(each -> each.startsWith("criterion1-most="))) {
                form.field("criterion1-most", 10);
            }
            for (String each : more) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    MvcTestResult post(String url, String shield, String... fields) {
        return pages.asStranger().post(url, form -> {
            form.field(
                    FormShield.OPENED,
                    guard.shield(shield, clock.instant().minusSeconds(30)).opened());
            for (String each : fields) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    MvcTestResult begin(String url, String... fields) {
        return post(url, "internship-call", fields);
    }

    String apply(String name, String mail, String union) {
        return Pages.location(begin(
                        LIST + "/apply/" + call.replaceFirst(".*/", ""),
                        "name=" + name,
                        "mail=" + mail,
                        union,
                        "consent=true"))
                .replaceFirst("\\?.*", "");
    }

    MvcTestResult send(String link, String... fields) {
        return post(link, "internship-file", fields);
    }

    void submit(String link, String name, String union, String answer) {
        assertThat(send(
                        link,
                        "version=" + version(name),
                        "name=" + name,
                        "mail=x@union.example",
                        union,
                        "answer-" + id("criterion") + "=" + answer,
                        "submit=true"))
                .hasStatus(303);
    }

    /** The link of a candidate who has sent her file. */
    String applied() {
        String ana = apply("Ana Roy", "ana@union.example", "union=" + union);
        submit(ana, "Ana Roy", "union=" + union, "Je milite ici.");
        return ana;
    }

    /** The link of a candidate chosen by the committee. */
    String chosen() {
        String ana = applied();
        closed();
        score(first, "Ana Roy", 5);
        score(second, "Ana Roy", 6);
        String file = "file-" + file("Ana Roy") + "=CHOSEN";
        assertThat(pages.as(staff).post(call + "/decide", "version=2", "on=" + settings.today(), file))
                .hasStatus(303);
        return ana;
    }

    MvcTestResult activity(String link, String reached) {
        return post(
                link.replaceFirst("(\\?|$)", "/activities$1"),
                "internship-file",
                "title=Soirée de photos",
                "kind=SPEECH",
                "on=" + settings.today(),
                "people=" + reached);
    }

    MvcTestResult score(Actor reader, String name, int points) {
        return pages.as(reader).post(LIST + "/read/files/" + file(name), "points-" + id("criterion") + "=" + points);
    }

    void release(String answer, String matched) {
        assertThat(pages.as(staff)
                        .post(
                                LIST + "/files/" + file("Ana Roy") + "/release",
                                "version=" + version("Ana Roy"),
                                "days=25",
                                "dailyPay=284,50",
                                "charges=18,5",
                                "askedOn=" + settings.today(),
                                "answer=" + answer,
                                "matchedIn=" + matched))
                .hasStatus(303);
    }

    int version(String name) {
        return db.sql("SELECT version FROM education.internship_application WHERE name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    String[] choice(String ana, String bo) {
        return new String[] {
            "version=2",
            "on=" + settings.today(),
            "file-" + file("Ana Roy") + "=" + ana,
            "file-" + file("Bo Lee") + "=" + bo
        };
    }

    void closed() {
        clock.moveTo(clock.instant().plusSeconds(86_400L * 11));
    }

    void returned() {
        clock.moveTo(clock.instant().plusSeconds(86_400L * 130));
    }

    String file(String name) {
        return db.sql("SELECT id FROM education.internship_application WHERE name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    String id(String table) {
        return db.sql("SELECT id FROM education.internship_" + table)
                .query(String.class)
                .single();
    }

    int count(String from) {
        return db.sql("SELECT count(*) FROM education.internship_" + from)
                .query(Integer.class)
                .single();
    }

    String main(String url) {
        return text(pages.as(staff).open(url).select("main").text());
    }

    static String text(String text) {
        return text.replace('\u00a0', ' ');
    }

    static String plain(jakarta.mail.internet.MimeMessage message) {
        try {
            return MailText.plain(message);
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
