package org.convergence.advocacy.treaty.web;

import java.util.Objects;
import org.convergence.advocacy.treaty.TreatyId;
import org.convergence.advocacy.treaty.TreatyPermissions;
import org.convergence.advocacy.treaty.domain.PetitionPolicy;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Facts to check again; petitions that close, then whether they were tabled; answers that others owe. */
@Component
class TreatyDueWork implements DueWorkSource {

    private final OrganisationSettings settings;

    TreatyDueWork(OrganisationSettings settings) {
        this.settings = settings;
    }

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
                WHERE p.closes_on IS NOT NULL AND p.tabled_on IS NULL
                      AND NOT EXISTS (SELECT FROM advocacy.treaty_fact f WHERE f.treaty = p.treaty AND f.kind = 'LAPSED')
                UNION ALL
                SELECT 'ANSWER', p.treaty, p.treaty, d.due_on, NULL::uuid, 'OTHERS', t.code, NULL::text
                FROM advocacy.treaty_petition p JOIN advocacy.treaty t ON t.id = p.treaty
                CROSS JOIN LATERAL (SELECT coalesce(p.answer_due_on,
                        CASE WHEN p.parliament = 'CANADA' THEN p.tabled_on + %d END)) d (due_on)
                WHERE d.due_on IS NOT NULL AND p.answered_on IS NULL
                """.formatted(PetitionPolicy.FEDERAL_ANSWER_DAYS);
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String code = Objects.requireNonNullElse(row.title(), "");
        String name = row.detail() == null ? code : code + ", " + new Country(row.detail()).name(t);
        boolean check = row.kind().equals("CHECK");
        boolean closed = row.kind().equals("CLOSE") && row.dueOn().isBefore(settings.today());
        return new DueWork(
                "advocacy.treaty/" + (check ? "" : row.kind() + "/") + row.id(),
                t.say(check ? "treaty.due" : closed ? "treaty.due.TABLED" : "treaty.due." + row.kind(), name),
                TreatyPage.url(new TreatyId(row.subject())),
                null);
    }
}
