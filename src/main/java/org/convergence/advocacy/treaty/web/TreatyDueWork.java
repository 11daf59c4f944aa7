package org.convergence.advocacy.treaty.web;

import java.util.Objects;
import org.convergence.advocacy.treaty.TreatyId;
import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Facts to check again; petitions that close, and answers that others owe. */
@Component
class TreatyDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return TreatyPermissions.READ;
    }

    @Override
    public String actPermission() {
        return TreatyPermissions.FOLLOW;
    }

    @Override
    public String sql() {
        return """
                SELECT 'CHECK' AS kind, f.id, f.treaty AS subject, f.next_check_on AS due_on, NULL::uuid AS owner,
                       'OURS' AS place, t.code AS title, f.country AS detail
                FROM advocacy.treaty_fact f JOIN advocacy.treaty t ON t.id = f.treaty WHERE f.next_check_on IS NOT NULL
                UNION ALL
                SELECT 'CLOSE', p.treaty, p.treaty, p.closes_on, NULL::uuid, 'OURS', t.code, NULL::text
                FROM advocacy.treaty_petition p JOIN advocacy.treaty t ON t.id = p.treaty
                WHERE p.closes_on >= p.opens_on AND p.tabled_on IS NULL
                UNION ALL
                SELECT 'ANSWER', p.treaty, p.treaty, p.answer_due_on, NULL::uuid, 'OTHERS', t.code, NULL::text
                FROM advocacy.treaty_petition p JOIN advocacy.treaty t ON t.id = p.treaty
                WHERE p.answer_due_on IS NOT NULL AND p.answered_on IS NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String code = Objects.requireNonNullElse(row.title(), "");
        String name = row.detail() == null ? code : code + ", " + new Country(row.detail()).name(t);
        return new DueWork(
                "advocacy.treaty/" + row.kind() + "/" + row.id(),
                t.say(row.kind().equals("CHECK") ? "treaty.due" : "treaty.due." + row.kind(), name),
                TreatyPage.url(new TreatyId(row.subject())),
                null);
    }
}
