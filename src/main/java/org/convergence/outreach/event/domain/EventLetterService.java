package org.convergence.outreach.event.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.EventOrder.EventOrderState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.ExcludedAddressee;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters to everyone who registered: a reminder before, what changed, thanks after. Nobody gets one twice, and those
 * who were expected but did not come get no thanks.
 */
@Service
@Requires(EventPermissions.EDIT)
public class EventLetterService {

    private final EventQueries events;
    private final EventOrderRepository orders;
    private final EventLetterSender letters;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    EventLetterService(
            EventQueries events,
            EventOrderRepository orders,
            EventLetterSender letters,
            OrganisationSettings settings,
            JdbcClient db) {
        this.events = events;
        this.orders = orders;
        this.letters = letters;
        this.settings = settings;
        this.db = db;
    }

    /**
     * A mailing as its event's page shows it.
     *
     * @param due the registrations to which it may be sent now
     * @param missing the registrations that have not got it, without those counted as waiting in {@code sent}
     * @param otherwise the registrations without an address, to be told otherwise
     * @param sent the state of the letters so far
     */
    public record EventLetterRound(EventLetterKind kind, int due, int missing, int otherwise, LetterSummary sent) {}

    /** Who gets a letter, and who does not, with the key of the reason. */
    private record EventAudience(
            List<EventOrder> addressed, List<ExcludedAddressee> leftOut, Map<UUID, LetterStatus> sent) {

        List<EventOrder> byMail() {
            return addressed.stream().filter(EventOrder::hasMail).toList();
        }
    }

    private record DueCount(int byMail, int otherwise) {}

    /** The mailings that may be sent now, or were sent. Registrations are read only for those of which letters exist. */
    @Transactional(readOnly = true)
    public List<EventLetterRound> findMailings(Event event) {
        Set<String> written = Set.copyOf(db.sql("""
                        SELECT DISTINCT l.matter FROM outreach.event_order o
                        JOIN platform.mail_letter_status l ON l.record_id = o.id AND l.matter = ANY (?) WHERE o.event = ?
                        """)
                .params(
                        Arrays.stream(EventLetterKind.values())
                                .filter(EventLetterKind::isMailing)
                                .map(EventLetterKind::matter)
                                .toArray(String[]::new),
                        event.id().value())
                .query(String.class)
                .list());
        List<EventLetterKind> kinds = Arrays.stream(EventLetterKind.values())
                .filter(EventLetterKind::isMailing)
                .filter(kind -> written.contains(kind.matter()) || kind.isTimely(event, settings.today()))
                .toList();
        boolean isFirstReminder = kinds.equals(List.of(EventLetterKind.REMINDER)) && written.isEmpty();
        return isFirstReminder ? findFirstReminder(event) : findMailings(event, kinds);
    }

    /** The reminder that nobody got yet, as counts alone. */
    private List<EventLetterRound> findFirstReminder(Event event) {
        DueCount due = db.sql("""
                        SELECT count(*) FILTER (WHERE contact_mail LIKE '%@%') AS by_mail,
                               count(*) FILTER (WHERE contact_mail IS NULL OR contact_mail NOT LIKE '%@%') AS otherwise
                        FROM outreach.event_order WHERE event = ? AND state IN ('HELD', 'CONFIRMED')
                        """)
                .param(event.id().value())
                .query(RecordMapper.of(DueCount.class))
                .single();
        return due.byMail() + due.otherwise() == 0
                ? List.of()
                : List.of(new EventLetterRound(
                        EventLetterKind.REMINDER,
                        due.byMail(),
                        due.byMail(),
                        due.otherwise(),
                        LetterSummary.of(List.of())));
    }

    private List<EventLetterRound> findMailings(Event event, List<EventLetterKind> kinds) {
        List<EventOrder> alive = kinds.isEmpty() ? List.of() : orders.findAlive(event.id());
        return kinds.stream()
                .map(kind -> {
                    EventAudience audience = findAudience(event, kind, alive);
                    boolean timely = kind.isTimely(event, settings.today());
                    int due = timely ? audience.byMail().size() : 0;
                    LetterSummary sent = LetterSummary.of(audience.sent().values());
                    boolean isChange = timely && kind == EventLetterKind.CHANGED;
                    return new EventLetterRound(
                            kind,
                            due,
                            isChange ? countUnchanged(event.id(), audience.sent()) : due,
                            timely ? audience.addressed().size() - due : 0,
                            sent);
                })
                .filter(each -> each.missing() > 0
                        || each.otherwise() > 0
                        || each.sent().total() > 0)
                .toList();
    }

    private int countUnchanged(EventId event, Map<UUID, LetterStatus> sent) {
        return (int) db
                .sql("SELECT u.id FROM (%s) u WHERE u.event = ?".formatted(EventQueries.UNCHANGED))
                .param(event.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(sent::get)
                .filter(last -> last == null || last.state() != LetterState.WAITING)
                .count();
    }

    /** The state of the letters of its cancellation, by order; empty unless it is cancelled. */
    @Transactional(readOnly = true)
    public Map<UUID, LetterStatus> findCancellations(Event event) {
        return event.state() == EventState.CANCELLED
                ? letters.findLast(EventLetterKind.CANCELLED, orders.findAlive(event.id())).values().stream()
                        .filter(each -> each.purpose().equals(EventLetterKind.CANCELLED.purpose()))
                        .collect(Collectors.toMap(LetterStatus::record, Function.identity()))
                : Map.of();
    }

    /**
     * A registration that no letter reached.
     *
     * @param kind what it is to be told
     */
    public record UntoldOrder(EventOrderId id, String buyer, EventLetterKind kind) {}

    /** The registrations to be told otherwise than by mail, the first made first. */
    @Transactional(readOnly = true)
    public List<UntoldOrder> findUntold(EventId event) {
        return db.sql(EventQueries.UNTOLD + " AND o.event = ? ORDER BY o.made_at, o.id LIMIT 100")
                .param(event.value())
                .query(RecordMapper.of(UntoldOrder.class))
                .list();
    }

    /**
     * Notes that a registration was told by telephone or face to face; returns its event.
     *
     * @throws Refused if there is nothing to tell
     */
    @Transactional(label = "event.tell")
    public EventId markTold(EventOrderId id) {
        EventOrder order = orders.lock(id);
        EventLetterKind kind = db.sql(EventQueries.UNTOLD + " AND o.id = ?")
                .param(id.value())
                .query(RecordMapper.of(UntoldOrder.class))
                .optional()
                .orElseThrow(() -> new Refused("mail.refused.told"))
                .kind();
        letters.statuses().markTold(kind.matter(), kind.purpose(), id.value());
        if (kind == EventLetterKind.OFFERED) {
            orders.setState(
                    id,
                    order.state(),
                    events.findById(order.event())
                            .offerEnd(orders.now(), settings.current().zone()));
        }
        return order.event();
    }

    /** Takes {@link #markTold} back; returns the event. */
    @Transactional(label = "event.untell")
    public EventId undoTold(EventOrderId id) {
        EventOrder order = orders.lock(id);
        LetterStatus last = letters.findLast(id);
        if (last != null && last.method() == DeliveryMethod.TOLD) {
            boolean isChange = last.purpose().equals(EventLetterKind.CHANGED.purpose());
            letters.statuses()
                    .undoDelivered(
                            isChange ? EventLetterKind.CHANGED.matter() : EventLetterSender.MATTER,
                            List.of(id.value()));
            if (order.state() == EventOrderState.OFFERED && !isChange) {
                orders.setState(id, order.state(), null);
            }
        }
        return order.event();
    }

    private EventAudience findAudience(Event event, EventLetterKind kind, List<EventOrder> alive) {
        List<EventOrder> all = alive.stream()
                .filter(each -> kind == EventLetterKind.CHANGED || each.state().isExpected())
                .toList();
        Map<UUID, LetterStatus> sent = new HashMap<>(letters.findLast(kind, all));
        Map<UUID, LetterStatus> confirmations =
                kind == EventLetterKind.CHANGED ? letters.findLast(EventLetterKind.CONFIRMED, all) : Map.of();
        boolean atDoor = all.stream().anyMatch(each -> each.admitted() > 0);
        List<EventOrder> addressed = new ArrayList<>();
        List<ExcludedAddressee> leftOut = new ArrayList<>();
        for (EventOrder each : all) {
            UUID order = each.id().value();
            String reason = EventPolicy.reasonNotToWrite(
                    kind, each, sent.get(order), confirmations.get(order), atDoor, event.changedAt());
            if (reason == null) {
                addressed.add(each);
            } else {
                leftOut.add(new ExcludedAddressee(EventLetterSender.addressee(each), reason));
            }
        }
        if (kind == EventLetterKind.CHANGED) {
            // Letters of a former change are not those of the last one.
            sent.values().removeIf(each -> !EventPolicy.tellsSince(each, event.changedAt()));
        }
        return new EventAudience(addressed, leftOut, sent);
    }

    private EventAudience findTimely(Event event, EventLetterKind kind) {
        if (!kind.isTimely(event, settings.today())) {
            throw new Refused("event.refused.letter");
        }
        return findAudience(event, kind, orders.findAlive(event.id()));
    }

    /**
     * The letters that {@link #send} would post, and who gets none.
     *
     * @throws Refused if its time is not now
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(EventId id, EventLetterKind kind, EventNote note) {
        Event event = events.findById(id);
        EventAudience audience = findTimely(event, kind);
        return letters.preview(kind, event, audience.addressed(), note).withLeftOut(audience.leftOut());
    }

    /**
     * Posts the letters and tells how many. Two who send at once post them once, since the event is locked.
     *
     * @param note words of ours between the salutation and the facts
     * @throws Refused if its time is not now
     */
    @Transactional(label = "event.write")
    public int send(EventId id, EventLetterKind kind, EventNote note) {
        db.sql("SELECT FROM outreach.event WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> n)
                .list();
        Event event = events.findById(id);
        List<EventOrder> addressed = findTimely(event, kind).byMail();
        addressed.forEach(each -> letters.post(kind, event, each, note));
        return addressed.size();
    }
}
