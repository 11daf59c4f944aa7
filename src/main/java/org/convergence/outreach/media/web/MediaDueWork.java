package org.convergence.outreach.media.web;

import java.time.LocalDateTime;
import org.convergence.outreach.media.MediaPermissions;
import org.convergence.outreach.media.MediaRequestId;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Requests of journalists with the hour until which they wait: hours, not days. */
@Component
class MediaDueWork implements DueWorkSource {

    @Override
    public String permission() {
        return MediaPermissions.READ;
    }

    @Override
    public String actPermission() {
        return MediaPermissions.EDIT;
    }

    @Override
    public String sql() {
        return """
                SELECT 'REQUEST' AS kind, r.id, r.id AS subject, r.due_on, r.responsible AS owner, 'OURS' AS place,
                       r.about AS title, r.due_at || ' ' || coalesce(o.name, '') AS detail
                FROM outreach.media_request r LEFT JOIN directory.people_organisation_name o ON o.id = r.outlet
                WHERE r.state = 'OPEN'
                """;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        String detail = row.detail() == null ? "" : row.detail();
        String hour = detail.isEmpty() ? "" : detail.substring(0, detail.indexOf(' '));
        String outlet = detail.substring(hour.length()).strip();
        String at = TextParser.dateTime(row.dueOn() + "T" + hour)
                .map(LocalDateTime::toLocalTime)
                .map(t::time)
                .orElse(hour);
        return new DueWork(
                "outreach.media/" + row.id(),
                t.say("media.due", at, row.title()),
                MediaPage.url(new MediaRequestId(row.subject())),
                outlet.isEmpty() ? null : outlet);
    }
}
