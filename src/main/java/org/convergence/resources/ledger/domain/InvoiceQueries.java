package org.convergence.resources.ledger.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.KeysetValueType;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.joda.money.CurrencyUnit;
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
            SELECT i.id, i.series, i.sequence, i.organisation, i.person, i.payer_organisation, i.payer_person, i.subject,
                   i.issued_on, i.due_on, i.delayed_until, i.currency, i.total,
                   coalesce(o.name, p.display_name) AS debtor, coalesce(po.name, pp.display_name) AS payer,
                   coalesce(s.settled, 0) AS settled, coalesce(r.reduced, 0) AS reduced
            """;

    /** Settled and reduced as of a day, since the aged balance looks back. */
    private static final String FROM = """
            FROM resources.ledger_invoice i
            LEFT JOIN directory.people_organisation o ON o.id = i.organisation
            LEFT JOIN directory.people_person p ON p.id = i.person
            LEFT JOIN directory.people_organisation po ON po.id = i.payer_organisation
            LEFT JOIN directory.people_person pp ON pp.id = i.payer_person
            LEFT JOIN LATERAL (SELECT sum(a.amount) AS settled FROM resources.ledger_allocation a
                               JOIN resources.ledger_payment y ON y.id = a.payment
                               WHERE a.invoice = i.id AND y.received_on <= :on) s ON true
            LEFT JOIN LATERAL (SELECT sum(d.amount) AS reduced FROM resources.ledger_reduction d
                               WHERE d.invoice = i.id AND d.made_on <= :on) r ON true
            WHERE i.issued_on <= :on
            """;

    private static final String BALANCE = "(i.total - coalesce(s.settled, 0) - coalesce(r.reduced, 0))";

    /**
     * The index selects invoices that may be open on the day; the balance decides, since a settlement may be reversed.
     */
    private static final String NOT_SETTLED =
            " AND coalesce(i.settled_on, DATE 'infinity') > :on AND " + BALANCE + " > 0";

    /** One condition per column, each with its index, so that the invoices of a party are found quickly. */
    private static final String OF_PARTY = """
             AND (i.organisation = :party OR i.person = :party OR i.payer_organisation = :party OR i.payer_person = :party)
            """;

    private final JdbcClient db;

    InvoiceQueries(JdbcClient db) {
        this.db = db;
    }

    /** A selection of invoices by state. */
    public enum InvoiceSelection {
        ALL(""),
        OPEN(NOT_SETTLED),
        OVERDUE(NOT_SETTLED + " AND coalesce(i.delayed_until, i.due_on) < :on"),
        SETTLED(" AND " + BALANCE + " = 0");

        private final String condition;

        InvoiceSelection(String condition) {
            this.condition = condition;
        }
    }

    /**
     * The filter of the list.
     *
     * @param on the day of the balances
     * @param party as debtor or as payer; {@code null} for all
     * @param name a part of a name or a number, folded; empty for all
     * @param source a prefix of the source; empty for all
     */
    public record InvoiceFilter(
            LocalDate on, InvoiceSelection which, @Nullable UUID party, String name, String source) {}

    /** An invoice in a list. */
    public record InvoiceSummary(
            InvoiceId id,
            String number,
            Party debtor,
            Party payer,
            String debtorName,
            String payerName,
            String subject,
            LocalDate issuedOn,
            LocalDate dueOn,
            @Nullable LocalDate delayedUntil,
            Money total,
            Money settled,
            Money reduced) {

        /** The balance still owed; never below zero. */
        public Money balance() {
            return total.minus(settled).minus(reduced);
        }

        /** The day on which payment is expected, a granted delay included. */
        public LocalDate expectedOn() {
            return delayedUntil == null ? dueOn : delayedUntil;
        }

        /** The position after which the next page begins. */
        public String position() {
            return Keyset.of(issuedOn, id).encode();
        }
    }

    /** A page of invoices, the latest first, from a {@linkplain InvoiceSummary#position position} on. */
    public List<InvoiceSummary> findPage(InvoiceFilter asked, @Nullable String after, int limit) {
        var place = Keyset.decode(after == null ? "" : after, KeysetValueType.DAY, KeysetValueType.ID);
        return bind(
                        COLUMNS + FROM + filter(asked)
                                + (place.isEmpty()
                                        ? ""
                                        : " AND (i.issued_on, i.id) < (CAST(:day AS date), CAST(:id AS uuid))")
                                + " ORDER BY i.issued_on DESC, i.id DESC LIMIT :limit",
                        asked)
                .param("limit", limit)
                .param("day", place.map(it -> it.values().get(0)).orElse("1970-01-01"))
                .param("id", place.map(it -> it.values().get(1)).orElse(new UUID(0, 0).toString()))
                .query((row, n) -> line(row))
                .list();
    }

    /** How many invoices, with their totals and balances by currency. */
    public record InvoiceSums(int count, List<Money> totals, List<Money> balances) {}

    public InvoiceSums sum(InvoiceFilter asked) {
        int[] count = {0};
        Map<String, Money> totals = new TreeMap<>();
        Map<String, Money> balances = new TreeMap<>();
        bind(
                        "SELECT i.currency, count(*) AS many, sum(i.total) AS total, sum(" + BALANCE + ") AS balance "
                                + FROM + filter(asked) + " GROUP BY i.currency",
                        asked)
                .query((row, n) -> {
                    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
                    count[0] += row.getInt("many");
                    totals.put(currency.getCode(), MoneyAmounts.of(currency, row.getBigDecimal("total")));
                    return balances.put(currency.getCode(), MoneyAmounts.of(currency, row.getBigDecimal("balance")));
                })
                .list();
        return new InvoiceSums(count[0], List.copyOf(totals.values()), List.copyOf(balances.values()));
    }

    /** The open invoices of a payer, the first due first. */
    public List<InvoiceSummary> findOpenByPayer(Party payer, LocalDate on, int limit) {
        InvoiceFilter asked = new InvoiceFilter(on, InvoiceSelection.OPEN, payer.value(), "", "");
        return bind(
                        COLUMNS + FROM + filter(asked)
                                + " ORDER BY coalesce(i.delayed_until, i.due_on), i.id LIMIT :limit",
                        asked)
                .param("limit", limit)
                .query((row, n) -> line(row))
                .list();
    }

    /** The invoices of these sources, by source; one query. */
    public Map<String, InvoiceSummary> findBySources(Collection<String> sources, LocalDate on) {
        Map<String, InvoiceSummary> found = new HashMap<>();
        db.sql(COLUMNS + ", i.source " + FROM + " AND i.source = ANY (:sources)")
                .param("on", on)
                .param("sources", sources.toArray(String[]::new))
                .query((row, n) -> found.put(row.getString("source"), line(row)))
                .list();
        return found;
    }

    /** The invoices of these ids, by due day; one query. */
    public List<InvoiceSummary> findByIds(Collection<InvoiceId> ids, LocalDate on) {
        return db.sql(COLUMNS + FROM + " AND i.id = ANY (:ids) ORDER BY i.due_on, i.id")
                .param("on", on)
                .param("ids", ids.stream().map(InvoiceId::value).toArray(UUID[]::new))
                .query((row, n) -> line(row))
                .list();
    }

    private static String filter(InvoiceFilter asked) {
        return asked.which().condition + (asked.party() == null ? "" : OF_PARTY) + """
                 AND (:name = '' OR o.search_form LIKE '%' || :name || '%' OR p.search_form LIKE '%' || :name || '%'
                      OR lower(i.series || '-' || lpad(i.sequence::text, 4, '0')) LIKE '%' || replace(:name, ' ', '-') || '%')
                 AND (:source = '' OR starts_with(i.source, :source))
                """;
    }

    private JdbcClient.StatementSpec bind(String sql, InvoiceFilter asked) {
        return db.sql(sql)
                .param("on", asked.on())
                .param("party", asked.party())
                .param("name", asked.name())
                .param("source", asked.source());
    }

    private static InvoiceSummary line(ResultSet row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new InvoiceSummary(
                new InvoiceId(row.getObject("id", UUID.class)),
                LedgerNumberSeries.format(row.getString("series"), row.getInt("sequence")),
                party(row, "organisation", "person"),
                party(row, "payer_organisation", "payer_person"),
                row.getString("debtor"),
                row.getString("payer"),
                row.getString("subject"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("delayed_until", LocalDate.class),
                MoneyAmounts.of(currency, row.getBigDecimal("total")),
                MoneyAmounts.of(currency, row.getBigDecimal("settled")),
                MoneyAmounts.of(currency, row.getBigDecimal("reduced")));
    }

    private static Party party(ResultSet row, String organisation, String person) throws SQLException {
        UUID id = row.getObject(organisation, UUID.class);
        return id == null ? new PersonId(row.getObject(person, UUID.class)) : new OrganisationId(id);
    }
}
