package org.convergence.cooperation.partner.web;

import org.convergence.cooperation.partner.PartnerId;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.PartnerRequestId;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests to answer by the promised day; what is due to partners and by them; the ends of agreements. */
@Component
class PartnerDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return PartnerPermissions.READ;
    }

    @Override
    public String actPermission() {
        return PartnerPermissions.FOLLOW;
    }

    /** A partner that is a person is not named. */
    @Override
    public String sql() {
        return """
                SELECT 'REQUEST' AS kind, r.id, r.id AS subject, r.promised_on AS due_on, r.responsible AS owner,
                       'OURS' AS place, r.title, o.name AS detail
                FROM cooperation.partner_request r
                LEFT JOIN directory.people_organisation_name o ON o.id = r.organisation
                WHERE r.answered_on IS NULL
                UNION ALL
                SELECT 'DUE', d.id, p.id, d.due_on, p.our_lead, CASE WHEN d.ours THEN 'OURS' ELSE 'OTHERS' END, d.what,
                       o.name
                FROM cooperation.partner_due d JOIN cooperation.partner p ON p.id = d.partner
                LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
                WHERE d.done_on IS NULL
                UNION ALL
                SELECT 'AGREEMENT', a.id, p.id, a.ends_on, p.our_lead, 'CALENDAR', a.title, o.name
                FROM cooperation.partner_agreement a JOIN cooperation.partner p ON p.id = a.partner
                LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
                WHERE a.ends_on IS NOT NULL
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String title = text(row.title());
        String key = "cooperation.partner/" + row.id();
        String url = PartnerPage.url(new PartnerId(row.subject()));
        return switch (row.kind()) {
            case "REQUEST" ->
                new DueWork(
                        key,
                        t.say("partner.request.due", title),
                        PartnerRequestPage.url(new PartnerRequestId(row.id())),
                        row.detail());
            case "AGREEMENT" -> new DueWork(key, t.say("partner.agreement.ends", title), url, row.detail());
            default -> new DueWork(key, title, url, row.detail());
        };
    }

    private static String text(@Nullable String title) {
        return title == null ? "" : title;
    }
}
