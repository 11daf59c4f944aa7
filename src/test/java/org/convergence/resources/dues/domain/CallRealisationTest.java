package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A call is work done on the day on which its first letter left, not before. */
class CallRealisationTest extends DuesYearFixture {

    @Autowired
    private CallRealisationRecorder recorder;

    @Test
    void isWorkDoneOnceALetterLeft() {
        CallId call = as(() -> calls.prepare(facts(CallKind.ANNUAL, null, null)));
        issueWithoutSending(call);
        recordWork();
        assertThat(countRealisations(call)).as("nobody was asked").isZero();
        markLettersSent(call);
        recordWork();
        recordWork();
        assertThat(countRealisations(call)).isOne();
    }

    private void recordWork() {
        CurrentActor.runAs(Actor.system("dues-realisations"), recorder::run);
    }

    private int countRealisations(CallId call) {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE source_id = ?")
                .param(call.value().toString())
                .query(Integer.class)
                .single();
    }
}
