package org.convergence.advocacy.treaty.web;

import java.util.Objects;
import org.convergence.advocacy.treaty.TreatyId;
import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.platform.geography.Country;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Facts to check again. */
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
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String code = Objects.requireNonNullElse(row.title(), "");
        String name = row.detail() == null ? code : code + ", " + new Country(row.detail()).name(t);
        return new DueWork(
                "advocacy.treaty/" + row.id(),
                t.say("treaty.due", name),
                TreatyPage.url(new TreatyId(row.subject())),
                null);
    }
}
