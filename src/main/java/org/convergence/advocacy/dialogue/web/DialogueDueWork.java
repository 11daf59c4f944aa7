package org.convergence.advocacy.dialogue.web;

import java.util.Objects;
import org.convergence.advocacy.dialogue.AdvocacyActId;
import org.convergence.advocacy.dialogue.DecisionMakerId;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * Meetings to prepare or to report on, letters to follow up, promises whose day comes, and registers for counsel: the
 * threshold reached (R-ADV-3), the days to disclose (R-ADV-4), a decision to review.
 */
@Component
class DialogueDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return DialoguePermissions.READ;
    }

    @Override
    public String actPermission() {
        return DialoguePermissions.FOLLOW;
    }

    @Override
    public String sql() {
        return """
                SELECT CASE WHEN a.state = 'PLANNED' THEN 'MEETING' ELSE 'REPLY' END AS kind, a.id, a.id AS subject,
                       CASE WHEN a.state = 'PLANNED' THEN a.happened_on ELSE a.reply_by END AS due_on,
                       (SELECT d.follower FROM advocacy.dialogue_act_decision_maker x
                        JOIN advocacy.dialogue_decision_maker d ON d.id = x.decision_maker
                        WHERE x.act = a.id AND d.follower IS NOT NULL ORDER BY d.id LIMIT 1) AS owner,
                       'OURS' AS place, a.subject AS title, NULL AS detail
                FROM advocacy.dialogue_act a WHERE a.state = 'PLANNED' OR a.state = 'DONE' AND a.reply = 'AWAITED'
                UNION ALL
                SELECT 'COMMITMENT', c.id, c.decision_maker, c.due_on, d.follower, 'OURS', left(c.words, 150), NULL
                FROM advocacy.dialogue_commitment c JOIN advocacy.dialogue_decision_maker d ON d.id = c.decision_maker
                WHERE c.state = 'MADE' AND c.due_on IS NOT NULL
                UNION ALL
                SELECT 'THRESHOLD', r.id, r.id, min(a.happened_on), NULL, 'OURS', r.register, NULL
                FROM advocacy.dialogue_lobby_rule r JOIN advocacy.dialogue_act a ON a.register = r.register AND a.counts
                WHERE a.happened_on >= r.from_on AND r.red_hours IS NOT NULL
                  AND NOT EXISTS (SELECT FROM advocacy.dialogue_lobby_rule o WHERE o.register = r.register
                                  AND o.from_on > r.from_on AND o.from_on <= a.happened_on)
                  AND NOT EXISTS (SELECT FROM advocacy.dialogue_lobby_opinion o
                                  WHERE o.register = r.register AND o.review_on >= a.happened_on)
                  AND (SELECT sum(b.staff_hours) FROM advocacy.dialogue_act b
                       WHERE b.counts AND b.register = a.register
                         AND b.happened_on BETWEEN a.happened_on - (r.window_days - 1) AND a.happened_on) >= r.red_hours
                GROUP BY r.id
                UNION ALL
                SELECT 'DISCLOSURE', r.id, r.id, min(a.happened_on) + r.days_to_disclose, NULL, 'OURS', r.register, NULL
                FROM advocacy.dialogue_lobby_rule r JOIN advocacy.dialogue_act a ON a.register = r.register AND a.counts
                WHERE r.red_hours IS NULL AND r.days_to_disclose IS NOT NULL AND a.happened_on >= r.from_on
                  AND NOT EXISTS (SELECT FROM advocacy.dialogue_lobby_rule o WHERE o.register = r.register
                                  AND o.from_on > r.from_on AND o.from_on <= a.happened_on)
                  AND NOT EXISTS (SELECT FROM advocacy.dialogue_lobby_opinion o
                                  WHERE o.register = r.register AND o.review_on >= a.happened_on)
                GROUP BY r.id
                UNION ALL
                SELECT 'REVIEW', o.id, o.id, o.review_on, NULL, 'OURS', o.register, NULL
                FROM advocacy.dialogue_lobby_opinion o
                WHERE NOT EXISTS (SELECT FROM advocacy.dialogue_lobby_opinion n
                                  WHERE n.register = o.register AND (n.given_on, n.id) > (o.given_on, o.id))
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String title = Objects.requireNonNullElse(row.title(), "");
        String url =
                switch (row.kind()) {
                    case "MEETING", "REPLY" -> DecisionMakerPage.url(new AdvocacyActId(row.subject()));
                    case "COMMITMENT" -> DecisionMakerPage.url(new DecisionMakerId(row.subject()));
                    default -> DecisionMakerPage.LIST + "/lobby";
                };
        boolean lobby = url.endsWith("/lobby");
        return new DueWork(
                "advocacy.dialogue/" + row.id(),
                t.say("dialogue.due." + row.kind(), lobby ? t.say("dialogue.register." + title) : title),
                url,
                null);
    }
}
