package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.junit.jupiter.api.Test;

/** A reminder that a server refused. */
class RefusedReminderTest extends DuesYearFixture {

    @Test
    void repeatsARefusedReminderByHandAlone() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueWithoutSending(call);
        markLettersSent(call);
        clock.moveTo(Instant.now().plus(Duration.ofDays(30 + 22)));
        assertThat(as(() -> reminding.sendReminders(call)).mailed()).isEqualTo(1);
        assertThat(as(() -> reminding.due(call))).isZero();
        db.sql(
                        "UPDATE platform.mail_message SET state = 'FAILED', problem = 'REFUSED_RECIPIENT' WHERE purpose = 'dues_reminder'")
                .update();
        db.sql("UPDATE resources.dues_call SET reminding = true WHERE id = ?")
                .param(call.value())
                .update();
        as(() -> reminding.sendAllReminders());
        assertThat(as(() -> reminding.due(call)))
                .as("not by itself, day after day")
                .isEqualTo(1);
        assertThat(as(() -> reminding.sendReminders(call)).mailed()).isEqualTo(1);
        assertThat(db.sql(
                                "SELECT count(*) FROM platform.mail_message WHERE purpose = 'dues_reminder' AND state = 'FAILED'")
                        .query(Long.class)
                        .single())
                .as("still told as not arrived")
                .isZero();

        as(() -> letters.takeBack(call));
        as(() -> reminding.sendAllReminders());
        assertThat(as(() -> letters.summarize(call)).waiting()).as("taken back").isZero();
        assertThat(as(() -> reminding.sendReminders(call)).mailed()).isEqualTo(1);
    }

    @Test
    void aLaterRoundThatWasTakenBackIsOfferedAgainAtOnce() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueWithoutSending(call);
        markLettersSent(call);
        clock.moveTo(Instant.now().plus(Duration.ofDays(30 + 60)));
        assertThat(as(() -> reminding.sendReminders(call)).mailed()).isEqualTo(1);
        as(() -> letters.takeBack(call));
        assertThat(as(() -> reminding.due(call))).isEqualTo(1);
    }
}
