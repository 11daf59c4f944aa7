package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.SourceTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announces, changes, cancels and closes events, and records that they were held. An event held is a realisation. */
@Service
@Transactional
@Requires(EventPermissions.EDIT)
public class EventService {

    static final String TABLE = "outreach.event";

    private final EventQueries queries;
    private final EventOrderRepository orders;
    private final SeatAllocator seats;
    private final EventLetterSender letters;
    private final SponsorshipService sponsorships;
    private final RealisationRecorder realisations;
    private final ActionPlans plans;
    private final SourceTexts texts;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    EventService(
            EventQueries queries,
            EventOrderRepository orders,
            SeatAllocator seats,
            EventLetterSender letters,
            SponsorshipService sponsorships,
            RealisationRecorder realisations,
            ActionPlans plans,
            SourceTexts texts,
            OrganisationSettings settings,
            JdbcClient db) {
        this.queries = queries;
        this.orders = orders;
        this.seats = seats;
        this.letters = letters;
        this.sponsorships = sponsorships;
        this.realisations = realisations;
        this.plans = plans;
        this.texts = texts;
        this.settings = settings;
        this.db = db;
    }

    /** Creates a draft. */
    @Transactional(label = "event.create")
    public EventId create(EventFacts facts) {
        EventId id = new EventId(Ids.next());
        db.sql("INSERT INTO outreach.event (id, name, day, table_size) VALUES (?, ?, ?, ?)")
                .params(id.value(), facts.name(), facts.day(), facts.tableSize())
                .update();
        write(id, facts);
        return id;
    }

    private void write(EventId id, EventFacts facts) {
        db.sql("""
                        UPDATE outreach.event
                        SET name = :name, day = :day, begins = :begins, place = :place, online_url = :onlineUrl,
                            languages = :languages, about = :about, access = :access, draw = :draw, licence = :licence,
                            table_size = :tableSize, reduced = :reduced, regular = :regular, support = :support,
                            tax_numbers = :taxNumbers, target = :target, action = :action, meals = :meals, carers = :carers, announced = :announced
                        WHERE id = '%s'
                        """.formatted(id.value())).paramSource(facts).update();
        setQuotas(id, facts);
    }

    /** Sets the seats of each mode, never below those taken; more seats are offered to those who wait. */
    private void setQuotas(EventId id, EventFacts facts) {
        for (EventMode mode : EventMode.values()) {
            Integer wanted = facts.seats(mode);
            if (wanted == null) {
                removeQuota(id, mode);
                continue;
            }
            orders.setQuota(id, mode, wanted);
            seats.refill(queries.findById(id), mode);
        }
    }

    private void removeQuota(EventId id, EventMode mode) {
        db.sql("""
                        DELETE FROM outreach.event_quota q WHERE q.event = :event AND q.mode = :mode AND NOT EXISTS
                               (SELECT FROM outreach.event_order o WHERE o.event = q.event AND o.mode = q.mode)
                        """).param("event", id.value()).param("mode", mode.name()).update();
        if (queries.findQuotas(id).stream().anyMatch(each -> each.mode() == mode)) {
            throw new Refused("event.refused.mode");
        }
    }

    /**
     * Changes an event. Where its day, hour, place or address changed, the waiting letters about registrations are
     * written again, and waiting reminders are withheld.
     *
     * @param version the version on which the form was opened
     * @throws Refused if fewer seats are left than are taken, an announced event lacks what announcing needs, or meals
     *     that guests chose would move
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "event.update")
    public ChangedEvent update(EventId id, int version, EventFacts facts) {
        Event event = lock(id, EventState.DRAFT, EventState.OPEN, EventState.CLOSED);
        OptimisticLock.requireSameVersion(TABLE, id.value(), version, event.version());
        String reason = EventPolicy.reasonNotToChange(event, facts, settings.today(), queries.findChoices(id));
        if (reason != null) {
            throw new Refused(reason);
        }
        write(id, facts);
        boolean elsewhere = event.state().isAhead() && facts.isElsewhere(event.facts());
        if (elsewhere) {
            db.sql("UPDATE outreach.event SET changed_at = ? WHERE id = ?")
                    .params(SqlTime.at(orders.now()), id.value())
                    .update();
        }
        if (!facts.day().equals(event.facts().day())) {
            seats.moveOffers(queries.findById(id));
            sponsorships.moveTasks(id, event.facts().day(), facts.day());
        }
        setState(id, event.state(), null);
        if (!elsewhere) {
            return new ChangedEvent(0, 0);
        }
        List<EventOrder> affected = orders.findAlive(id);
        int rewritten = letters.rewrite(queries.findById(id), affected);
        return new ChangedEvent(rewritten, letters.withholdUntrue(affected));
    }

    /** How many letters that waited were written again, and how many were withheld, since they told the former day or place. */
    public record ChangedEvent(int rewritten, int withheld) {}

    /**
     * Opens registration, also after it was closed.
     *
     * @throws Refused if a draw has no licence (R-EVT-6), no mode has seats, or its day is over
     */
    @Transactional(label = "event.open")
    public void open(EventId id) {
        Event event = lock(id, EventState.DRAFT, EventState.CLOSED);
        String reason = EventPolicy.reasonNotToOpen(event.facts(), settings.today());
        if (reason != null) {
            throw new Refused(reason);
        }
        setState(id, EventState.OPEN, null);
    }

    /** Closes registration; offers made go on. */
    @Transactional(label = "event.close")
    public void close(EventId id) {
        lock(id, EventState.OPEN);
        setState(id, EventState.CLOSED, null);
    }

    /** The letters that {@link #cancel} would post, and the registrations to be told otherwise. */
    @Transactional(readOnly = true)
    public MailingPreview previewCancellation(EventId id) {
        return letters.preview(EventLetterKind.CANCELLED, queries.findById(id), orders.findAlive(id), EventNote.NONE);
    }

    /** Registrations that get a letter, those to be told otherwise, and organisations that have a copy of the text. */
    public record CancelledEvent(int posted, int untold, int copies) {}

    /** Cancels the event and tells those who registered, wait or have an offer; offers die with it. */
    @Transactional(label = "event.cancel")
    public CancelledEvent cancel(EventId id) {
        Event event = lock(id, EventState.DRAFT, EventState.OPEN, EventState.CLOSED);
        setState(id, EventState.CANCELLED, null);
        sponsorships.endTasks(id);
        List<EventOrder> affected = orders.findAlive(id);
        letters.withholdUntrue(affected);
        int posted = (int) affected.stream()
                .filter(each -> letters.post(EventLetterKind.CANCELLED, event, each))
                .count();
        return new CancelledEvent(posted, affected.size() - posted, texts.takeBack(TABLE, id.value()));
    }

    /** The head count of an event, and its costs outside the expenses. */
    public record EventOutcome(int people, BigDecimal costs) {}

    /**
     * Records that the event was held, or corrects its outcome: the head count becomes a realisation of the plan.
     *
     * @throws Refused if its day has not come, or it was not announced
     */
    @Transactional(label = "event.hold")
    public void hold(EventId id, int version, EventOutcome outcome) {
        Event event = lock(id, EventState.OPEN, EventState.CLOSED, EventState.HELD);
        OptimisticLock.requireSameVersion(TABLE, id.value(), version, event.version());
        EventFacts facts = event.facts();
        if (facts.day().isAfter(settings.today())) {
            throw new Refused("event.refused.early", facts.day());
        }
        LocalDateTime starts = facts.starts();
        LocalDateTime now =
                LocalDateTime.ofInstant(orders.now(), settings.current().zone());
        if (starts != null && now.isBefore(starts)) {
            throw new Refused("event.refused.before-hour", starts.toLocalTime());
        }
        setState(id, EventState.HELD, outcome.people());
        db.sql("UPDATE outreach.event SET costs = ? WHERE id = ?")
                .params(outcome.costs(), id.value())
                .update();
        Set<OrganisationId> buyers = orders.findAlive(id).stream()
                .filter(each -> each.state().isExpected())
                .map(EventOrder::organisation)
                .filter(Objects::nonNull)
                .limit(RealisationDetails.MOST_ORGANISATIONS)
                .collect(Collectors.toSet());
        realisations.record(RecordRealisationCommand.done(
                source(id),
                new RealisationDetails(
                        facts.name(),
                        facts.regular() == null ? RealisationKind.MEETING : RealisationKind.OTHER,
                        DayRange.on(facts.day()),
                        null,
                        Participations.of(outcome.people()),
                        buyers),
                Amounts.UNKNOWN,
                PlanAttribution.serving(
                        facts.action() == null
                                ? Set.of()
                                : plans.findLinesById(List.of(new ActionId(facts.action())))
                                        .keySet())));
    }

    /** Takes {@link #hold} back. */
    @Transactional(label = "event.unhold")
    public void undoHold(EventId id) {
        lock(id, EventState.HELD);
        setState(id, EventState.CLOSED, null);
        realisations.withdraw(source(id));
    }

    private static RealisationSource source(EventId id) {
        return new RealisationSource(TABLE, "event", id.value().toString(), "/outreach/event/" + id.value());
    }

    private Event lock(EventId id, EventState... expected) {
        db.sql("SELECT FROM outreach.event WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> n)
                .list();
        Event event = queries.findById(id);
        if (!Set.of(expected).contains(event.state())) {
            throw new Refused("event.refused.state");
        }
        return event;
    }

    private void setState(EventId id, EventState state, @Nullable Integer people) {
        db.sql("""
                        UPDATE outreach.event SET state = :state, people = :people, version = version + 1,
                               updated_at = :now,
                               announced_at = CASE WHEN NOT announced THEN NULL WHEN :state IN ('OPEN', 'CLOSED') THEN coalesce(announced_at, :now)
                                                   ELSE announced_at END
                        WHERE id = :id
                        """)
                .param("now", SqlTime.at(orders.now()))
                .param("state", state.name())
                .param("people", people)
                .param("id", id.value())
                .update();
    }
}
