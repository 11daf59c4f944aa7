package org.convergence.outreach.event.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.OrganisationContact;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.event.EventOrderId;
import org.convergence.outreach.event.domain.Event.EventFacts;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.SalesTaxes;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.InvoiceContactSource;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.InvoiceFacts;
import org.convergence.resources.ledger.domain.InvoiceFacts.InvoiceLineFacts;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invoices orders of organisations, in the ledger. */
@Service
@Transactional
@Requires(LedgerPermissions.ISSUE)
public class EventInvoiceService {

    private static final int DAYS_TO_PAY = 30;

    private final EventQueries events;
    private final EventOrderRepository orders;
    private final InvoiceService invoices;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    EventInvoiceService(
            EventQueries events,
            EventOrderRepository orders,
            InvoiceService invoices,
            RecipientWords words,
            OrganisationSettings settings) {
        this.events = events;
        this.orders = orders;
        this.invoices = invoices;
        this.words = words;
        this.settings = settings;
    }

    /**
     * Invoices an order, even before it is confirmed (R-EVT-2); issued again, it gives the same invoice.
     *
     * @throws Refused if there is nothing to pay, the order waits or is over, or the event is cancelled
     */
    @Transactional(label = "event.invoice")
    public InvoiceId issue(EventOrderId id) {
        EventOrder order = orders.lock(id);
        BigDecimal amount = order.amount();
        Event event = events.findById(order.event());
        if (order.organisation() == null
                || amount == null
                || !order.state().isExpected()
                || event.state() == EventState.CANCELLED) {
            throw new Refused("event.refused.invoice");
        }
        EventFacts facts = event.facts();
        Words t = words.forLanguage(order.language());
        LocalDate today = settings.today();
        List<InvoiceLineFacts> lines = new ArrayList<>();
        lines.add(new InvoiceLineFacts(
                t.say("event.invoice.line", order.seats(), facts.name()), amount, AccountPurpose.TICKET));
        if (facts.taxNumbers() != null) {
            SalesTaxes taxes = SalesTaxes.ofPrice(amount);
            lines.add(new InvoiceLineFacts(t.say("event.invoice.gst"), taxes.gst(), AccountPurpose.GST));
            lines.add(new InvoiceLineFacts(t.say("event.invoice.qst"), taxes.qst(), AccountPurpose.QST));
        }
        String purchase =
                order.purchaseOrder() == null ? "" : t.say("event.invoice.purchase", order.purchaseOrder()) + "\n";
        InvoiceId invoice = invoices.issue(new InvoiceFacts(
                order.organisation(),
                order.organisation(),
                order.buyer() + "\n" + order.contactName(),
                t.language().code(),
                today,
                today.plusDays(DAYS_TO_PAY),
                null,
                CurrencyUnit.of("CAD"),
                facts.name(),
                purchase + (facts.taxNumbers() == null ? t.say("event.invoice.untaxed") : facts.taxNumbers()),
                lines,
                "event/" + id.value()));
        orders.set(id, "invoice", invoice.value());
        return invoice;
    }

    /** The contact of the order, or the first address of the sponsor. */
    @Component
    record EventInvoiceContacts(JdbcClient db, ContactLookup contacts) implements InvoiceContactSource {

        @Override
        public Optional<String> findMail(InvoiceId invoice) {
            Optional<String> buyer = db.sql(
                            "SELECT contact_mail FROM outreach.event_order WHERE invoice = ? AND contact_mail LIKE '%@%' LIMIT 1")
                    .param(invoice.value())
                    .query(String.class)
                    .optional();
            return buyer.isPresent() ? buyer : findOrganisation(invoice).flatMap(this::findFirstMail);
        }

        private Optional<OrganisationId> findOrganisation(InvoiceId invoice) {
            return db.sql("""
                            SELECT organisation FROM outreach.event_sponsorship WHERE invoice = :invoice
                            UNION ALL
                            SELECT organisation FROM outreach.event_order WHERE invoice = :invoice LIMIT 1""")
                    .param("invoice", invoice.value())
                    .query(UUID.class)
                    .optional()
                    .map(OrganisationId::new);
        }

        private Optional<String> findFirstMail(OrganisationId organisation) {
            return contacts.findOrganisationContacts(List.of(organisation)).values().stream()
                    .map(OrganisationContact::firstMail)
                    .filter(Objects::nonNull)
                    .findFirst();
        }
    }
}
