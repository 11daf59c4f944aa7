package org.convergence.outreach.exhibition.web;

import java.util.Objects;
import org.convergence.outreach.exhibition.ExhibitionId;
import org.convergence.outreach.exhibition.ExhibitionPermissions;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * What a circuit asks for: a host to answer within two weeks, a contract to sign a month before the opening, transport
 * to order two weeks before it leaves, condition reports (R-EVT-11), damage to settle, people to count.
 */
@Component
class ExhibitionDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return ExhibitionPermissions.READ;
    }

    @Override
    public String actPermission() {
        return ExhibitionPermissions.EDIT;
    }

    @Override
    public String sql() {
        return """
                SELECT d.kind, b.id, b.exhibition AS subject, d.due_on, e.responsible AS owner, 'OURS' AS place, e.title,
                       b.city AS detail
                FROM outreach.exhibition_booking b JOIN outreach.exhibition e ON e.id = b.exhibition
                LEFT JOIN outreach.exhibition_report r ON r.booking = b.id AND r.moment = 'RETURN'
                CROSS JOIN LATERAL (VALUES
                    ('ANSWER', b.state IN ('INTEREST', 'CHECKED'), b.asked_on + 14),
                    ('CONTRACT', b.state = 'RESERVED', b.open_from - 30),
                    ('TRANSPORT', b.state IN ('RESERVED', 'CONTRACT') AND b.transport_on IS NULL,
                        b.held_from - e.travel_transport - 14),
                    ('DEPARTURE', b.state = 'CONTRACT', b.held_from - e.travel_transport),
                    ('RETURN', b.state = 'OUT', b.held_to),
                    ('DAMAGE', b.state = 'DAMAGED', r.made_on),
                    ('COUNT', b.state IN ('OUT', 'RETURNED', 'DAMAGED') AND b.people IS NULL, b.open_to)
                ) d (kind, is_due, due_on) WHERE d.is_due
                UNION ALL
                SELECT 'CONSENT', p.id, p.exhibition, p.consent_until, e.responsible, 'OURS', e.title, p.number::text
                FROM outreach.exhibition_picture p JOIN outreach.exhibition e ON e.id = p.exhibition
                WHERE p.withdrawn_on IS NULL AND p.consent_until IS NOT NULL
                      AND (e.online_since IS NOT NULL OR p.consent_scope <> 'ONLINE')
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "outreach.exhibition/" + row.kind() + "/" + row.id(),
                t.say(
                        "exhibition.due." + row.kind(),
                        Objects.requireNonNull(row.detail()),
                        Objects.requireNonNull(row.title())),
                row.kind().equals("CONSENT")
                        ? PicturePage.url(new ExhibitionId(row.subject()))
                        : ExhibitionPage.url(row.id()),
                null);
    }
}
