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
import org.convergence.platform.text.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the records that rows mean, by exact keys: names regardless of accents and case, mail addresses; including
 * those of merged records.
 */
@Component
public record ExactMatchQueries(JdbcClient db) {

    /** The organisations with a name, short name or other name, by the requested name. */
    public Map<String, List<UUID>> findOrganisationsByName(Collection<String> names) {
        return byName("""
                SELECT called AS key, o.id
                FROM directory.people_organisation o
                CROSS JOIN LATERAL unnest(directory.people_called(o.name, o.short_name, o.other_names)) AS called
                WHERE directory.people_called(o.name, o.short_name, o.other_names) && CAST(:keys AS text[])
                  AND called = ANY (:keys)
                UNION
                SELECT called, a.organisation
                FROM directory.people_alias a CROSS JOIN LATERAL unnest(a.names) AS called
                WHERE a.names && CAST(:keys AS text[]) AND called = ANY (:keys) AND a.organisation IS NOT NULL
                ORDER BY id
                """, names);
    }

    /** The people with a mail address, by the requested address. */
    public Map<String, List<UUID>> findPeopleByMail(Collection<String> mails) {
        return byKey("""
                SELECT mail AS key, p.id
                FROM directory.people_person p CROSS JOIN LATERAL unnest(p.contact_keys) AS mail
                WHERE p.contact_keys && CAST(:keys AS text[]) AND mail = ANY (:keys)
                UNION
                SELECT mail, a.person
                FROM directory.people_alias a CROSS JOIN LATERAL unnest(a.contact_keys) AS mail
                WHERE a.contact_keys && CAST(:keys AS text[]) AND mail = ANY (:keys) AND a.person IS NOT NULL
                ORDER BY id
                """, mails);
    }

    /** The people with a name, by the requested name. */
    public Map<String, List<UUID>> findPeopleByName(Collection<String> names) {
        return byName("""
                SELECT platform.fold(p.given_name || ' ' || p.family_name) AS key, p.id
                FROM directory.people_person p
                WHERE platform.fold(p.given_name || ' ' || p.family_name) COLLATE "C" = ANY (:keys)
                UNION
                SELECT called, a.person
                FROM directory.people_alias a CROSS JOIN LATERAL unnest(a.names) AS called
                WHERE a.names && CAST(:keys AS text[]) AND called = ANY (:keys) AND a.person IS NOT NULL
                ORDER BY id
                """, names);
    }

    /** Those of the given people that have no mail address. */
    public Set<UUID> findWithoutMail(Collection<UUID> persons) {
        return new HashSet<>(db.sql("""
                        SELECT id FROM directory.people_person
                        WHERE id = ANY (:persons) AND array_to_string(contact_keys, ' ') NOT LIKE '%@%'
                        """)
                .param("persons", persons.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    /** The parents of each of these organisations, past, present and future. */
    Map<UUID, Set<UUID>> findParents(Collection<UUID> members) {
        Map<UUID, Set<UUID>> parents = new HashMap<>();
        db.sql("SELECT member, parent FROM directory.people_affiliation WHERE member = ANY (:members)")
                .param("members", members.toArray(UUID[]::new))
                .query((row, n) -> parents.computeIfAbsent(row.getObject("member", UUID.class), id -> new HashSet<>())
                        .add(row.getObject("parent", UUID.class)))
                .list();
        return parents;
    }

    /** The functions of each of these people, present and past: ids of organisations with folded titles. */
    public Map<UUID, Set<MatchedFunction>> findFunctions(Collection<UUID> persons) {
        Map<UUID, Set<MatchedFunction>> functions = new HashMap<>();
        db.sql("SELECT person, organisation, title FROM directory.people_function WHERE person = ANY (:persons)")
                .param("persons", persons.toArray(UUID[]::new))
                .query((row, n) -> functions
                        .computeIfAbsent(row.getObject("person", UUID.class), id -> new HashSet<>())
                        .add(new MatchedFunction(
                                row.getObject("organisation", UUID.class),
                                TextNormalizer.fold(row.getString("title")))))
                .list();
        return functions;
    }

    /** A function in an organisation. */
    public record MatchedFunction(UUID organisation, String title) {}

    /** The names of people and organisations, by id. */
    Map<UUID, String> findNames(Collection<UUID> ids) {
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

    /** By names as the database folds them, since stored keys are folded so. */
    private Map<String, List<UUID>> byName(String sql, Collection<String> names) {
        Map<String, String> folded = new LinkedHashMap<>();
        db.sql("""
                        SELECT name, platform.fold(name) FROM unnest(CAST(:names AS text[])) AS name
                        """)
                .param("names", names.stream().distinct().toArray(String[]::new))
                .query((row, n) -> folded.put(row.getString(1), row.getString(2)))
                .list();
        folded.values().removeIf(String::isEmpty);
        Map<String, List<UUID>> byKey = byKey(sql, folded.values());
        Map<String, List<UUID>> found = new LinkedHashMap<>();
        folded.forEach((name, key) -> {
            List<UUID> ids = byKey.get(key);
            if (ids != null) {
                found.put(name, ids);
            }
        });
        return found;
    }

    private Map<String, List<UUID>> byKey(String sql, Collection<String> keys) {
        Map<String, List<UUID>> found = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            byIndex();
            db.sql(sql)
                    .param("keys", keys.stream().distinct().toArray(String[]::new))
                    .query((row, n) -> found.computeIfAbsent(row.getString("key"), key -> new ArrayList<>())
                            .add(row.getObject("id", UUID.class)))
                    .list();
        }
        return found;
    }

    /**
     * Forces index scans. The tables grow by thousands during an import, and the planner's statistics, not updated yet,
     * would often favour a full scan.
     */
    private void byIndex() {
        db.sql("""
                        SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)
                        """).query((row, n) -> true).list();
    }
}
