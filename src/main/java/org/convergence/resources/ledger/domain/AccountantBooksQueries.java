package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.text.Sha256;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BooksComparisonPolicy.AccountLine;
import org.convergence.resources.ledger.domain.BooksComparisonPolicy.UnpairedLines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the imported books for other modules. */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
class AccountantBooksQueries implements AccountantBooks {

    private final JdbcClient db;
    private final BookAccountService accounts;

    AccountantBooksQueries(JdbcClient db, BookAccountService accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    @Override
    public BooksMatch match(List<RecordedAmount> recorded, Collection<String> accounts, LocalDate from, LocalDate to) {
        BooksMatch now = pair(recorded, accounts, from, to);
        Set<UUID> left = new HashSet<>(now.onlyRecorded());
        List<RecordedAmount> late = recorded.stream()
                .filter(each -> each.day().isBefore(from) && left.contains(each.id()))
                .toList();
        Optional<LocalDate> first = late.stream().map(RecordedAmount::day).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return now;
        }
        Map<UUID, BooksEntry> paired = new HashMap<>(
                pair(late, accounts, first.get(), from.minusDays(1)).paired());
        List<UUID> onlyRecorded = now.onlyRecorded().stream()
                .filter(id -> !paired.containsKey(id))
                .toList();
        paired.putAll(now.paired());
        return new BooksMatch(now.until(), onlyRecorded, now.onlyInBooks(), paired);
    }

    private BooksMatch pair(List<RecordedAmount> recorded, Collection<String> accounts, LocalDate from, LocalDate to) {
        IdentityHashMap<AccountLine, RecordedAmount> amounts = new IdentityHashMap<>();
        Map<String, List<AccountLine>> ours = new TreeMap<>();
        for (RecordedAmount each : recorded) {
            AccountLine line = new AccountLine(
                    each.day(), each.reference().isEmpty() ? null : each.reference(), "", each.amount(), true);
            amounts.put(line, each);
            ours.computeIfAbsent(BooksComparisonPolicy.accountCode(each.account()), code -> new ArrayList<>())
                    .add(line);
        }
        Map<String, List<AccountLine>> books = findLines(
                accounts.stream().map(BooksComparisonPolicy::accountCode).collect(Collectors.toSet()), from, to);
        Set<String> codes = new TreeSet<>(ours.keySet());
        codes.addAll(books.keySet());
        List<UUID> onlyRecorded = new ArrayList<>();
        List<BooksEntry> onlyInBooks = new ArrayList<>();
        Map<UUID, BooksEntry> paired = new HashMap<>();
        for (String code : codes) {
            UnpairedLines left = BooksComparisonPolicy.compare(
                    ours.getOrDefault(code, List.of()), books.getOrDefault(code, List.of()));
            left.ours()
                    .forEach(line -> onlyRecorded.add(
                            Objects.requireNonNull(amounts.get(line)).id()));
            left.hers().forEach(line -> onlyInBooks.add(entry(code, line)));
            left.pairs()
                    .forEach(pair -> paired.put(
                            Objects.requireNonNull(amounts.get(pair.ours())).id(), entry(code, pair.hers())));
        }
        return new BooksMatch(findCoveredUntil(from, to), onlyRecorded, onlyInBooks, paired);
    }

    private static BooksEntry entry(String code, AccountLine line) {
        return new BooksEntry(
                line.day(), code, Objects.requireNonNullElse(line.reference(), ""), line.text(), line.amount());
    }

    private @Nullable LocalDate findCoveredUntil(LocalDate from, LocalDate to) {
        // Without books the aggregate is null, and least() would pass it over.
        return db.sql("""
                        SELECT CASE WHEN count(*) > 0 THEN least(max(until), :to) END FROM resources.ledger_books
                        WHERE since <= :to AND until >= :from AND currency = :currency
                        """)
                .param("from", from)
                .param("to", to)
                .param("currency", CURRENCY)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    private record BooksLineRow(
            String account, LocalDate day, @Nullable String reference, String text, BigDecimal amount) {}

    private Map<String, List<AccountLine>> findLines(Set<String> codes, LocalDate from, LocalDate to) {
        String[] written = db
                .sql("SELECT DISTINCT account FROM resources.ledger_books_line WHERE day BETWEEN ? AND ?")
                .params(from, to)
                .query(String.class)
                .list()
                .stream()
                .filter(account -> codes.contains(BooksComparisonPolicy.accountCode(account)))
                .toArray(String[]::new);
        return db
                .sql("""
                        SELECT l.account, l.day, l.reference, l.text, l.amount
                        FROM resources.ledger_books_line l JOIN resources.ledger_books b ON b.id = l.books
                        WHERE l.account = ANY (:accounts) AND l.day BETWEEN :from AND :to AND b.currency = :currency
                          AND NOT EXISTS (SELECT FROM resources.ledger_books later
                                          WHERE (later.read_at, later.id) > (b.read_at, b.id)
                                            AND later.currency = b.currency
                                            AND l.day BETWEEN later.since AND later.until)
                        ORDER BY l.day, l.number
                        """)
                .param("accounts", written)
                .param("from", from)
                .param("to", to)
                .param("currency", CURRENCY)
                .query(RecordMapper.of(BooksLineRow.class))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> BooksComparisonPolicy.accountCode(row.account()),
                        Collectors.mapping(
                                row -> new AccountLine(
                                        row.day(),
                                        row.reference(),
                                        row.text(),
                                        row.amount().setScale(2),
                                        true),
                                Collectors.toList())));
    }

    @Override
    public List<BooksDebit> findDebits(Collection<String> accounts, LocalDate from, LocalDate to) {
        Set<String> codes =
                accounts.stream().map(BooksComparisonPolicy::accountCode).collect(Collectors.toSet());
        Map<String, Integer> seen = new HashMap<>();
        List<BooksDebit> debits = new ArrayList<>();
        new TreeMap<>(findLines(codes, from, to))
                .forEach((code, lines) -> lines.stream()
                        .filter(line -> line.amount().signum() > 0)
                        .map(line -> entry(code, line))
                        .forEach(entry -> {
                            // A text may be reworded, and is no part of the key.
                            String said = String.join(
                                    "|",
                                    code,
                                    entry.day().toString(),
                                    entry.reference(),
                                    entry.amount().toPlainString());
                            debits.add(new BooksDebit(
                                    Sha256.hexOf(said + "|" + seen.merge(said, 1, Integer::sum)), entry));
                        }));
        return debits;
    }

    @Override
    public List<String> findAccounts(LocalDate from, LocalDate to) {
        return db.sql("""
                        SELECT DISTINCT l.account FROM resources.ledger_books_line l
                        JOIN resources.ledger_books b ON b.id = l.books
                        WHERE l.day BETWEEN :from AND :to AND b.currency = :currency ORDER BY l.account
                        """)
                .param("from", from)
                .param("to", to)
                .param("currency", CURRENCY)
                .query(String.class)
                .list();
    }

    @Override
    public Optional<LocalDate> findLastDay() {
        return db.sql("""
                        SELECT max(l.day) FROM resources.ledger_books_line l
                        JOIN resources.ledger_books b ON b.id = l.books WHERE b.currency = ?
                        """)
                .param(CURRENCY)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    @Override
    @Transactional
    public Optional<BooksAccount> findOnlyBank() {
        var banks = accounts.findByPurpose(AccountPurpose.BANK);
        return banks.size() == 1
                ? Optional.of(new BooksAccount(banks.get(0).code(), banks.get(0).name()))
                : Optional.empty();
    }
}
