package org.convergence.resources.ledger.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BankMatch.BankLineText;
import org.convergence.resources.ledger.domain.BankMatch.MatchCertainty;
import org.convergence.resources.ledger.domain.BankMatch.MatchProposal;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceFilter;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Identifies bank lines. Each line is tied in its own transaction: if the work breaks off, tied lines are complete and
 * the rest stay open.
 */
@Service
@Requires(LedgerPermissions.RECORD)
public class BankLineMatchingService {

    private static final int AT_ONCE = 500;
    private static final int MOST = 2_000;
    private static final int OTHERS = 10_000;
    private static final int DAYS = 400;
    private static final int TELLING = 3;

    private final BankLineQueries lines;
    private final InvoiceQueries invoices;
    private final BankLineTieService ties;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final TransactionTemplate each;

    BankLineMatchingService(
            BankLineQueries lines,
            InvoiceQueries invoices,
            BankLineTieService ties,
            OrganisationSettings settings,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.lines = lines;
        this.invoices = invoices;
        this.ties = ties;
        this.settings = settings;
        this.db = db;
        this.each = new TransactionTemplate(transactions);
    }

    /** The lines accepted in one action, with the id that undoes it. */
    public record AcceptedLines(UUID gesture, int lines, int refused) {}

    /** The proposals for each line; lines of money paid out have none. */
    @Requires(LedgerPermissions.READ)
    public Map<BankLineId, List<MatchProposal>> findProposals(List<BankLineQueries.BankLine> some) {
        Map<BankLineId, List<MatchProposal>> all = new LinkedHashMap<>();
        some.stream()
                .filter(it -> it.state() == BankLineQueries.BankLineState.OPEN
                        && it.amount().isPositive())
                .collect(Collectors.groupingBy(
                        it -> it.amount().getCurrencyUnit().getCode(), LinkedHashMap::new, Collectors.toList()))
                .forEach((currency, of) -> {
                    List<BankMatch.IncomingLine> those =
                            of.stream().map(BankLineMatchingService::line).toList();
                    createPolicy(currency, those)
                            .propose(those)
                            .forEach((line, proposals) -> all.put(line.id(), proposals));
                });
        return all;
    }

    /** The policy with all records of one currency, for these lines. */
    private MatchPolicy createPolicy(String currency, Collection<BankMatch.IncomingLine> lines) {
        List<BankMatch.MatchInvoice> owed = findOpenInvoices(currency);
        return new MatchPolicy(owed, findSlips(currency), noted(currency), findOrganisations(lines));
    }

    /** The organisations of which a name shares a significant word with a line. */
    private List<BankMatch.MatchOrganisation> findOrganisations(Collection<BankMatch.IncomingLine> lines) {
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
        return db.sql("""
                        SELECT id, name, array_remove(other_names || short_name, NULL) AS other_names
                        FROM directory.people_organisation_name
                        WHERE directory.people_name_words(search_form) @@ CAST(:words AS tsquery) LIMIT :most
                        """)
                .param("words", words)
                .param("most", OTHERS)
                .query(RecordMapper.of(BankMatch.MatchOrganisation.class))
                .list();
    }

    private List<BankMatch.MatchInvoice> findOpenInvoices(String currency) {
        Iterable<InvoiceSummary> open = () -> invoices.iterateAll(InvoiceFilter.open(settings.today()));
        return StreamSupport.stream(open.spliterator(), false)
                .limit(10L * MOST)
                .filter(it -> it.balance().getCurrencyUnit().getCode().equals(currency))
                .sorted(Comparator.comparing(InvoiceSummary::expectedOn))
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
                        SELECT d.id, %s AS number, d.bank, d.made_on,
                               (SELECT sum(p.amount) FROM resources.ledger_deposit_payment x
                                JOIN resources.ledger_payment p ON p.id = x.payment WHERE x.deposit = d.id) AS sum
                        FROM resources.ledger_deposit d
                        WHERE d.currency = :currency AND NOT d.undone
                          AND NOT EXISTS (SELECT FROM resources.ledger_bank_line l WHERE l.deposit = d.id)
                        ORDER BY d.made_on LIMIT :most
                        """.formatted(LedgerNumberSeries.column("d")))
                .param("currency", currency)
                .param("most", MOST)
                .query(RecordMapper.of(BankMatch.MatchDepositSlip.class))
                .list();
    }

    /** The payments of the last year, without those on a deposit slip or reversed. */
    private List<BankMatch.MatchPayment> noted(String currency) {
        return db.sql("""
                        SELECT p.id, coalesce(o.name, h.display_name, p.payer, '') AS payer, p.reference, p.bank,
                               p.received_on AS on, p.amount
                        FROM resources.ledger_payment p
                        LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
                        LEFT JOIN directory.people_person_name h ON h.id = p.person
                        WHERE p.currency = :currency AND p.amount > 0 AND p.received_on >= :since
                          AND NOT EXISTS (SELECT FROM resources.ledger_bank_line l WHERE l.payment = p.id)
                          AND NOT EXISTS (SELECT FROM resources.ledger_deposit_payment x WHERE x.payment = p.id)
                          AND NOT EXISTS (SELECT FROM resources.ledger_payment r WHERE r.reverses = p.id)
                        ORDER BY p.received_on DESC LIMIT :most
                        """)
                .param("currency", currency)
                .param("since", settings.today().minusDays(DAYS))
                .param("most", MOST)
                .query(RecordMapper.of(BankMatch.MatchPayment.class))
                .list();
    }

    private static BankMatch.IncomingLine line(BankLineQueries.BankLine it) {
        return new BankMatch.IncomingLine(
                it.id(), it.bank(), it.day(), it.amount().getAmount(), it.text(), it.reference());
    }

    /**
     * Accepts a proposal for a line.
     *
     * @param key of the proposal
     * @throws Refused if it is no longer proposed, or another user identified the line
     */
    public void accept(BankLineId id, int version, String key) {
        BankLineQueries.BankLine line = lines.findById(id);
        MatchProposal chosen = findProposals(List.of(line)).getOrDefault(id, List.of()).stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refused("ledger.refused.proposal-gone"));
        each.executeWithoutResult(status -> ties.tie(line, version, chosen, Ids.next()));
    }

    /** Accepts all certain proposals. Lines refused, since another user was faster, are left. */
    public AcceptedLines acceptCertain() {
        UUID gesture = Ids.next();
        List<BankLineQueries.BankLine> open = lines.findSlice(
                        ListRequest.first(BankLineQueries.BankLineSelection.OPEN, AT_ONCE))
                .rows();
        Map<BankLineId, List<MatchProposal>> all = findProposals(open);
        int tied = 0;
        int refused = 0;
        for (BankLineQueries.BankLine line : open) {
            MatchProposal first = all.getOrDefault(line.id(), List.of()).stream()
                    .findFirst()
                    .filter(it -> it.certainty() == MatchCertainty.CERTAIN)
                    .orElse(null);
            if (first != null) {
                try {
                    each.executeWithoutResult(status -> ties.tie(line, line.version(), first, gesture));
                    tied++;
                } catch (Refused faster) {
                    refused++;
                }
            }
        }
        return new AcceptedLines(gesture, tied, refused);
    }
}
