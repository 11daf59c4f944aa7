package org.convergence.directory.people.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convergence.directory.people.NamedPeopleFinder;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.SealedPersonRecogniser;
import org.convergence.platform.access.Requires;
import org.convergence.platform.redaction.NamePhrases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds full names in a text: every sequence of a few words that begins with a capital is looked up in the database.
 */
@Service
@Transactional(readOnly = true)
@Requires(PeoplePermissions.READ)
public class DirectoryNameFinder implements NamedPeopleFinder {

    private final JdbcClient db;
    private final Optional<SealedPersonRecogniser> sealed;

    DirectoryNameFinder(JdbcClient db, Optional<SealedPersonRecogniser> sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    @Override
    public List<List<String>> findNames(List<String> texts) {
        List<Set<String>> phrases = texts.stream().map(NamePhrases::find).toList();
        Set<String> all = new HashSet<>();
        phrases.forEach(all::addAll);
        Map<String, String> names = all.isEmpty() ? Map.of() : names(all);
        return phrases.stream().map(some -> found(some, names)).toList();
    }

    private static List<String> found(Set<String> phrases, Map<String, String> names) {
        return phrases.stream()
                .filter(names::containsKey)
                .map(phrase -> names.getOrDefault(phrase, ""))
                .distinct()
                .toList();
    }

    private Map<String, String> names(Set<String> phrases) {
        Map<String, String> names = new HashMap<>();
        db.sql("""
                        SELECT platform.fold(display_name) AS phrase, display_name FROM directory.people_person
                        WHERE display_form IS NOT NULL AND platform.fold(display_name) COLLATE "C" = ANY (:phrases)
                        UNION
                        SELECT platform.fold(given_name || ' ' || family_name), display_name
                        FROM directory.people_person
                        WHERE platform.fold(given_name || ' ' || family_name) COLLATE "C" = ANY (:phrases)
                        """)
                .param("phrases", phrases.toArray(String[]::new))
                .query((row, n) -> names.put(row.getString("phrase"), row.getString("display_name")))
                .list();
        sealed.ifPresent(them -> them.findUnpublishable(phrases).forEach(phrase -> names.putIfAbsent(phrase, phrase)));
        return names;
    }
}
