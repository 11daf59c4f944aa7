package org.convergence.resources.ledger.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the lines of one account in two ledgers: first by reference and amount, then by amount and day. The lines left
 * on both sides explain the difference, to the cent.
 */
public final class BooksComparisonPolicy {

    private BooksComparisonPolicy() {}

    /**
     * A line of an account.
     *
     * @param amount above zero for a debit
     * @param closed for our lines, whether the batch is closed
     */
    public record AccountLine(
            LocalDate day, @Nullable String reference, String text, BigDecimal amount, boolean closed) {}

    /** A line of ours, and the equal one of the books. */
    public record LinePair(AccountLine ours, AccountLine hers) {}

    /** The unpaired lines of each side, and the pairs. */
    public record UnpairedLines(List<AccountLine> ours, List<AccountLine> hers, List<LinePair> pairs) {

        public UnpairedLines {
            ours = List.copyOf(ours);
            hers = List.copyOf(hers);
            pairs = List.copyOf(pairs);
        }

        /** The number of pairs. */
        public int same() {
            return pairs.size();
        }

        /** Our sum less that of the books. */
        public BigDecimal difference() {
            return sum(ours).subtract(sum(hers));
        }
    }

    static BigDecimal sum(List<AccountLine> lines) {
        return lines.stream().map(AccountLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Pairs the lines of two accounts. */
    public static UnpairedLines compare(List<AccountLine> ours, List<AccountLine> hers) {
        List<AccountLine> mine = new ArrayList<>(ours);
        List<AccountLine> yours = new ArrayList<>(hers);
        List<LinePair> pairs = new ArrayList<>(pair(mine, yours, BooksComparisonPolicy::byReferenceAndDay));
        pairs.addAll(pair(mine, yours, BooksComparisonPolicy::byReference));
        pairs.addAll(pair(mine, yours, BooksComparisonPolicy::byDay));
        return new UnpairedLines(mine, yours, pairs);
    }

    private static List<LinePair> pair(
            List<AccountLine> ours, List<AccountLine> hers, Function<AccountLine, @Nullable String> key) {
        Map<String, Deque<Integer>> waiting = new HashMap<>();
        for (int at = 0; at < hers.size(); at++) {
            String word = key.apply(hers.get(at));
            if (word != null) {
                waiting.computeIfAbsent(word, it -> new ArrayDeque<>()).add(at);
            }
        }
        List<LinePair> pairs = new ArrayList<>();
        List<AccountLine> left = new ArrayList<>();
        Set<Integer> found = new HashSet<>();
        for (AccountLine each : ours) {
            String word = key.apply(each);
            Deque<Integer> places = word == null ? null : waiting.get(word);
            Integer place = places == null ? null : places.poll();
            if (place == null) {
                left.add(each);
            } else {
                found.add(place);
                pairs.add(new LinePair(each, hers.get(place)));
            }
        }
        ours.clear();
        ours.addAll(left);
        List<AccountLine> rest = new ArrayList<>();
        for (int at = 0; at < hers.size(); at++) {
            if (!found.contains(at)) {
                rest.add(hers.get(at));
            }
        }
        hers.clear();
        hers.addAll(rest);
        return pairs;
    }

    private static @Nullable String byReference(AccountLine line) {
        String reference = line.reference() == null ? "" : TextNormalizer.fold(line.reference());
        return reference.isEmpty() ? null : plain(line.amount()) + "|" + reference;
    }

    /** Of equal amounts with one reference, such as a rent, those of one day go together. */
    private static @Nullable String byReferenceAndDay(AccountLine line) {
        String reference = byReference(line);
        return reference == null ? null : reference + "|" + line.day();
    }

    private static String byDay(AccountLine line) {
        return plain(line.amount()) + "|" + line.day();
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** The code of an account in any notation: “1010”, “1010 – Banque”, “1-010”. */
    static String accountCode(String written) {
        String first = written.strip().split("\\s+[-–—:]\\s+|\\s{1,}(?=\\p{L})", 2)[0];
        return first.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
