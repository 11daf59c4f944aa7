package org.convergence.cooperation.watch.web;

import java.util.Objects;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * The digest of the month for members and for partners: a month after the last one, or after the first item, as long as
 * an item that was not told to them yet is still current.
 */
@Component
@Requires(WatchPermissions.EDIT)
record DigestDueWork(OrganisationSettings settings) implements DueWorkSource {

    private static final int DAYS_BEFORE = 3;

    @Override
    public int daysAhead() {
        return DAYS_BEFORE;
    }

    @Override
    public String sql() {
        return """
                SELECT a.audience AS kind, i.id, i.id AS subject,
                       (coalesce((SELECT max(d.made_on) FROM cooperation.watch_digest d WHERE d.audience = a.audience),
                                 (SELECT w.kept_on FROM cooperation.watch_item w
                                  WHERE w.audience IN (a.audience, 'EVERYONE') AND w.reliability <> 'REFUTED'
                                  ORDER BY w.kept_on LIMIT 1)) + interval '1 month')::date AS due_on,
                       'PROPOSED' AS day_kind, NULL::uuid AS owner, 'OURS' AS place, NULL AS title, i.expires_on::text AS detail
                FROM (VALUES ('MEMBERS'), ('PARTNERS')) AS a (audience)
                CROSS JOIN LATERAL (
                    -- The one that stays current longest, which an index finds.
                    SELECT w.id, w.expires_on FROM cooperation.watch_item w
                    WHERE w.audience IN (a.audience, 'EVERYONE') AND w.reliability <> 'REFUTED' AND NOT EXISTS (
                        SELECT FROM cooperation.watch_told o JOIN cooperation.watch_digest d ON d.id = o.digest
                        WHERE o.item = w.id AND d.audience = a.audience)
                    ORDER BY w.expires_on DESC LIMIT 1) AS i
                """;
    }

    @Override
    public boolean isFor(DueWorkRow row) {
        return TextParser.date(Objects.requireNonNull(row.detail()))
                .filter(until -> !until.isBefore(settings.today()))
                .isPresent();
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "cooperation.watch/digest/" + row.kind(),
                t.say("watch.digest.due." + row.kind()),
                WatchPage.LIST + "/digests" + (row.kind().equals("MEMBERS") ? "/new/members/fr" : "/new/partners/es"),
                null);
    }
}
