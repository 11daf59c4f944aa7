package org.convergence.resources.ledger.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceFilter;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSelection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads the records that bank lines may be matched with, in a constant number of queries. */
@Component
class MatchCandidateQueries {

    private static final int AT_ONCE = 500;
    private static final int MOST = 2_000;
    private static final int OTHERS = 10_000;
    private static final int DAYS = 400;
    private static final int TELLING = 3;

    private final JdbcClient db;
    private final InvoiceQueries invoices;
    private final OrganisationSettings settings;

    MatchCandidateQueries(JdbcClient db, InvoiceQueries invoices, OrganisationSettings settings) {
        this.db = db;
        this.invoices = invoices;
        this.settings = settings;
    }

    /** The policy with all records of one currency, for these lines. */
    MatchPolicy createPolicy(String currency, Collection<BankMatch.IncomingLine> lines) {
        List<BankMatch.MatchInvoice> owed = findOpenInvoices(currency);
        return new MatchPolicy(owed, findSlips(currency), noted(currency), findOtherNames(owed, lines));
    }

    /** Names of organisations without debt that share a significant word with a line. */
    private List<String> findOtherNames(List<BankMatch.MatchInvoice> owed, Collection<BankMatch.IncomingLine> lines) {
        String words = lines.stream()
                .flatMap(it -> BankLineText.of(it.text(), it.reference()).words().stream())
                .map(BankLineText.BankLineWord::folded)
                .filter(it -> it.length() >= TELLING && PayerName.isSignificant(it) && it.matches("[\\p{L}\\p{N}]+"))
                .distinct()
                .limit(OTHERS)
                .map(it -> "'" + it + "':*")
                .collect(Collectors.joining(" | "));
        if (words.isEmpty()) {
            return List.of();
        }
        Set<UUID> payers = owed.stream().map(it -> it.payer().value()).collect(Collectors.toSet());
        return db.sql("""
                        SELECT name FROM directory.people_organisation
                        WHERE directory.people_name_words(search_form) @@ CAST(:words AS tsquery)
                          AND id <> ALL (:payers) LIMIT :most
                        """)
                .param("words", words)
                .param("payers", payers.toArray(UUID[]::new))
                .param("most", OTHERS)
                .query(String.class)
                .list();
    }

    private List<BankMatch.MatchInvoice> findOpenInvoices(String currency) {
        List<InvoiceQueries.InvoiceSummary> all = new ArrayList<>();
        InvoiceFilter asked = new InvoiceFilter(settings.today(), InvoiceSelection.OPEN, null, "", "");
        String after = null;
        List<InvoiceQueries.InvoiceSummary> some;
        do {
            some = invoices.findPage(asked, after, AT_ONCE);
            all.addAll(some);
            after = some.isEmpty() ? null : some.get(some.size() - 1).position();
        } while (some.size() == AT_ONCE && all.size() < 10 * MOST);
        all.sort(java.util.Comparator.comparing(InvoiceQueries.InvoiceSummary::expectedOn));
        return all.stream()
                .filter(it -> it.balance().getCurrencyUnit().getCode().equals(currency))
                .map(it -> new BankMatch.MatchInvoice(
                        it.id(),
                        it.number(),
                        it.payer(),
                        it.payerName(),
                        it.balance().getAmount()))
                .toList();
    }

    private List<BankMatch.MatchDepositSlip> findSlips(String currency) {
        return db.sql("""
                        SELECT d.id, d.series, d.sequence, d.bank, d.made_on,
                               (SELECT sum(p.amount) FROM resources.ledger_deposit_payment x
                                JOIN resources.ledger_payment p ON p.id = x.payment WHERE x.deposit = d.id) AS sum
                        FROM resources.ledger_deposit d
                        WHERE d.currency = :currency AND NOT d.undone
                          AND NOT EXISTS (SELECT FROM resources.ledger_bank_line l WHERE l.deposit = d.id)
                        ORDER BY d.made_on LIMIT :most
                        """)
                .param("currency", currency)
                .param("most", MOST)
                .query((row, n) -> new BankMatch.MatchDepositSlip(
                        new DepositId(row.getObject("id", UUID.class)),
                        LedgerNumberSeries.format(row.getString("series"), row.getInt("sequence")),
                        new AccountId(row.getObject("bank", UUID.class)),
                        row.getObject("made_on", LocalDate.class),
                        row.getBigDecimal("sum")))
                .list();
    }

    /** The payments of the last year, without those on a deposit slip or reversed. */
    private List<BankMatch.MatchPayment> noted(String currency) {
        return db.sql("""
                        SELECT p.id, coalesce(o.name, h.display_name, p.payer, '') AS payer, p.reference, p.bank,
                               p.received_on, p.amount
                        FROM resources.ledger_payment p
                        LEFT JOIN directory.people_organisation o ON o.id = p.organisation
                        LEFT JOIN directory.people_person h ON h.id = p.person
                        WHERE p.currency = :currency AND p.amount > 0 AND p.received_on >= :since
                          AND NOT EXISTS (SELECT FROM resources.ledger_bank_line l WHERE l.payment = p.id)
                          AND NOT EXISTS (SELECT FROM resources.ledger_deposit_payment x WHERE x.payment = p.id)
                          AND NOT EXISTS (SELECT FROM resources.ledger_payment r WHERE r.reverses = p.id)
                        ORDER BY p.received_on DESC LIMIT :most
                        """)
                .param("currency", currency)
                .param("since", settings.today().minusDays(DAYS))
                .param("most", MOST)
                .query((row, n) -> noted(row))
                .list();
    }

    private static BankMatch.MatchPayment noted(ResultSet row) throws SQLException {
        @Nullable UUID bank = row.getObject("bank", UUID.class);
        return new BankMatch.MatchPayment(
                new PaymentId(row.getObject("id", UUID.class)),
                row.getString("payer"),
                row.getString("reference"),
                bank == null ? null : new AccountId(bank),
                row.getObject("received_on", LocalDate.class),
                row.getBigDecimal("amount"));
    }
}
