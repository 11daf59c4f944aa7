package org.convergence.directory.people.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.list.SqlConditions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns typed text into conditions on {@code search_form}: every word begins a word of the name, as typed or, failing
 * that, with corrected spelling ({@link SpellingPolicy}). Call it within a transaction.
 */
@Component
record NameMatcher(JdbcClient db) {

    private static final int WORDS = 6;
    private static final int LETTERS = 120;

    /**
     * A condition on rows.
     *
     * @param sql with named parameters, whose values are in {@code parameters}
     */
    record NameCondition(String sql, Map<String, Object> parameters) {}

    /**
     * The first words of the typed text, folded. Forces a custom query plan for these words, since the best plan for a
     * rare word is the worst for a frequent one.
     */
    List<String> words(String typed) {
        String cut = typed.length() > LETTERS ? typed.substring(0, LETTERS) : typed;
        String folded = db.sql("SELECT platform.fold(:typed), set_config('plan_cache_mode', 'force_custom_plan', true)")
                .param("typed", cut.replace("\u0000", ""))
                .query((row, n) -> row.getString(1))
                .single();
        return Stream.of(folded.split(" "))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .toList();
    }

    /** Names whose first word begins with the typed text. */
    NameCondition matchBeginning(List<String> words) {
        NameCondition begun = matchExactly(words);
        Map<String, Object> parameters = new LinkedHashMap<>(begun.parameters());
        parameters.put("beginning", " " + String.join(" ", words) + "%");
        return new NameCondition(begun.sql() + " AND search_form LIKE :beginning", parameters);
    }

    /** Names in which each typed word begins a word. */
    NameCondition matchExactly(List<String> words) {
        return all(words.stream().map(List::of).toList(), "w");
    }

    /** Names in which each typed word nearly begins a word; empty where a typed word is close to none. */
    Optional<NameCondition> matchNearly(List<String> words) {
        List<List<String>> meant = new ArrayList<>();
        for (String word : words) {
            List<String> like = db.sql("SELECT word FROM directory.people_words_like(:typed)")
                    .param("typed", word)
                    .query(String.class)
                    .list();
            List<String> nearest = SpellingPolicy.nearest(word, like);
            if (nearest.isEmpty()) {
                return Optional.empty();
            }
            meant.add(nearest);
        }
        return meant.isEmpty() ? Optional.empty() : Optional.of(all(meant, "n"));
    }

    /** Adds that each typed word begins a word of the name; nothing if no word was typed. */
    SqlConditions andExactly(SqlConditions where, String typed) {
        List<String> words = words(typed);
        return words.isEmpty() ? where : and(where, "", matchExactly(words));
    }

    /** Adds that each typed word nearly begins a word of the name, but not all of them do exactly. */
    SqlConditions andOnlyNearly(SqlConditions where, String typed) {
        List<String> words = words(typed);
        return matchNearly(words)
                .map(nearly -> and(and(where, "", nearly), "NOT ", matchExactly(words)))
                .orElseGet(() -> where.and("false"));
    }

    private static SqlConditions and(SqlConditions where, String not, NameCondition condition) {
        condition.parameters().forEach(where::with);
        return where.and(not + "(" + condition.sql() + ")");
    }

    private static NameCondition all(List<List<String>> words, String name) {
        String asked = words.stream()
                .map(alternatives -> alternatives.stream()
                        .map(word -> "'" + word.replace("'", "''") + "':*")
                        .collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
        return new NameCondition(
                "directory.people_name_words(search_form) @@ CAST(:" + name + " AS tsquery)", Map.of(name, asked));
    }
}
