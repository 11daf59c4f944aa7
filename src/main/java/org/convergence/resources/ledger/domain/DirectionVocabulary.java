package org.convergence.resources.ledger.domain;

import static org.convergence.resources.ledger.domain.DirectionVocabulary.MoneyDirection.IN;
import static org.convergence.resources.ledger.domain.DirectionVocabulary.MoneyDirection.OUT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * The words of a direction column for money received and paid out: “CR” and “DR”, “Dépôt” and “Retrait”. A single
 * letter is ambiguous (“D” is a debit beside “C”, a deposit beside “W”): the title or the other value must decide it.
 */
final class DirectionVocabulary {

    private static final Map<String, MoneyDirection> WORDS = new HashMap<>();
    private static final Map<Set<String>, String> PAIRS = Map.of(
            Set.of("c", "d"), "c",
            Set.of("d", "h"), "h",
            Set.of("d", "w"), "d",
            Set.of("a", "c"), "a",
            Set.of("e", "s"), "e",
            Set.of("i", "o"), "i",
            Set.of("e", "i"), "i");

    static {
        register(
                IN,
                "+ cr ct cred credit credits credite dep depot depots deposit deposits entree entrees entrant in"
                        + " incoming recu recus received encaissement encaissements recette recettes revenu revenus income"
                        + " credito creditos abono abonos haber deposito depositos ingreso ingresos entrada entradas");
        register(
                OUT,
                "- dr db dt deb debit debits debite ret retrait retraits wd withdrawal withdrawals sortie sorties"
                        + " sortant out outgoing decaissement decaissements depense depenses expense expenses debito"
                        + " debitos cargo cargos debe retiro retiros egreso egresos salida salidas gasto gastos");
        List.of("money in", "paid in", "argent recu", "depot direct", "direct deposit", "encaisse")
                .forEach(it -> WORDS.put(it, IN));
        List.of("money out", "paid out", "decaisse").forEach(it -> WORDS.put(it, OUT));
    }

    private DirectionVocabulary() {}

    private static void register(MoneyDirection direction, String all) {
        Arrays.stream(all.split(" ", -1)).forEach(it -> WORDS.put(it, direction));
    }

    /** The normal form for comparing values; a lone sign stays a sign. */
    static String fold(String text) {
        String plain = text.strip().replaceAll("[−–﹣－]", "-").replace('＋', '+');
        return plain.matches("\\(?[-+]\\)?") ? plain.replaceAll("[()]", "") : TextNormalizer.fold(plain);
    }

    /** The direction of a word by itself; empty for a single letter or an unknown word. */
    static Optional<MoneyDirection> find(String value) {
        return Optional.ofNullable(WORDS.get(fold(value)));
    }

    /** The direction of each value of a column, by its title and its other values, without unsure values. */
    static Map<String, MoneyDirection> infer(String title, Collection<String> values) {
        List<String> titled = Arrays.asList(TextNormalizer.fold(title).split(" ", -1));
        Set<String> letters = new TreeSet<>();
        values.stream()
                .map(DirectionVocabulary::fold)
                .filter(it -> it.length() == 1)
                .forEach(letters::add);
        titled.stream().filter(it -> it.length() == 1).forEach(letters::add);
        letters.removeAll(Set.of("+", "-"));
        Map<String, MoneyDirection> all = new HashMap<>();
        for (String value : values) {
            String folded = fold(value);
            MoneyDirection direction = WORDS.get(folded);
            if (direction == null && folded.length() == 1) {
                direction = letter(folded, titled, letters);
            }
            if (direction != null) {
                all.put(folded, direction);
            }
        }
        return all;
    }

    private static @Nullable MoneyDirection letter(String letter, List<String> titled, Set<String> letters) {
        Set<MoneyDirection> told = titled.stream()
                .filter(it -> it.length() > 1 && it.startsWith(letter))
                .map(WORDS::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (told.size() == 1) {
            return told.iterator().next();
        }
        String incoming = PAIRS.get(letters);
        return incoming == null || !told.isEmpty() ? null : incoming.equals(letter) ? IN : OUT;
    }

    /** The words of a typed list: “CR, Crédit”. */
    static List<String> splitTyped(String list) {
        List<String> words = new ArrayList<>();
        for (String word : list.split("[,;/|\\n]", -1)) {
            String folded = fold(word);
            if (!folded.isEmpty()) {
                words.add(folded);
            }
        }
        return words;
    }

    /** Whether money came into an account or left it. */
    enum MoneyDirection {
        IN,
        OUT
    }
}
