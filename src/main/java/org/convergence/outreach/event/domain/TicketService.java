package org.convergence.outreach.event.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * is cancelled or paid back there frees its seats here. A known ticket changes nothing.
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
     * @param seen the references of the lines above, to which those of these lines are added
     */
    @Transactional(readOnly = true)
    public List<ImportLineResult> assess(TicketSettings chosen, List<ImportRow> rows, Set<String> seen) {
        List<TicketRow> read =
                rows.stream().map(row -> TicketRow.read(row, chosen)).toList();
        Map<String, SoldTicket> known = tickets.findByReference(
                new EventId(chosen.event()),
                chosen.seller(),
                read.stream().map(TicketRow::reference).toList());
        return read.stream()
                .map(row -> row.lack() != null || seen.add(row.reference())
                        ? assess(row, known.get(row.reference()))
                        : aside(row, ImportRemark.of("event.tickets.same-line")))
                .toList();
    }

    private static ImportLineResult assess(TicketRow row, @Nullable SoldTicket known) {
        if (row.lack() != null) {
            return aside(row, row.lack());
        }
        if (known == null) {
            return row.cancelled()
                    ? aside(row, ImportRemark.of("event.tickets.cancelled"))
                    : new ImportLineResult(row.number(), row.buyer(), ImportOutcome.CREATED, List.of());
        }
        if (row.cancelled() && !known.cancelled()) {
            return new ImportLineResult(
                    row.number(),
                    row.buyer(),
                    ImportOutcome.CHANGED,
                    List.of(ImportRemark.of("event.tickets.cancels")));
        }
        boolean same = known.cancelled() || known.amount().compareTo(row.amount()) == 0;
        return new ImportLineResult(
                row.number(), row.buyer(), same ? ImportOutcome.SAME : ImportOutcome.CHANGED, List.of());
    }

    private static ImportLineResult aside(TicketRow row, ImportRemark why) {
        return new ImportLineResult(row.number(), row.buyer(), ImportOutcome.ASIDE, List.of(why));
    }

    /**
     * Enters a line.
     *
     * @throws Refused if the event is a draft or cancelled, or a guest of a ticket cancelled there came in already
     */
    @Transactional(label = "event.enter-ticket")
    public EnteredTicket enter(TicketSettings chosen, ImportRow line) {
        Event event = events.findById(new EventId(chosen.event()));
        if (event.state() == EventState.DRAFT || event.state() == EventState.CANCELLED) {
            throw new Refused("event.tickets.refused.state");
        }
        TicketRow row = TicketRow.read(line, chosen);
        SoldTicket known = tickets.findByReference(event.id(), chosen.seller(), List.of(row.reference()))
                .get(row.reference());
        ImportLineResult result = assess(row, known);
        if (result.outcome() == ImportOutcome.CREATED) {
            String language = settings.current().languages().get(0);
            return new EnteredTicket(result, tickets.insert(event, mode(event), language, chosen.seller(), row), null);
        }
        if (result.outcome() != ImportOutcome.CHANGED || known == null) {
            return new EnteredTicket(result, null, null);
        }
        if (row.cancelled()) {
            tickets.removeSeats(mode(event), known);
            tickets.cancel(known);
            allocator.refill(event, mode(event));
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
        tickets.removeSeats(mode(events.findById(ticket.event())), ticket);
        tickets.delete(ticket);
    }
}
