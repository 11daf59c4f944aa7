package org.convergence.outreach.relay.web;

import java.util.Objects;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.outreach.relay.domain.RelayRecallService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * The last days to publish what was proposed, in calendars; and the days on which bulletins close, for a kit that is not
 * proposed yet. A day that is over is left out: the bulletin is closed. Bulletins that have a text which was taken back are
 * to be told, by the person who took it back.
 */
@Component
@Requires(RelayPermissions.READ)
@RequiresToAct(RelayPermissions.EDIT)
record RelayDueWork(OrganisationSettings settings) implements DueWorkSource {

    private static final String CLOSES = "CLOSES";

    @Override
    public String sql() {
        return """
                SELECT 'BEFORE' AS kind, k.id, k.id AS subject, k.publish_before AS due_on, 'SET' AS day_kind, NULL::uuid AS owner,
                       'CALENDAR' AS place, k.title, NULL AS detail
                FROM outreach.relay_kit k WHERE k.sent_at IS NOT NULL AND k.publish_before IS NOT NULL
                UNION ALL
                SELECT 'CLOSES', k.id, k.id, d.due_on, 'SET', NULL::uuid, 'OURS', k.title,
                       string_agg(DISTINCT o.name, ', ' ORDER BY o.name)
                FROM outreach.relay_kit k
                JOIN outreach.congress_bulletin_deadline d ON d.due_on <= k.publish_before OR k.publish_before IS NULL
                JOIN directory.people_organisation_name o ON o.id = d.organisation
                WHERE k.sent_at IS NULL AND k.taken_back_on IS NULL AND k.segment IS NOT NULL
                  AND d.due_on < k.created_at + interval '60 days' GROUP BY k.id, k.title, d.due_on
                UNION ALL
                SELECT 'TELL', k.id, k.id, k.taken_back_on, 'SINCE', k.taken_back_by, 'OURS', k.title, count(*)::text
                FROM outreach.relay_kit k JOIN outreach.relay r ON r.kit = k.id
                WHERE k.taken_back_on IS NOT NULL AND k.told_on IS NULL AND %s
                GROUP BY k.id
                """.formatted(RelayRecallService.RECEIVED);
    }

    @Override
    public boolean isFor(DueWorkRow row) {
        return !row.kind().equals(CLOSES) || !row.dueOn().isBefore(settings.today());
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String url = RelayKitController.url(new RelayKitId(row.subject()));
        if (row.kind().equals(CLOSES)) {
            return new DueWork(
                    "outreach.relay/closes/" + row.id() + "/" + row.dueOn(),
                    t.say("relay.due.closes", row.title()),
                    url,
                    t.say("relay.due.closing", row.detail()));
        }
        if (row.kind().equals("TELL")) {
            return new DueWork(
                    "outreach.relay/tell/" + row.id(),
                    t.say(
                            "relay.due.tell",
                            TextParser.wholeNumber(Objects.requireNonNullElse(row.detail(), ""))
                                    .orElse(0)),
                    url,
                    row.title());
        }
        return new DueWork("outreach.relay/" + row.id(), t.say("relay.due", row.title()), url, null);
    }
}
