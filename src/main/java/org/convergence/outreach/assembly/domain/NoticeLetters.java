package org.convergence.outreach.assembly.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Correspondence;
import org.convergence.directory.people.Correspondence.Reach;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes to those who sit, one letter each, in her language where it is known. The link is made when the letter leaves. */
@Component
class NoticeLetters {

    private final Correspondence correspondence;
    private final Outbox outbox;
    private final NoticeText texts;
    private final JdbcClient db;
    private final Clock clock;

    NoticeLetters(Correspondence correspondence, Outbox outbox, NoticeText texts, JdbcClient db, Clock clock) {
        this.correspondence = correspondence;
        this.outbox = outbox;
        this.texts = texts;
        this.db = db;
        this.clock = clock;
    }

    /** Tells everyone who was convened what became of the meeting. */
    int tell(Meeting meeting, NoticeKind kind) {
        List<PersonId> told = db.sql("""
                        SELECT DISTINCT person FROM outreach.assembly_notice WHERE meeting = ? AND kind = 'CONVENED'
                        """)
                .param(meeting.id())
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
        return post(meeting, kind, told);
    }

    /** Posts a letter to each of them who has an address; answers to how many. */
    int post(Meeting meeting, NoticeKind kind, Collection<PersonId> to) {
        int posted = 0;
        for (Reach reach : correspondence.reach(to).values()) {
            String mail = reach.mail();
            if (mail != null) {
                post(meeting, kind, reach, mail);
                posted++;
            }
        }
        return posted;
    }

    private void post(Meeting meeting, NoticeKind kind, Reach reach, String mail) {
        UUID notice = Ids.next();
        db.sql("INSERT INTO outreach.assembly_notice (id, meeting, person, kind, posted_at) VALUES (?, ?, ?, ?, ?)")
                .params(
                        notice,
                        meeting.id(),
                        reach.who().id().value(),
                        kind.name(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        NoticeText.Text text = texts.of(meeting, kind, reach.language());
        boolean linked = kind != NoticeKind.CANCELLED;
        outbox.post(new Letter(
                mail,
                text.subject(),
                text.body(),
                kind.purpose(),
                linked ? new Letter.Completion(MeetingLinks.COMPLETER, notice) : null));
    }

    /** The notice as it would be written now, in the organisation's language. */
    NoticeText.Text preview(Meeting meeting) {
        return texts.of(meeting, NoticeKind.CONVENED, null);
    }
}
