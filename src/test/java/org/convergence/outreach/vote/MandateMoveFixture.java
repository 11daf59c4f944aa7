package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingNoticeService;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.platform.mail.BodyCompleter.WaitingLetter;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.resources.membership.domain.BillingContactService;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An assembly whose members were asked, and whose delegates can be told of a change. */
abstract class MandateMoveFixture extends MandateLetterFixture {

    @Autowired
    MeetingService planning;

    @Autowired
    MeetingNoticeService notices;

    @Autowired
    BillingContactService billing;

    @Autowired
    MovingClock moving;

    @BeforeEach
    void noLetter() {
        db.sql("DELETE FROM platform.mail_message").update();
        db.sql("DELETE FROM resources.membership_billing").update();
    }

    record QueuedLetter(String recipient, String subject, String body) {}

    UUID mandate() {
        return db.sql("SELECT id FROM outreach.vote_mandate WHERE meeting = ? AND organisation = ?")
                .params(meeting.value(), federation.value())
                .query(UUID.class)
                .single();
    }

    MeetingFacts elsewhere() {
        return new MeetingFacts(
                false,
                null,
                meetings.agenda(meeting).meeting().plan().begins(),
                null,
                new MeetingFacts.MeetingPlace("Salle 9", "QC-06", null));
    }

    String delegates() {
        return main(Role.STAFF, url() + "/mandates/" + federation.value());
    }

    String convenesEva() {
        String link = ask();
        leave();
        name(link, "Éva Roy", "eva@exemple.org");
        assertThat(convene()).hasStatus(303);
        return link;
    }

    int remind() {
        String action = Pages.parse(pages.as(Role.STAFF).get(url() + "/mandates/remind"))
                .select("main form.gestures")
                .attr("action");
        return pages.as(Role.STAFF)
                .post(action.isEmpty() ? url() + "/mandates/remind" : action)
                .getResponse()
                .getStatus();
    }

    MeetingFacts at(int hour) {
        return MeetingFixture.factsAt(settings.today().plusDays(10).atTime(hour, 0));
    }

    MailingPreview preview(int hour) {
        return board.callAs(() -> planning.previewCorrection(meeting, version(), at(hour)))
                .orElse(new MailingPreview(List.of(), List.of(), List.of(), true, true, null));
    }

    void move(int hour) {
        move(at(hour));
    }

    void move(MeetingFacts facts) {
        int version = version();
        board.callAs(() -> planning.correct(meeting, version, facts));
    }

    int version() {
        return meetings.agenda(meeting).meeting().version();
    }

    void leave() {
        db.sql("UPDATE platform.mail_message SET state = 'SENT', sent_at = posted_at WHERE state = 'QUEUED'")
                .update();
    }

    List<QueuedLetter> waiting() {
        return db.sql(
                        "SELECT recipient, subject, body FROM platform.mail_message WHERE state = 'QUEUED' ORDER BY recipient DESC")
                .query(QueuedLetter.class)
                .list();
    }

    String withheld(QueuedLetter letter) {
        return db
                .sql(
                        "SELECT about, recipient, purpose, record_id, posted_at FROM platform.mail_message WHERE recipient = ? AND state = 'QUEUED'")
                .param(letter.recipient())
                .query((row, n) -> new WaitingLetter(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getTimestamp(5).toInstant()))
                .list()
                .stream()
                .map(each -> board.callAs(
                        () -> completer("vote_mandate").withholdingReason(each).orElse("none")))
                .findFirst()
                .orElseThrow();
    }
}
