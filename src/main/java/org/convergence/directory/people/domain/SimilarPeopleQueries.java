package org.convergence.directory.people.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds similar people of the directory for the people of a list: the same words in another order, a typing error, a
 * common address. Two queries for the whole list; a user decides.
 */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ_PEOPLE)
public class SimilarPeopleQueries {

    private static final int EACH = 3;

    private final JdbcClient db;

    SimilarPeopleQueries(JdbcClient db) {
        this.db = db;
    }

    /** A person named by a line. */
    public record ListedPerson(int line, String name, List<String> mails) {}

    /** The ids of similar people, a few for each line. */
    public Map<Integer, List<UUID>> findSimilar(List<ListedPerson> asked) {
        Map<Integer, List<UUID>> alike = new HashMap<>();
        if (asked.isEmpty()) {
            return alike;
        }
        Map<String, List<String>> meant = meant(asked);
        db.sql("""
                        SELECT asked.line, near.id
                        FROM unnest(CAST(:lines AS integer[]), CAST(:names AS text[]), CAST(:queries AS text[]),
                                    CAST(:mails AS text[])) AS asked (line, name, query, mails)
                        CROSS JOIN LATERAL (
                            (SELECT p.id FROM directory.people_person p
                             WHERE directory.people_name_words(p.search_form) @@ CAST(asked.query AS tsquery)
                             LIMIT :each)
                            UNION
                            (SELECT p.id FROM directory.people_person p
                             WHERE p.contact_keys && string_to_array(asked.mails, ' ') LIMIT :each)
                            UNION
                            (SELECT p.id FROM directory.people_looked k JOIN directory.people_person p ON p.id = k.id
                             WHERE k.words_hash = hashtextextended(directory.people_word_set(asked.name), 0)
                               AND directory.people_word_set(p.given_name || ' ' || p.family_name)
                                   = directory.people_word_set(asked.name) LIMIT :each)) AS near
                        JOIN directory.people_person known ON known.id = near.id AND known.forgotten_at IS NULL
                        ORDER BY asked.line, near.id
                        """)
                .param("lines", asked.stream().map(ListedPerson::line).toArray(Integer[]::new))
                .param("names", asked.stream().map(ListedPerson::name).toArray(String[]::new))
                .param(
                        "queries",
                        asked.stream().map(each -> query(each.name(), meant)).toArray(String[]::new))
                .param(
                        "mails",
                        asked.stream()
                                .map(each -> String.join(" ", each.mails()))
                                .toArray(String[]::new))
                .param("each", EACH)
                .query((row, n) -> alike.computeIfAbsent(row.getInt("line"), line -> new ArrayList<>())
                        .add(row.getObject("id", UUID.class)))
                .list();
        return alike;
    }

    /** For each word of the names, the known words with similar spelling. */
    private Map<String, List<String>> meant(Collection<ListedPerson> asked) {
        List<String> words = asked.stream()
                .flatMap(each -> words(each.name()).stream())
                .distinct()
                .toList();
        Map<String, List<String>> like = new HashMap<>();
        db.sql("""
                        SELECT asked.word, known.word
                        FROM unnest(CAST(:words AS text[])) AS asked (word)
                        CROSS JOIN LATERAL directory.people_words_like(asked.word) AS known (word),
                             (SELECT set_config('enable_seqscan', 'off', true)) AS by_index
                        """)
                .param("words", words.toArray(String[]::new))
                .query((row, n) -> like.computeIfAbsent(row.getString(1), word -> new ArrayList<>())
                        .add(row.getString(2)))
                .list();
        Map<String, List<String>> meant = new HashMap<>();
        like.forEach((word, known) -> meant.put(word, SpellingPolicy.nearest(word, known)));
        return meant;
    }

    /**
     * A query for all words of a name with similar spelling; {@code null} where a word has no match, or there is only
     * one word.
     */
    private static @Nullable String query(String name, Map<String, List<String>> meant) {
        List<String> words = words(name);
        if (words.size() < 2
                || !words.stream()
                        .allMatch(word -> !meant.getOrDefault(word, List.of()).isEmpty())) {
            return null;
        }
        return words.stream()
                .map(word -> meant.getOrDefault(word, List.of()).stream()
                        .map(each -> "'" + each.replace("'", "''") + "'")
                        .collect(Collectors.joining(" | ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }

    private static List<String> words(String name) {
        return Arrays.stream(TextNormalizer.fold(name).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .limit(6)
                .toList();
    }
}
