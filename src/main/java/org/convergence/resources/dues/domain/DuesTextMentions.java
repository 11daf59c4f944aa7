package org.convergence.resources.dues.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.directory.people.FreeTextMentions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.TextStandIns;
import org.springframework.stereotype.Component;

/** The free texts of arrangements that may name people, in the audit history too. */
@Component
class DuesTextMentions implements FreeTextMentions {

    private static final String TEXTS = """
            WITH less AS (
                SELECT a.id, left(directory.people_instead(a.address, :person, false, :stand), 500) AS address,
                       left(directory.people_instead(a.instance, :person, false, :stand), 200) AS instance,
                       left(directory.people_instead(a.note, :person, false, :stand), 1000) AS note
                FROM resources.dues_arrangement a)
            UPDATE resources.dues_arrangement a SET address = less.address, instance = less.instance, note = less.note
            FROM less WHERE less.id = a.id
              AND (a.address, a.instance, a.note) IS DISTINCT FROM (less.address, less.instance, less.note)
            RETURNING a.id::text
            """;

    private final TextStandIns standIns;

    DuesTextMentions(TextStandIns standIns) {
        this.standIns = standIns;
    }

    @Override
    public Map<String, Set<String>> texts() {
        return Map.of("resources.dues_arrangement", Set.of("address", "instance", "note"));
    }

    @Override
    public void rename(PersonId person, String standIn) {
        standIns.replace(TEXTS, "resources.dues_arrangement", List.of("address", "instance", "note"), person, standIn);
    }
}
