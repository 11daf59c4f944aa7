package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.shell.ListSlice;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of invoices with their balance. */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
public class InvoiceQueries {

    private static final String COLUMNS = """
            i.id, %s AS number, i.organisation, i.person, i.payer_organisation, i.payer_person,
            coalesce(o.name, p.display_name) AS debtor_name, coalesce(po.name, pp.display_name) AS payer_name, i.subject,
            i.issued_on, i.due_on, i.delayed_until, i.currency, i.total, coalesce(s.settled, 0) AS settled,
            coalesce(r.reduced, 0) AS reduced, i.source
            """.formatted(LedgerNumberSeries.column("i"));

    /** Settled and reduced as of a day, since the aged balance looks back. */
    private static final String TABLES = """
            resources.ledger_invoice i
            LEFT JOIN directory.people_organisation_name o ON o.id = i.organisation
            LEFT JOIN directory.people_person_name p ON p.id = i.person
            LEFT JOIN directory.people_organisation_name po ON po.id = i.payer_organisation
            LEFT JOIN directory.people_person_name pp ON pp.id = i.payer_person
            LEFT JOIN LATERAL (SELECT sum(a.amount) AS settled FROM resources.ledger_allocation a
                               JOIN resources.ledger_payment y ON y.id = a.payment
                               WHERE a.invoice = i.id AND y.received_on <= :on) s ON true
            LEFT JOIN LATERAL (SELECT sum(d.amount) AS reduced FROM resources.ledger_reduction d
                               WHERE d.invoice = i.id AND d.made_on <= :on) r ON true
            """;

    private static final String BALANCE = "(i.total - coalesce(s.settled, 0) - coalesce(r.reduced, 0))";

    /**
     * The index selects invoices that may be open on the day; the balance decides, since a settlement may be reversed.
     */
    private static final String NOT_SETTLED = "coalesce(i.settled_on, DATE 'infinity') > :on AND " + BALANCE + " > 0";

    /** One condition per column, each with its index, so that the invoices of a party are found quickly. */
    private static final String OF_PARTY =
            "(i.organisation = :party OR i.person = :party OR i.payer_organisation = :party OR i.payer_person = :party)";

    private static final String NAMED = """
            (o.search_form LIKE '%' || :name || '%' OR p.search_form LIKE '%' || :name || '%'
             OR lower(i.series || '-' || lpad(i.sequence::text, 4, '0')) LIKE '%' || replace(:name, ' ', '-') || '%')""";

    /** The order by the day on which payment is expected, the first due first. */
    private static final String DUE = "due";

    private final JdbcClient db;
    private final ListQuery<InvoiceFilter, InvoiceSummary> list;

    InvoiceQueries(JdbcClient db) {
        this.db = db;
        this.list = new ListQuery<>(
                db,
                COLUMNS,
                TABLES,
                InvoiceQueries::conditions,
                List.of(
                        ListOrder.<InvoiceSummary>descending("latest")
                                .day("i.issued_on", InvoiceSummary::issuedOn)
                                .id("i.id", InvoiceSummary::id),
                        ListOrder.<InvoiceSummary>ascending(DUE)
                                .day("coalesce(i.delayed_until, i.due_on)", InvoiceSummary::expectedOn)
                                .id("i.id", InvoiceSummary::id)),
                RecordMapper.of(InvoiceSummary.class));
    }

    /** A selection of invoices by state. */
    public enum InvoiceSelection {
        ALL("true"),
        OPEN(NOT_SETTLED),
        OVERDUE(NOT_SETTLED + " AND coalesce(i.delayed_until, i.due_on) < :on"),
        SETTLED(BALANCE + " = 0");

        private final String condition;

        InvoiceSelection(String condition) {
            this.condition = condition;
        }

        /** The message key of its name. */
        public String key() {
            return "ledger.which." + name();
        }
    }

    private static SqlConditions conditions(InvoiceFilter filter) {
        return new SqlConditions()
                .with("on", filter.on())
                .and("i.issued_on <= :on")
                .and(filter.which().condition)
                .and(OF_PARTY, "party", filter.party())
                .and(NAMED, "name", filter.name());
    }

    /**
     * The filter of the list.
     *
     * @param on the day of the balances
     * @param party as debtor or as payer; {@code null} for all
     * @param name a part of a name or a number, folded; empty for all
     */
    public record InvoiceFilter(
            LocalDate on, InvoiceSelection which, @Nullable UUID party, String name) {

        /** The open invoices of all. */
        public static InvoiceFilter open(LocalDate on) {
            return new InvoiceFilter(on, InvoiceSelection.OPEN, null, "");
        }

        /** The invoices of a party. */
        public static InvoiceFilter ofParty(Party party, InvoiceSelection which, LocalDate on) {
            return new InvoiceFilter(on, which, party.value(), "");
        }
    }

    /**
     * An invoice in a list.
     *
     * @param source its idempotency key; {@code null} where it was written by hand
     */
    public record InvoiceSummary(
            InvoiceId id,
            String number,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            @Nullable OrganisationId payerOrganisation,
            @Nullable PersonId payerPerson,
            String debtorName,
            String payerName,
            String subject,
            LocalDate issuedOn,
            LocalDate dueOn,
            @Nullable LocalDate delayedUntil,
            Money total,
            Money settled,
            Money reduced,
            @Nullable String source) {

        /** The party that owes it. */
        public Party debtor() {
            return Party.of(organisation, person);
        }

        /** The party that pays it, often the same. */
        public Party payer() {
            return Party.of(payerOrganisation, payerPerson);
        }

        /** The balance still owed; never below zero. */
        public Money balance() {
            return total.minus(settled).minus(reduced);
        }

        /** The day on which payment is expected, a granted delay included. */
        public LocalDate expectedOn() {
            return delayedUntil == null ? dueOn : delayedUntil;
        }
    }

    /** A slice of the list, the latest first. */
    public ListSlice<InvoiceSummary> findSlice(ListRequest<InvoiceFilter> request) {
        return list.findSlice(request);
    }

    /** Every invoice that a filter selects, the latest first. */
    public Iterator<InvoiceSummary> iterateAll(InvoiceFilter filter) {
        return list.iterateAll(filter, "");
    }

    /** The number of invoices, with their totals and balances by currency. */
    public record InvoiceSums(int count, List<Money> totals, List<Money> balances) {}

    private record CurrencySums(int many, Money total, Money balance) {}

    public InvoiceSums sum(InvoiceFilter filter) {
        SqlConditions where = conditions(filter);
        List<CurrencySums> sums = db.sql("SELECT i.currency, count(*) AS many, sum(i.total) AS total, sum(" + BALANCE
                        + ") AS balance FROM " + TABLES + where.sql() + " GROUP BY i.currency ORDER BY i.currency")
                .params(where.parameters())
                .query(RecordMapper.of(CurrencySums.class))
                .list();
        return new InvoiceSums(
                sums.stream().mapToInt(CurrencySums::many).sum(),
                sums.stream().map(CurrencySums::total).toList(),
                sums.stream().map(CurrencySums::balance).toList());
    }

    /** The open invoices of a payer, the first due first. */
    public List<InvoiceSummary> findOpenByPayer(Party payer, LocalDate on, int limit) {
        InvoiceFilter open = InvoiceFilter.ofParty(payer, InvoiceSelection.OPEN, on);
        return list.findSlice(new ListRequest<>(open, DUE, null, limit)).rows();
    }

    /** The invoices of these ids, by due day; one query. */
    public List<InvoiceSummary> findByIds(Collection<InvoiceId> ids, LocalDate on) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return find(conditions(all(on)).and("i.id = ANY (:ids)", "ids", ids), "i.due_on, i.id");
    }

    private static InvoiceFilter all(LocalDate on) {
        return new InvoiceFilter(on, InvoiceSelection.ALL, null, "");
    }

    private List<InvoiceSummary> find(SqlConditions where, String order) {
        return db.sql("SELECT " + COLUMNS + " FROM " + TABLES + where.sql() + " ORDER BY " + order)
                .params(where.parameters())
                .query(RecordMapper.of(InvoiceSummary.class))
                .list();
    }
}
