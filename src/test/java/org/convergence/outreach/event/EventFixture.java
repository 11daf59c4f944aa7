package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.identity.Role;
import org.convergence.outreach.event.domain.EventQueries;
import org.convergence.outreach.newsletter.NewsletterFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.Pages;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Events, registrations by strangers, and what became of them. */
@Lazy
@Component
class EventFixture {

    private final NewsletterFixture people;
    private final Pages pages;
    private final EventQueries events;
    private final PublicFormGuard guard;
    private final OrganisationSettings settings;
    private final List<RecurringWork> works;
    private final Clock clock;
    private final JdbcClient db;

    EventFixture(
            NewsletterFixture people,
            Pages pages,
            EventQueries events,
            PublicFormGuard guard,
            OrganisationSettings settings,
            List<RecurringWork> works,
            Clock clock,
            JdbcClient db) {
        this.people = people;
        this.pages = pages;
        this.events = events;
        this.guard = guard;
        this.settings = settings;
        this.works = works;
        this.clock = clock;
        this.db = db;
    }

    void prepare() {
        people.prepare();
        db.sql("DELETE FROM outreach.event_order").update();
        db.sql("DELETE FROM outreach.event").update();
    }

    /** Creates an event of today and opens registration. */
    EventId announce(int quota, String... fields) {
        EventId id = draft(quota, fields);
        assertThat(pages.as(Role.STAFF).post(url(id) + "/state/OPEN")).hasStatus(303);
        return id;
    }

    EventId draft(int quota, String... fields) {
        MvcTestResult made = pages.as(Role.STAFF).post("/outreach/event/new", form -> {
            form.field("name", name(fields))
                    .field("day", settings.today())
                    .field("begins", "18:30")
                    .field("place", "Salle du Port")
                    .field("quota", quota);
            for (String each : fields) {
                if (!each.startsWith("name=")) {
                    form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
                }
            }
        });
        return new EventId(UUID.fromString(Pages.location(made).replaceFirst(".*/", "")));
    }

    private static String name(String... fields) {
        return Stream.of(fields)
                .filter(each -> each.startsWith("name="))
                .map(each -> each.substring(5))
                .findFirst()
                .orElse("Soirée des 50 ans");
    }

    static String url(EventId id) {
        return "/outreach/event/" + id.value();
    }

    /** Sends the public form. */
    MvcTestResult register(EventId id, String name, int seats, String... fields) {
        return send("/public/event/" + id.value(), form -> {
            form.field("name", name).field("mail", name + "@exemple.example").field("seats", seats);
            for (String each : fields) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    MvcTestResult send(String url, java.util.function.Consumer<org.convergence.testing.PageVisitor.PostedForm> fields) {
        return pages.asStranger().post(url, form -> {
            fields.accept(form);
            form.field(
                    FormShield.OPENED,
                    guard.shield("event", clock.instant().minus(Duration.ofSeconds(30)))
                            .opened());
        });
    }

    /** Sells seats to an organisation. */
    String sell(EventId id, String organisation, int seats, String... fields) {
        return Pages.location(pages.as(Role.STAFF).post(url(id) + "/orders/new", form -> {
            form.field("organisation", people.as(() -> organisation(organisation)))
                    .field("name", "Ana Roy")
                    .field("mail", "ana@union.example")
                    .field("seats", seats);
            for (String each : fields) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        }));
    }

    private String organisation(String name) {
        people.someone("Bao", null, "fr", name, "Présidence");
        return db.sql("SELECT id::text FROM directory.people_organisation WHERE name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    /** Enters money taken on the night, in cash. */
    MvcTestResult take(EventId id, String amount, String kind) {
        String address = url(id) + "/takings/new";
        String key =
                pages.as(Role.STAFF).open(address).select("input[name=key]").val();
        return pages.as(Role.STAFF).post(address, "key=" + key, "amount=" + amount, "kind=" + kind, "method=CASH");
    }

    int taken(EventId id) {
        return people.as(() -> events.findQuotas(id)).get(0).taken();
    }

    List<String> states(EventId id) {
        return db.sql("SELECT state FROM outreach.event_order WHERE event = ? ORDER BY made_at, id")
                .param(id.value())
                .query(String.class)
                .list();
    }

    String code(String state) {
        return db.sql("SELECT code FROM outreach.event_order WHERE state = ? ORDER BY made_at LIMIT 1")
                .param(state)
                .query(String.class)
                .single();
    }

    /** The id of the first seat. */
    String seat() {
        return db.sql("SELECT id::text FROM outreach.event_seat ORDER BY position, id LIMIT 1")
                .query(String.class)
                .single();
    }

    int count(String from) {
        return db.sql("SELECT count(*) FROM " + from).query(Integer.class).single();
    }

    void sweep() {
        works.stream()
                .filter(each -> each.name().equals("event-sweep"))
                .forEach(each -> CurrentActor.runAs(Actor.system("sweep"), each::run));
    }

    String main(String url, Role role) {
        return pages.as(role).open(url).select("main").text().replace('\u00a0', ' ');
    }

    /** An expense of an event, of a budget in some currency, to which it was converted. */
    void addForeignExpense(EventId event, String currency, String amount, String budgetCurrency, String converted) {
        UUID expense = Ids.next();
        UUID budget = Ids.next();
        UUID line = Ids.next();
        db.sql("""
                        INSERT INTO resources.spending_budget (id, subject, title, currency, starts_on, ends_on)
                        VALUES (?, ?, 'Essai', ?, '2020-01-01', '2040-01-01')
                        """)
                .params(budget, "resources.grant/agreement/" + budget, budgetCurrency)
                .update();
        db.sql("""
                        INSERT INTO resources.spending_line (id, budget, position, code, label, cost_class, original, amended)
                        VALUES (?, ?, 1, 'X', 'Essai', 'DIRECT', 1000, 1000)
                        """).params(line, budget).update();
        db.sql("""
                        WITH expense AS (
                            INSERT INTO resources.spending_expense (id, day, amount, currency, supplier, state, recorded_by, recorded_at, source)
                            VALUES (:id, :day, CAST(:amount AS numeric), :currency, 'Traiteur au loin', 'PROPOSED', :id, now(), :source))
                        INSERT INTO resources.spending_split (id, expense, line, amount, converted, rates)
                        VALUES (gen_random_uuid(), :id, :line, CAST(:amount AS numeric), CAST(:converted AS numeric), '[]')
                        """)
                .param("id", expense)
                .param("day", settings.today())
                .param("amount", amount)
                .param("currency", currency)
                .param("source", "outreach.eventcosts/" + event.value())
                .param("line", line)
                .param("converted", converted)
                .update();
    }
}
