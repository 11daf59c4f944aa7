package org.convergence.directory.people;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names of other people that contain all words of a name, such as "Anne Marie Tremblay" for Marie Tremblay. */
@Component
public class LongerNames {

    private final JdbcClient db;

    LongerNames(JdbcClient db) {
        this.db = db;
    }

    /** @param except records of the person who has the names */
    public List<String> find(Collection<UUID> except, Collection<String> names) {
        return db.sql("""
                        WITH known AS (SELECT ' ' || platform.fold(name) || ' ' AS words FROM unnest(CAST(:names AS text[])) AS name
                                       WHERE name ~ '[[:alpha:]]' AND strpos(name, '@') = 0)
                        SELECT DISTINCT p.display_name FROM directory.people_person p, known
                        WHERE p.id <> ALL (:except) AND strpos(p.search_form || ' ', known.words) > 0
                          AND length(platform.fold(p.display_name)) + 2 > length(known.words)
                          AND platform.fold(p.display_name) <> ALL (SELECT btrim(words) FROM known)
                        """)
                .param("names", names.toArray(String[]::new))
                .param("except", except.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }
}
