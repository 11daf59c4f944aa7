package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.text.Fold;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds whom rows mean by exact keys: names without regard to accents and case, mail addresses; also those of a record that
 * another one replaced.
 */
@Component
class Matching {

    private final JdbcClient db;

    Matching(JdbcClient db) {
        this.db = db;
    }

    /** The organisations that bear a name, a short name or another name, by the name asked. */
    Map<String, List<UUID>> organisations(Collection<String> names) {
        return byText("""
                SELECT asked.text, o.id
                FROM unnest(CAST(:texts AS text[])) AS asked (text)
                JOIN directory.people_organisation o
                  ON directory.people_called(o.name, o.short_name, o.other_names) @> ARRAY[platform.fold(asked.text)]
                UNION
                SELECT asked.text, a.organisation
                FROM unnest(CAST(:texts AS text[])) AS asked (text)
                JOIN directory.people_alias a ON a.names @> ARRAY[platform.fold(asked.text)]
                WHERE a.organisation IS NOT NULL
                ORDER BY id
                """, names);
    }

    /** The people who have a mail address, by the address asked. */
    Map<String, List<UUID>> personsByMail(Collection<String> mails) {
        return byText("""
                SELECT asked.text, p.id
                FROM unnest(CAST(:texts AS text[])) AS asked (text)
                JOIN directory.people_person p ON p.contact_keys @> ARRAY[asked.text]
                UNION
                SELECT asked.text, a.person
                FROM unnest(CAST(:texts AS text[])) AS asked (text)
                JOIN directory.people_alias a ON a.contact_keys @> ARRAY[asked.text]
                WHERE a.person IS NOT NULL
                ORDER BY id
                """, mails);
    }

    /** The people who bear a name, by the name asked. */
    Map<String, List<UUID>> personsByName(Collection<String> names) {
        return byText("""
                SELECT asked.text, p.id
                FROM unnest(CAST(:texts AS text[])) AS asked (text)
                JOIN directory.people_person p
                  ON platform.fold(p.given_name || ' ' || p.family_name) COLLATE "C" = platform.fold(asked.text)
                UNION
                SELECT asked.text, a.person
                FROM unnest(CAST(:texts AS text[])) AS asked (text)
                JOIN directory.people_alias a ON a.names @> ARRAY[platform.fold(asked.text)]
                WHERE a.person IS NOT NULL
                ORDER BY id
                """, names);
    }

    /** To which organisations each of these belongs, belonged or will belong. */
    Map<UUID, Set<UUID>> parents(Collection<UUID> members) {
        Map<UUID, Set<UUID>> parents = new HashMap<>();
        db.sql("SELECT member, parent FROM directory.people_affiliation WHERE member = ANY (:members)")
                .param("members", members.toArray(UUID[]::new))
                .query((row, n) -> parents.computeIfAbsent(row.getObject("member", UUID.class), id -> new HashSet<>())
                        .add(row.getObject("parent", UUID.class)))
                .list();
        return parents;
    }

    /** What each of these people does or did, and where: ids of organisations with folded titles. */
    Map<UUID, Set<Function>> functions(Collection<UUID> persons) {
        Map<UUID, Set<Function>> functions = new HashMap<>();
        db.sql("SELECT person, organisation, title FROM directory.people_function WHERE person = ANY (:persons)")
                .param("persons", persons.toArray(UUID[]::new))
                .query((row, n) -> functions
                        .computeIfAbsent(row.getObject("person", UUID.class), id -> new HashSet<>())
                        .add(new Function(row.getObject("organisation", UUID.class), Fold.of(row.getString("title")))))
                .list();
        return functions;
    }

    /** What someone does somewhere. */
    record Function(UUID organisation, String title) {}

    /** What people and organisations among some ids are called. */
    Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        db.sql("""
                        SELECT id, name FROM directory.people_organisation WHERE id = ANY (:ids)
                        UNION ALL
                        SELECT id, display_name FROM directory.people_person WHERE id = ANY (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> names.put(row.getObject("id", UUID.class), row.getString("name")))
                .list();
        return names;
    }

    private Map<String, List<UUID>> byText(String sql, Collection<String> texts) {
        Map<String, List<UUID>> found = new LinkedHashMap<>();
        List<String> asked = texts.stream()
                .filter(text -> !Fold.of(text).isEmpty())
                .distinct()
                .toList();
        if (!asked.isEmpty()) {
            db.sql(sql)
                    .param("texts", asked.toArray(String[]::new))
                    .query((row, n) -> found.computeIfAbsent(row.getString("text"), text -> new ArrayList<>())
                            .add(row.getObject("id", UUID.class)))
                    .list();
        }
        return found;
    }
}
