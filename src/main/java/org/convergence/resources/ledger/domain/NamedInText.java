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
import org.convergence.resources.ledger.domain.Match.Certainty;
import org.convergence.resources.ledger.domain.PayerName.Found;
import org.convergence.resources.ledger.domain.PayerName.Here;
import org.jspecify.annotations.Nullable;

/**
 * Finds the payers that a text names. A name does not count where the text continues as another: “LAVAL OUEST” does not
 * name Laval if there is a Laval-Ouest, payer or not.
 */
final class NamedInText<T> {

    private static final int MOST = 3;
    private static final int BEGINNING = 3;

    private final Map<T, PayerName> payers;
    private final Set<String> words = new HashSet<>();
    private final TreeMap<String, Set<PayerName>> byWord = new TreeMap<>();
    private final List<PayerName> plain = new ArrayList<>();

    NamedInText(Map<T, PayerName> payers, Collection<PayerName> others) {
        this.payers = payers;
        payers.values().forEach(this::add);
        others.forEach(this::add);
    }

    private void add(PayerName name) {
        words.addAll(name.words());
        name.distinguishing()
                .forEach(it -> byWord.computeIfAbsent(it, word -> new LinkedHashSet<>())
                        .add(name));
        if (name.distinguishing().isEmpty()) {
            plain.add(name);
        }
    }

    /** The presence in a text of each name that shares a word, or its beginning, with it. */
    private Map<PayerName, Found> found(LineText text) {
        Set<PayerName> names = new LinkedHashSet<>(plain);
        for (LineText.Word word : text.words()) {
            String end = word.folded().length() < BEGINNING ? word.folded() : word.folded() + Character.MAX_VALUE;
            byWord.subMap(word.folded(), true, end, true).values().forEach(names::addAll);
        }
        Map<PayerName, Found> found = new LinkedHashMap<>();
        names.forEach(it -> found.put(it, it.in(text, words::contains)));
        return found;
    }

    /**
     * A payer named in a text.
     *
     * @param certainty by the name alone
     * @param written the words of the text that name it
     */
    record Named<T>(T who, Certainty certainty, String written) {}

    private record Ranked<T>(Named<T> named, int words) {}

    /** The payers that a text names, the surest first. */
    List<Named<T>> in(LineText text) {
        Map<PayerName, Found> found = found(text);
        List<Ranked<T>> all = new ArrayList<>();
        payers.forEach((who, name) -> {
            Found here = found.get(name);
            Certainty certainty = here == null ? null : certainty(name, here, found);
            if (here != null && certainty != null) {
                all.add(new Ranked<>(
                        new Named<>(who, certainty, here.written()),
                        here.words().size()));
            }
        });
        return all.stream()
                .sorted(Comparator.comparing((Ranked<T> it) -> it.named().certainty())
                        .thenComparing(it -> -it.words()))
                .limit(MOST)
                .map(Ranked::named)
                .toList();
    }

    /** Whether a text has the whole name of some organisation. */
    boolean isNamed(LineText text) {
        return found(text).values().stream().anyMatch(it -> it.here() == Here.WHOLE);
    }

    private static @Nullable Certainty certainty(PayerName name, Found here, Map<PayerName, Found> found) {
        if (here.here() == Here.NOT) {
            return null;
        }
        boolean whole = here.here() == Here.WHOLE;
        boolean equalled = false;
        for (Map.Entry<PayerName, Found> each : found.entrySet()) {
            Found other = each.getValue();
            boolean apart = !each.getKey().equals(name);
            boolean more = apart
                    && other.words().containsAll(here.words())
                    && (other.words().size() > here.words().size());
            boolean same = apart && other.words().equals(here.words()) && other.here() != Here.NOT;
            if ((more && (other.here() == Here.WHOLE || here.words().isEmpty()))
                    || (same && !whole && other.here() == Here.WHOLE)) {
                return null;
            }
            equalled = equalled || more || (same && (whole == (other.here() == Here.WHOLE)));
        }
        if (whole) {
            return equalled ? Certainty.LIKELY : Certainty.CERTAIN;
        }
        return equalled ? Certainty.POSSIBLE : Certainty.LIKELY;
    }
}
