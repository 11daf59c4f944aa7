package org.convergence.outreach.event.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event.EventMode;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.outreach.event.domain.TicketRepository.SoldTicket;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters tickets sold elsewhere: each becomes seats of an order, which count in the quota even above it, and takings. What
 * is cancelled or paid back there frees its seats here, unless a guest came in. A known ticket changes nothing.
 */
@Service
@Transactional
@Requires(EventPermissions.EDIT)
public class TicketService {

    private final EventQueries events;
    private final TicketRepository tickets;
    private final SeatAllocator allocator;
    private final OrganisationSettings settings;

    TicketService(
            EventQueries events, TicketRepository tickets, SeatAllocator allocator, OrganisationSettings settings) {
        this.events = events;
        this.tickets = tickets;
        this.allocator = allocator;
        this.settings = settings;
    }

    /**
     * A line that was entered.
     *
     * @param ticket made or changed; {@code null} for none
     * @param before its version before; {@code null} if it was made
     */
    public record EnteredTicket(
            ImportLineResult result,
            @Nullable TicketId ticket,
            @Nullable Integer before) {}

    private static EventMode mode(Event event) {
        return event.facts().inPerson() == null ? EventMode.ONLINE : EventMode.IN_PERSON;
    }

    /**
     * What would become of lines.
     *
     * @param above the lines above, to which these are added
     */
    @Transactional(readOnly = true)
    public List<ImportLineResult> assess(TicketSettings chosen, List<ImportRow> rows, TicketLines above) {
        return assessRead(
                chosen,
                rows.stream().map(row -> TicketRow.read(row, chosen, above)).toList());
    }

    private List<ImportLineResult> assessRead(TicketSettings chosen, List<TicketRow> read) {
        EventId event = new EventId(chosen.event());
        Map<String, SoldTicket> known = tickets.findByReference(
                event, read.stream().map(TicketRow::reference).toList());
        Set<String> others = tickets.findOrdersOfOthers(
                event, chosen.seller(), read.stream().map(TicketRow::order).toList());
        return read.stream()
                .map(row -> {
                    SoldTicket before = known.get(row.reference());
                    boolean isOther =
                            others.contains(row.order()) || (before != null && before.seller() != chosen.seller());
                    return row.lack() == null && isOther
                            ? aside(row, ImportRemark.of("event.tickets.other-seller"))
                            : assess(row, before);
                })
                .toList();
    }

    private static ImportLineResult assess(TicketRow row, @Nullable SoldTicket known) {
        if (row.lack() != null) {
            return aside(row, row.lack());
        }
        if (known == null) {
            return !row.cancelled()
                    ? result(row, ImportOutcome.CREATED)
                    : row.amount().signum() == 0
                            ? aside(row, ImportRemark.of("event.tickets.cancelled"))
                            : result(row, ImportOutcome.CREATED, "event.tickets.not-paid-back");
        }
        boolean same = known.amount().compareTo(row.amount()) == 0;
        ImportOutcome outcome = same ? ImportOutcome.SAME : ImportOutcome.CHANGED;
        if (row.cancelled() && !known.cancelled()) {
            return known.admitted()
                    ? result(row, outcome, "event.tickets.admitted")
                    : result(row, ImportOutcome.CHANGED, "event.tickets.cancels");
        }
        if (!row.cancelled() && (known.cancelled() || known.seats() != row.seats())) {
            return aside(
                    row,
                    ImportRemark.of(known.cancelled() ? "event.tickets.reinstated" : "event.tickets.other-quantity"));
        }
        return result(row, outcome);
    }

    private static ImportLineResult result(TicketRow row, ImportOutcome outcome, String... remarks) {
        return new ImportLineResult(
                row.number(),
                row.buyer(),
                outcome,
                Stream.of(remarks).map(ImportRemark::of).toList());
    }

    private static ImportLineResult aside(TicketRow row, ImportRemark why) {
        return new ImportLineResult(row.number(), row.buyer(), ImportOutcome.ASIDE, List.of(why));
    }

    /**
     * Enters a line.
     *
     * @param above as in {@link #assess(TicketSettings, List, TicketLines)}
     * @throws Refused if the event is a draft or cancelled
     */
    @Transactional(label = "event.enter-ticket")
    public EnteredTicket enter(TicketSettings chosen, ImportRow line, TicketLines above) {
        Event event = events.findById(new EventId(chosen.event()));
        if (event.state() == EventState.DRAFT || event.state() == EventState.CANCELLED) {
            throw new Refused("event.tickets.refused.state");
        }
        TicketRow row = TicketRow.read(line, chosen, above);
        SoldTicket known =
                tickets.findByReference(event.id(), List.of(row.reference())).get(row.reference());
        ImportLineResult result = assessRead(chosen, List.of(row)).get(0);
        if (result.outcome() == ImportOutcome.CREATED) {
            String language = settings.current().languages().get(0);
            TicketId made = row.cancelled()
                    ? tickets.insert(event.id(), null, chosen.seller(), row)
                    : tickets.insert(event, mode(event), language, chosen.seller(), row);
            return new EnteredTicket(result, made, null);
        }
        if (result.outcome() != ImportOutcome.CHANGED || known == null) {
            return new EnteredTicket(result, null, null);
        }
        if (row.cancelled() && !known.cancelled() && !known.admitted()) {
            Optional<EventMode> freed = tickets.removeSeats(known);
            tickets.cancel(known, row.amount());
            freed.ifPresent(mode -> allocator.refill(event, mode));
        } else {
            tickets.setAmount(known, row.amount());
        }
        return new EnteredTicket(result, known.id(), known.version());
    }

    /**
     * Takes an import of a ticket back.
     *
     * @throws EditConflict if it was changed since
     * @throws Refused if a guest of it came in already
     */
    @Transactional(label = "event.delete-ticket")
    public void delete(TicketId id, int version) {
        SoldTicket ticket = tickets.findById(id).orElseThrow(() -> new NotFound("ticket"));
        if (ticket.version() != version) {
            throw new EditConflict("outreach.event_ticket", id.value(), version);
        }
        if (ticket.admitted()) {
            throw new Refused("event.tickets.refused.admitted");
        }
        Optional<EventMode> freed = tickets.removeSeats(ticket);
        tickets.delete(ticket);
        freed.ifPresent(mode -> allocator.refill(events.findById(ticket.event()), mode));
    }
}
