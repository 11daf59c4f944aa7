package org.convergence.platform.mail.domain;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends letters again and again, in the test of two nodes. */
@Component
@ConditionalOnProperty("convergence.test.node")
class ContinuousLetterSender {

    private final LetterSendingSchedule rounds;

    ContinuousLetterSender(LetterSendingSchedule rounds) {
        this.rounds = rounds;
    }

    @EventListener(ApplicationReadyEvent.class)
    void go() {
        var walk = new Thread(() -> {
            while (true) {
                rounds.run();
            }
        });
        walk.setDaemon(true);
        walk.start();
    }
}
