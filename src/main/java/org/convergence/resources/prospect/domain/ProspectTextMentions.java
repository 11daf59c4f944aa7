package org.convergence.resources.prospect.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.directory.people.FreeTextMentions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.TextStandIns;
import org.springframework.stereotype.Component;

/** Replaces personal names in next steps and outcome reasons, and in the audit history of these texts. */
@Component
class ProspectTextMentions implements FreeTextMentions {

    private static final String TABLE = "resources.prospect";

    private static final String TEXTS = """
            WITH less AS (
                SELECT p.id, directory.people_instead(p.next_gesture, :person, of.hers, :stand) AS next_gesture,
                       directory.people_instead(p.outcome_reason, :person, of.hers, :stand) AS outcome_reason
                FROM resources.prospect p
                CROSS JOIN LATERAL (SELECT coalesce(:person IN (p.person, p.follower), false) AS hers) AS of)
            UPDATE resources.prospect p SET next_gesture = less.next_gesture, outcome_reason = less.outcome_reason
            FROM less WHERE less.id = p.id
              AND (p.next_gesture, p.outcome_reason) IS DISTINCT FROM (less.next_gesture, less.outcome_reason)
            RETURNING p.id::text
            """;

    private final TextStandIns standIns;

    ProspectTextMentions(TextStandIns standIns) {
        this.standIns = standIns;
    }

    @Override
    public Map<String, Set<String>> texts() {
        return Map.of(TABLE, Set.of("next_gesture", "outcome_reason"));
    }

    @Override
    public void rename(PersonId person, String standIn) {
        standIns.replace(TEXTS, TABLE, List.of("next_gesture", "outcome_reason"), person, standIn);
    }
}
