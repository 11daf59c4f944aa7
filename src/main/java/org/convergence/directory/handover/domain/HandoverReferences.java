package org.convergence.directory.handover.domain;

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

/** References from hand-overs to people, for merges and erasures: moves stay on record under the remaining name. */
@Configuration(proxyBeanMethods = false)
class HandoverReferences {

    @Bean
    static IdentityReferences referencesFromHandover(ReferenceDeclarations declare) {
        return declare.table("directory.handover")
                .person("person", ErasureRule.KEEP)
                .table("directory.handover_item")
                .key("handover", "position")
                .person("successor", ErasureRule.KEEP)
                .table("directory.handover_note")
                .key("handover", "successor")
                .person("successor", ErasureRule.DELETE);
    }

    /**
     * Replaces the names of erased or sealed people in the notes and items of hand-overs, and in their history; what
     * passed to each successor stays.
     */
    @Component
    record HandoverTextMentions(TextStandIns standIns) implements FreeTextMentions {

        /** A single part of the name is replaced only in hand-overs in which the person left or took over. */
        private static final String OF_HERS = """
                (h.person = :person OR EXISTS (SELECT FROM directory.handover_item o
                                               WHERE o.handover = h.id AND o.successor = :person))
                """;

        private static final String NOTES = """
                WITH less AS (
                    SELECT h.id, directory.people_instead(h.note, :person, %1$s, :stand) AS note,
                           directory.people_instead(h.passed_name, :person, %1$s, :stand) AS passed_name
                    FROM directory.handover h)
                UPDATE directory.handover h SET note = less.note, passed_name = less.passed_name
                FROM less WHERE less.id = h.id AND (h.note, h.passed_name) <> (less.note, less.passed_name)
                RETURNING h.id::text
                """.formatted(OF_HERS);

        private static final String THINGS = """
                WITH less AS (
                    SELECT i.handover, i.position, directory.people_instead(i.what, :person, %1$s, :stand) AS what,
                           directory.people_instead(i.detail, :person, %1$s, :stand) AS detail
                    FROM directory.handover_item i JOIN directory.handover h ON h.id = i.handover)
                UPDATE directory.handover_item i SET what = less.what, detail = less.detail
                FROM less WHERE less.handover = i.handover AND less.position = i.position
                  AND (i.what, i.detail) IS DISTINCT FROM (less.what, less.detail)
                RETURNING i.handover || ' ' || i.position
                """.formatted(OF_HERS);

        @Override
        public Map<String, Set<String>> texts() {
            return Map.of(
                    "directory.handover", Set.of("note", "passed_name"),
                    "directory.handover_item", Set.of("what", "detail"));
        }

        @Override
        public void rename(PersonId person, String standIn) {
            standIns.replace(NOTES, "directory.handover", List.of("note", "passed_name"), person, standIn);
            standIns.replace(THINGS, "directory.handover_item", List.of("what", "detail"), person, standIn);
        }
    }
}
