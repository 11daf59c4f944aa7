package org.convergence.directory.people.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.directory.people.FreeTextMentions;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** This module's own references to people and organisations, for merges and erasures. */
@Configuration(proxyBeanMethods = false)
class DirectoryReferences {

    @Bean
    static IdentityReferences referencesFromDirectory(ReferenceDeclarations declare) {
        return declare.table(HeldFunction.TABLE)
                .person("person", ErasureRule.DELETE)
                .onePer("organisation", "title", "since", "until")
                .organisation("organisation")
                .onePer("person", "title", "since", "until")
                .table("directory.people_forgetting")
                .key("person")
                .person("person", ErasureRule.KEEP);
    }

    /**
     * Replaces people's names in other records of the directory: in notes, contact labels and function titles; also in
     * their history.
     */
    @Component
    record DirectoryTextMentions(TextStandIns standIns) implements FreeTextMentions {

        private static final String NOTES = """
                WITH hers AS (SELECT ARRAY(SELECT directory.people_names(:person, false)) AS names),
                less AS (
                    SELECT r.id, platform.instead(r.note, hers.names, :stand) AS note, (
                        SELECT coalesce(jsonb_agg(CASE WHEN point ->> 'label' IS NULL THEN point ELSE jsonb_set(point, '{label}',
                                   to_jsonb(platform.instead(point ->> 'label', hers.names, :stand))) END ORDER BY place), '[]')
                        FROM jsonb_array_elements(r.contact_points) WITH ORDINALITY AS e (point, place)) AS contact_points
                    FROM %1$s r, hers
                    WHERE r.id <> :person AND NOT EXISTS (
                        SELECT FROM directory.people_person p, unnest(hers.names) AS name
                        WHERE p.id = r.id AND platform.fold(p.display_name) = platform.fold(name))
                      AND EXISTS (
                        SELECT FROM unnest(hers.names) AS name
                        WHERE strpos(lower(coalesce(r.note, '') || CAST(r.contact_points AS text)), lower(name)) > 0))
                UPDATE %1$s r SET note = less.note, contact_points = less.contact_points FROM less
                WHERE less.id = r.id AND (r.note, r.contact_points) IS DISTINCT FROM (less.note, less.contact_points)
                RETURNING r.id::text
                """;

        private static final String TITLES = """
                WITH less AS (
                    SELECT f.id, platform.shortened(directory.people_instead(f.title, :person, false, :stand), :stand, 200) AS title
                    FROM directory.people_function f)
                UPDATE directory.people_function f SET title = less.title FROM less
                WHERE less.id = f.id AND f.title <> less.title RETURNING f.id::text
                """;

        @Override
        public Map<String, Set<String>> texts() {
            return Map.of(
                    Organisation.TABLE,
                    Set.of("note"),
                    Person.TABLE,
                    Set.of("note"),
                    HeldFunction.TABLE,
                    Set.of("title"));
        }

        @Override
        public void rename(PersonId person, String standIn) {
            for (String table : List.of(Organisation.TABLE, Person.TABLE)) {
                standIns.replace(NOTES.formatted(table), table, List.of("note", "contact_points"), person, standIn);
            }
            standIns.replace(TITLES, HeldFunction.TABLE, List.of("title"), person, standIn);
        }
    }
}
