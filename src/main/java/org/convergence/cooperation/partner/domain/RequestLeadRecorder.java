package org.convergence.cooperation.partner.domain;

import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.platform.shell.RecordOrigin;
import org.convergence.platform.shell.TextSource;
import org.convergence.platform.shell.TextSource.UsedText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an application or an appeal takes from a request (its title, and what we wrote of the needs), and where it led. */
@Component
class RequestLeadRecorder {

    static final String SOURCE = "cooperation.partner";

    private final JdbcClient db;

    RequestLeadRecorder(JdbcClient db) {
        this.db = db;
    }

    /** The first record counts; nothing is noted where nobody said what the request becomes. */
    @EventListener
    @Transactional(label = "partner.lead-done")
    public void record(UsedText used) {
        if (used.name().equals(SOURCE)) {
            db.sql("""
                            UPDATE cooperation.partner_request SET lead_url = ?, version = version + 1
                            WHERE id = ? AND leads_to IS NOT NULL AND lead_url IS NULL
                            """).params(used.url(), used.id()).update();
        }
    }

    @Bean
    static TextSource partnerRequestTexts() {
        return TextSource.of(SOURCE, PartnerPermissions.FOLLOW, """
                SELECT title, needs AS body, NULL::text AS url,
                       NULL::date AS until, NULL::text AS country, NULL::uuid AS line,
                       '/cooperation/partner/requests/' || id AS page
                FROM cooperation.partner_request WHERE id = :id AND leads_to IS NOT NULL
                """);
    }

    @Bean
    static RecordOrigin partnerRequestOrigins() {
        return new RecordOrigin(PartnerPermissions.READ, """
                SELECT title, '/cooperation/partner/requests/' || id AS page FROM cooperation.partner_request
                WHERE lead_url = :url ORDER BY id
                """);
    }
}
