package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.Decision;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.SponsorshipId;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.Sponsorship.SponsorshipFacts;
import org.convergence.outreach.event.domain.Sponsorship.SponsorshipState;
import org.convergence.plan.checklist.Checklists;
import org.convergence.plan.checklist.Checklists.ChecklistContent;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.InvoiceFacts.InvoiceLineFacts;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes sponsorships, records the decision about each, and invoices them (R-EVT-9b). Nothing is public, promised as a
 * task or invoiced before a decision accepts it.
 */
@Service
@Transactional
@Requires(EventPermissions.EDIT)
public class SponsorshipService {

    static final String TABLE = "outreach.event_sponsorship";

    /** The kind of record of its checklist. */
    public static final String KIND = "outreach.event";

    private static final int LONGEST_TASK = 300;
    private static final int DAYS_TO_PAY = 30;

    private final EventQueries events;
    private final PeopleDirectory people;
    private final Checklists checklists;
    private final InvoiceService invoices;
    private final RecipientWords words;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    SponsorshipService(
            EventQueries events,
            PeopleDirectory people,
            Checklists checklists,
            InvoiceService invoices,
            RecipientWords words,
            OrganisationSettings settings,
            JdbcClient db) {
        this.events = events;
        this.people = people;
        this.checklists = checklists;
        this.invoices = invoices;
        this.words = words;
        this.settings = settings;
        this.db = db;
    }

    /** The sponsorships of an event, by state and name. */
    @Transactional(readOnly = true)
    @Requires(EventPermissions.READ)
    public List<Sponsorship> findByEvent(EventId event) {
        return find("s.event = ?", event.value());
    }

    /** @throws NotFound if there is no such sponsorship */
    @Transactional(readOnly = true)
    @Requires(EventPermissions.READ)
    public Sponsorship findById(SponsorshipId id) {
        return find("s.id = ?", id.value()).stream().findFirst().orElseThrow(() -> new NotFound("sponsorship"));
    }

    private List<Sponsorship> find(String condition, UUID id) {
        return db.sql("""
                        SELECT s.*, o.name AS organisation_name FROM outreach.event_sponsorship s
                        JOIN directory.people_organisation_name o ON o.id = s.organisation WHERE %s
                        ORDER BY array_position(ARRAY['ACCEPTED', 'PROPOSED', 'REFUSED', 'ENDED'], s.state), o.name, s.id LIMIT 200
                        """.formatted(condition))
                .param(id)
                .query(RecordMapper.of(Sponsorship.class))
                .list();
    }

    /**
     * Proposes a sponsorship, or corrects a proposal.
     *
     * @param id {@code null} for a new one
     * @throws Refused if it is decided, brings nothing, or promises a task that is too long
     */
    @Transactional(label = "event.propose-sponsorship")
    public SponsorshipId save(EventId event, @Nullable SponsorshipId id, int version, SponsorshipFacts facts) {
        events.findById(event);
        if (id != null) {
            lock(id, SponsorshipState.PROPOSED);
        }
        if (facts.amount() == null && facts.inKind() == null) {
            throw new Refused("event.refused.sponsor-brings");
        }
        if (facts.counterparts().lines().anyMatch(line -> line.strip().length() > LONGEST_TASK)) {
            throw new Refused("event.refused.sponsor-promise", LONGEST_TASK);
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("event", event);
        OrganisationId known = facts.organisation().first();
        values.put(
                "organisation",
                known != null
                        ? known
                        : people.findOrCreateOrganisation(
                                facts.organisation().newcomers().get(0)));
        values.put("amount", facts.amount());
        values.put("in_kind", facts.inKind());
        values.put("counterparts", facts.counterparts());
        values.put("named", facts.named());
        return new SponsorshipId(VersionedRow.save(db, TABLE, id == null ? null : id.value(), version, values));
    }

    /**
     * Records the decision that accepts it: what was promised becomes tasks until the day of the event.
     *
     * @param checked how its conduct was checked against the mission
     */
    @Transactional(label = "event.accept-sponsorship")
    @Requires(EventPermissions.ACCEPT_SPONSORS)
    public void accept(SponsorshipId id, int version, Decision decision, String checked) {
        Sponsorship it = lock(id, SponsorshipState.PROPOSED);
        Map<String, @Nullable Object> values = decided(SponsorshipState.ACCEPTED, decision);
        values.put("checked", checked);
        VersionedRow.save(db, TABLE, id.value(), version, values);
        LocalDate day = requireNotCancelled(it).facts().day();
        checklists.propose(
                KIND,
                id.value(),
                it.promises().stream()
                        .map(each -> new ChecklistContent(each, null, day))
                        .toList());
    }

    /** Records the decision that refuses it, with its reason. */
    @Transactional(label = "event.refuse-sponsorship")
    @Requires(EventPermissions.ACCEPT_SPONSORS)
    public void refuse(SponsorshipId id, int version, Decision decision, String reason) {
        lock(id, SponsorshipState.PROPOSED);
        Map<String, @Nullable Object> values = decided(SponsorshipState.REFUSED, decision);
        values.put("reason", reason);
        VersionedRow.save(db, TABLE, id.value(), version, values);
    }

    /** Ends an accepted one: the public page no longer names it, and nobody is reminded of its tasks. */
    @Transactional(label = "event.end-sponsorship")
    @Requires(EventPermissions.ACCEPT_SPONSORS)
    public void end(SponsorshipId id, int version, Decision decision, String reason) {
        lock(id, SponsorshipState.ACCEPTED);
        requirePast(decision);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", SponsorshipState.ENDED);
        values.put("ended_body", decision.body());
        values.put("ended_on", decision.date());
        values.put("ended_resolution", decision.number());
        values.put("reason", reason);
        VersionedRow.save(db, TABLE, id.value(), version, values);
        checklists.end(KIND, id.value());
    }

    private Event requireNotCancelled(Sponsorship it) {
        Event event = events.findById(it.event());
        if (event.state() == EventState.CANCELLED) {
            throw new Refused("event.refused.sponsor-cancelled");
        }
        return event;
    }

    /** Ends the tasks of the sponsors of a cancelled event, so that nobody is reminded of them. */
    void endTasks(EventId event) {
        db.sql("SELECT id FROM outreach.event_sponsorship WHERE event = ? AND state = 'ACCEPTED'")
                .param(event.value())
                .query(UUID.class)
                .list()
                .forEach(id -> checklists.end(KIND, id));
    }

    /** Moves the tasks that were due on the day of an event, with the event. */
    void moveTasks(EventId event, LocalDate from, LocalDate to) {
        findByEvent(event).forEach(each -> checklists.move(KIND, each.id().value(), from, to));
    }

    private void requirePast(Decision decision) {
        if (decision.date().isAfter(settings.today())) {
            throw new Refused("event.refused.sponsor-decision");
        }
    }

    private Map<String, @Nullable Object> decided(SponsorshipState state, Decision decision) {
        requirePast(decision);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", state);
        values.put("decision_body", decision.body());
        values.put("decided_on", decision.date());
        values.put("resolution", decision.number());
        return values;
    }

    /**
     * Invoices the amount of an accepted sponsorship; issued again, it gives the same invoice. No tax: sponsorship of a
     * public service body is no supply (Excise Tax Act, s. 135).
     *
     * @param language the code of the sponsor's language; if it is {@code null} or not one of those that staff speak, the
     *     invoice is in the organisation's first
     * @throws Refused if it is not accepted, or brings no money
     */
    @Transactional(label = "event.invoice-sponsorship")
    @Requires(LedgerPermissions.ISSUE)
    public InvoiceId issue(SponsorshipId id, @Nullable String language) {
        Sponsorship it = lock(id, SponsorshipState.ACCEPTED);
        BigDecimal amount = it.amount();
        if (amount == null) {
            throw new Refused("event.refused.invoice");
        }
        EventFacts facts = requireNotCancelled(it).facts();
        Words t = words.forLanguage(language);
        LocalDate today = settings.today();
        InvoiceId invoice = invoices.issue(new InvoiceFacts(
                it.organisation(),
                it.organisation(),
                it.organisationName(),
                t.language().code(),
                today,
                today.plusDays(DAYS_TO_PAY),
                null,
                CurrencyUnit.of("CAD"),
                t.say("event.sponsor.invoice", facts.name()),
                t.say("event.sponsor.invoice.untaxed"),
                List.of(new InvoiceLineFacts(
                        t.say("event.sponsor.invoice", facts.name()), amount, AccountPurpose.OTHER)),
                "event-sponsorship/" + id.value()));
        VersionedRow.save(db, TABLE, id.value(), it.version(), Map.of("invoice", invoice));
        return invoice;
    }

    private Sponsorship lock(SponsorshipId id, SponsorshipState... expected) {
        db.sql("SELECT FROM outreach.event_sponsorship WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> n)
                .list();
        Sponsorship it = findById(id);
        if (!Set.of(expected).contains(it.state())) {
            throw new Refused("event.refused.sponsor-state");
        }
        return it;
    }
}
