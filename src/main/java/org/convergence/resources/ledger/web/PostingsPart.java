package org.convergence.resources.ledger.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.domain.JournalQueries;

/**
 * The total postings of entries to the accounts of the books.
 *
 * @param title names the entries
 * @param sums debits and credits of each currency, which are equal
 */
public record PostingsPart(String title, List<PostingRow> rows, List<PostingRow> sums) {

    /** An account, or a sum; an amount is empty where there is none. */
    public record PostingRow(String account, String debit, String credit) {}

    /** The lines of each entry, formatted: “Débit 1100 – Comptes à recevoir : 640,00 $”. */
    static Map<UUID, List<String>> byEntry(List<JournalQueries.JournalLine> lines, Words t) {
        Map<UUID, List<String>> all = new HashMap<>();
        for (JournalQueries.JournalLine each : lines) {
            all.computeIfAbsent(each.entry(), it -> new ArrayList<>())
                    .add(t.say(
                            each.debit() == null ? "ledger.posting.credit" : "ledger.posting.debit",
                            account(each, t),
                            t.money(each.amount().abs(), each.currency())));
        }
        return all;
    }

    private static String account(JournalQueries.JournalLine line, Words t) {
        return line.account().isEmpty()
                ? t.say("ledger.posting.bank-unknown")
                : line.account() + " – " + line.accountName();
    }

    static PostingsPart of(String title, List<JournalQueries.JournalLine> lines, Words t) {
        Map<String, DebitCreditSum> accounts = new TreeMap<>();
        Map<String, DebitCreditSum> currencies = new TreeMap<>();
        for (JournalQueries.JournalLine each : lines) {
            String account = account(each, t);
            accounts.computeIfAbsent(each.currency() + account, it -> new DebitCreditSum(account, each.currency()))
                    .add(each);
            currencies
                    .computeIfAbsent(each.currency(), it -> new DebitCreditSum(t.say("ledger.field.total"), it))
                    .add(each);
        }
        return new PostingsPart(
                title,
                accounts.values().stream().map(it -> it.row(t)).toList(),
                currencies.values().stream().map(it -> it.row(t)).toList());
    }

    private static final class DebitCreditSum {

        private final String account;
        private final String currency;
        private BigDecimal debit = BigDecimal.ZERO;
        private BigDecimal credit = BigDecimal.ZERO;

        private DebitCreditSum(String account, String currency) {
            this.account = account;
            this.currency = currency;
        }

        private void add(JournalQueries.JournalLine line) {
            debit = debit.add(line.amount().max(BigDecimal.ZERO));
            credit = credit.add(line.amount().negate().max(BigDecimal.ZERO));
        }

        private PostingRow row(Words t) {
            return new PostingRow(account, money(debit, t), money(credit, t));
        }

        private String money(BigDecimal amount, Words t) {
            return amount.signum() == 0 ? "" : t.money(amount, currency);
        }
    }
}
