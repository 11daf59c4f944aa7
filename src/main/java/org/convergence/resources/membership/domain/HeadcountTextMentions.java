package org.convergence.resources.membership.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.directory.people.FreeTextMentions;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.TextStandIns;
import org.springframework.stereotype.Component;

/** Replaces personal names in author, evidence and remark of headcounts, and in the audit history of these texts. */
@Component
class HeadcountTextMentions implements FreeTextMentions {

    private static final String TABLE = "resources.membership_headcount";

    private static final String TEXTS = """
            WITH less AS (
                SELECT h.id, directory.people_instead(h.said_by, :person, false, :stand) AS said_by,
                       directory.people_instead(h.evidence, :person, false, :stand) AS evidence,
                       directory.people_instead(h.remark, :person, false, :stand) AS remark
                FROM resources.membership_headcount h)
            UPDATE resources.membership_headcount h
               SET said_by = less.said_by, evidence = less.evidence, remark = less.remark
            FROM less WHERE less.id = h.id
              AND (h.said_by, h.evidence, h.remark) IS DISTINCT FROM (less.said_by, less.evidence, less.remark)
            RETURNING h.id::text
            """;

    private final TextStandIns standIns;

    HeadcountTextMentions(TextStandIns standIns) {
        this.standIns = standIns;
    }

    @Override
    public Map<String, Set<String>> texts() {
        return Map.of(TABLE, Set.of("said_by", "evidence", "remark"));
    }

    @Override
    public void rename(PersonId person, String standIn) {
        standIns.replace(TEXTS, TABLE, List.of("said_by", "evidence", "remark"), person, standIn);
    }
}
