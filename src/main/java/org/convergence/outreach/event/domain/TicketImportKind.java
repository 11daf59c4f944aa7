package org.convergence.outreach.event.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.TicketService.EnteredTicket;
import org.convergence.outreach.event.domain.TicketSettings.TicketSeller;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ColumnRecogniser;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedList;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Imports the tickets that Zeffy, Eventbrite or another site sold: they become orders of the event, which count in its
 * quota, and takings, but no payment here. The same list again changes nothing.
 */
@Component
@Requires(EventPermissions.EDIT)
@ImportedList(name = "event.tickets", key = "event.tickets", label = "event.tickets.label")
public class TicketImportKind implements ImportKind {

    private final TicketService tickets;
    private final JdbcClient db;

    TicketImportKind(TicketService tickets, JdbcClient db) {
        this.tickets = tickets;
        this.db = db;
    }

    /** What an import makes. */
    public enum ImportedTicketType {
        TICKET
    }

    @Override
    public List<? extends ImportColumn> columns() {
        return Arrays.asList(TicketColumn.values());
    }

    /** Recognises the columns by their titles; mail addresses stay out, so that none is taken for a number or a name. */
    @Override
    public List<@Nullable ImportColumn> recognise(List<String> head, List<List<String>> samples) {
        return ColumnRecogniser.recognise(
                columns(),
                head.stream().map(each -> isMailTitle(each) ? "" : each).toList());
    }

    private static boolean isMailTitle(String title) {
        String folded = TextNormalizer.fold(title);
        return folded.contains("mail") || folded.contains("courriel");
    }

    @Override
    public RecognisedFile recogniseFile(List<String> head, List<List<String>> samples, Json choices) {
        TicketSettings known = choices.as(TicketSettings.class);
        List<@Nullable ImportColumn> columns = recognise(head, samples);
        if (!columns.contains(TicketColumn.GIVEN_NAME)) {
            columns.replaceAll(each -> each == TicketColumn.FAMILY_NAME && !columns.contains(TicketColumn.FULL_NAME)
                    ? TicketColumn.FULL_NAME
                    : each);
        }
        return new RecognisedFile(columns, Json.of(new TicketSettings(known.event(), seller(head), known.rate())));
    }

    private static TicketSeller seller(List<String> head) {
        String titles = TextNormalizer.fold(String.join(" ", head));
        if (titles.contains("attendee") || titles.contains("eventbrite") || titles.contains("participant")) {
            return TicketSeller.EVENTBRITE;
        }
        return Stream.of("zeffy", "campaign", "campagne", "guest first name", "prenom de l invite")
                        .anyMatch(titles::contains)
                ? TicketSeller.ZEFFY
                : TicketSeller.OTHER;
    }

    @Override
    public ImportProcessor begin(Json choices) {
        TicketSettings chosen = choices.as(TicketSettings.class);
        return new TicketImportProcessor(chosen);
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        if (made.before() != null) {
            throw new Refused("event.tickets.refused.undo");
        }
        tickets.delete(new TicketId(made.id()), made.after());
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        db.sql("""
                        SELECT t.id, o.contact_name FROM outreach.event_ticket t
                        JOIN outreach.event_order o ON o.id = t.event_order WHERE t.id = ANY (?) AND o.contact_name <> ''
                        """)
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> names.put(
                        row.getObject("id", UUID.class), Objects.requireNonNull(row.getString("contact_name"))))
                .list();
        return names;
    }

    /** Assesses rows in order, so that a ticket above is not counted again; enters them one by one. */
    private final class TicketImportProcessor implements ImportProcessor {

        private final TicketSettings chosen;
        private final TicketLines above = new TicketLines();

        TicketImportProcessor(TicketSettings chosen) {
            this.chosen = chosen;
        }

        @Override
        public List<ImportLineResult> assess(List<ImportRow> rows) {
            return tickets.assess(chosen, rows, above);
        }

        @Override
        public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
            EnteredTicket entered = tickets.enter(chosen, row, above);
            TicketId id = entered.ticket();
            Integer before = entered.before();
            if (id != null && before == null) {
                ledger.recordCreated(ImportedTicketType.TICKET, id);
            } else if (id != null && before != null) {
                ledger.recordChanged(ImportedTicketType.TICKET, id, before);
            }
            return entered.result();
        }
    }
}
