package org.convergence.resources.membership.domain;

import java.util.List;
import org.convergence.directory.people.OnlyNamed;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where people are named beside a headcount: who said it, what shows it, what was remarked; also in what the history remembers. */
@Component
class NamesInHeadcounts implements OnlyNamed {

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

    private final AuditTrail audit;
    private final JdbcClient db;

    NamesInHeadcounts(AuditTrail audit, JdbcClient db) {
        this.audit = audit;
        this.db = db;
    }

    @Override
    public void rename(PersonId person, String standIn) {
        db.sql("SELECT set_config('convergence.stand_in', ?, true)")
                .param(standIn)
                .query(String.class)
                .single();
        List<String> rows = db.sql(TEXTS)
                .param("person", person.value())
                .param("stand", standIn)
                .query(String.class)
                .list();
        audit.redact(TABLE, rows, standIn, List.of("said_by", "evidence", "remark"));
    }
}
