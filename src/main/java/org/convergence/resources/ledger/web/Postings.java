package org.convergence.resources.ledger.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.domain.Journal;

/**
 * What entries post to the accounts of the books, in total.
 *
 * @param title names the entries
 * @param sums debits and credits of each currency, which are equal
 */
public record Postings(String title, List<Row> rows, List<Row> sums) {

    /** An account, or a sum; an amount is empty where there is none. */
    public record Row(String account, String debit, String credit) {}

    /** The lines of each entry, formatted: “Débit 1100 – Comptes à recevoir : 640,00 $”. */
    static Map<UUID, List<String>> byEntry(List<Journal.Line> lines, Words t) {
        Map<UUID, List<String>> all = new HashMap<>();
        for (Journal.Line each : lines) {
            all.computeIfAbsent(each.entry(), it -> new ArrayList<>())
                    .add(t.say(
                            each.debit() == null ? "ledger.posting.credit" : "ledger.posting.debit",
                            account(each, t),
                            t.money(each.amount().abs(), each.currency())));
        }
        return all;
    }

    private static String account(Journal.Line line, Words t) {
        return line.account().isEmpty()
                ? t.say("ledger.posting.bank-unknown")
                : line.account() + " – " + line.accountName();
    }

    static Postings of(String title, List<Journal.Line> lines, Words t) {
        Map<String, Sum> accounts = new TreeMap<>();
        Map<String, Sum> currencies = new TreeMap<>();
        for (Journal.Line each : lines) {
            String account = account(each, t);
            accounts.computeIfAbsent(each.currency() + account, it -> new Sum(account, each.currency()))
                    .add(each);
            currencies
                    .computeIfAbsent(each.currency(), it -> new Sum(t.say("ledger.field.total"), it))
                    .add(each);
        }
        return new Postings(
                title,
                accounts.values().stream().map(it -> it.row(t)).toList(),
                currencies.values().stream().map(it -> it.row(t)).toList());
    }

    private static final class Sum {

        private final String account;
        private final String currency;
        private BigDecimal debit = BigDecimal.ZERO;
        private BigDecimal credit = BigDecimal.ZERO;

        private Sum(String account, String currency) {
            this.account = account;
            this.currency = currency;
        }

        private void add(Journal.Line line) {
            debit = debit.add(line.amount().max(BigDecimal.ZERO));
            credit = credit.add(line.amount().negate().max(BigDecimal.ZERO));
        }

        private Row row(Words t) {
            return new Row(account, money(debit, t), money(credit, t));
        }

        private String money(BigDecimal amount, Words t) {
            return amount.signum() == 0 ? "" : t.money(amount, currency);
        }
    }
}
