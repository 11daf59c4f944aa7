package org.convergence.resources.ledger.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.convergence.resources.ledger.domain.BankMatch.BankLineText;
import org.convergence.resources.ledger.domain.BankMatch.MatchCertainty;
import org.convergence.resources.ledger.domain.PayerName.NameMatch;
import org.convergence.resources.ledger.domain.PayerName.NamePresence;
import org.jspecify.annotations.Nullable;

/**
 * Finds the payers that a text names. A name does not count where the text continues as another: “LAVAL OUEST” does not
 * name Laval if there is a Laval-Ouest, payer or not.
 */
final class PayerNameFinder<T> {

    private static final int MOST = 3;
    private static final int BEGINNING = 3;

    private final Map<T, PayerName> payers;
    private final Set<String> words = new HashSet<>();
    private final TreeMap<String, Set<PayerName>> byWord = new TreeMap<>();
    private final List<PayerName> plain = new ArrayList<>();

    PayerNameFinder(Map<T, PayerName> payers, Collection<PayerName> others) {
        this.payers = payers;
        payers.values().forEach(this::add);
        others.forEach(this::add);
    }

    private void add(PayerName name) {
        for (PayerName each : name.all()) {
            words.addAll(each.words());
            each.distinguishing()
                    .forEach(it -> byWord.computeIfAbsent(it, word -> new LinkedHashSet<>())
                            .add(name));
        }
        if (name.distinguishing().isEmpty()) {
            plain.add(name);
        }
    }

    /** The presence in a text of each name that shares a word, or its beginning, with it. */
    private Map<PayerName, NameMatch> findNames(BankLineText text) {
        Set<PayerName> names = new LinkedHashSet<>(plain);
        for (BankLineText.BankLineWord word : text.words()) {
            String end = word.folded().length() < BEGINNING ? word.folded() : word.folded() + Character.MAX_VALUE;
            byWord.subMap(word.folded(), true, end, true).values().forEach(names::addAll);
        }
        Map<PayerName, NameMatch> found = new LinkedHashMap<>();
        names.forEach(it -> found.put(it, it.match(text, words::contains)));
        return found;
    }

    /**
     * A payer named in a text.
     *
     * @param certainty by the name alone
     * @param written the words of the text that name it
     */
    record NamedPayer<T>(T who, MatchCertainty certainty, String written) {}

    private record RankedPayer<T>(NamedPayer<T> named, int words) {}

    /** The payers that a text names, the surest first. */
    List<NamedPayer<T>> findIn(BankLineText text) {
        Map<PayerName, NameMatch> found = findNames(text);
        List<RankedPayer<T>> all = new ArrayList<>();
        payers.forEach((who, name) -> {
            NameMatch here = found.get(name);
            MatchCertainty certainty = here == null ? null : certainty(name, here, found);
            if (here != null && certainty != null) {
                all.add(new RankedPayer<>(
                        new NamedPayer<>(who, certainty, here.written()),
                        here.words().size()));
            }
        });
        return all.stream()
                .sorted(Comparator.comparing((RankedPayer<T> it) -> it.named().certainty())
                        .thenComparing(it -> -it.words()))
                .limit(MOST)
                .map(RankedPayer::named)
                .toList();
    }

    /** Whether a text has the whole name of some organisation. */
    boolean isNamed(BankLineText text) {
        return findNames(text).values().stream().anyMatch(it -> it.here() == NamePresence.WHOLE);
    }

    private static @Nullable MatchCertainty certainty(PayerName name, NameMatch here, Map<PayerName, NameMatch> found) {
        if (here.here() == NamePresence.NOT) {
            return null;
        }
        boolean whole = here.here() == NamePresence.WHOLE;
        boolean equalled = false;
        for (Map.Entry<PayerName, NameMatch> each : found.entrySet()) {
            NameMatch other = each.getValue();
            boolean apart = !each.getKey().equals(name);
            boolean more = apart
                    && other.words().containsAll(here.words())
                    && (other.words().size() > here.words().size());
            boolean same = apart && other.words().equals(here.words()) && other.here() != NamePresence.NOT;
            if ((more && (other.here() == NamePresence.WHOLE || here.words().isEmpty()))
                    || (same && !whole && other.here() == NamePresence.WHOLE)) {
                return null;
            }
            equalled = equalled || more || (same && (whole == (other.here() == NamePresence.WHOLE)));
        }
        if (whole) {
            return equalled ? MatchCertainty.LIKELY : MatchCertainty.CERTAIN;
        }
        return equalled ? MatchCertainty.POSSIBLE : MatchCertainty.LIKELY;
    }
}
