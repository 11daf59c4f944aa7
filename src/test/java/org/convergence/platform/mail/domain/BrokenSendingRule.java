package org.convergence.platform.mail.domain;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.mail.SendingRule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A rule that fails whenever it is asked about a recipient. */
@Lazy
@Component
class BrokenSendingRule implements SendingRule {

    static final String TOPIC = "test_broken";

    @Override
    public boolean appliesTo(String topic) {
        return topic.equals(TOPIC);
    }

    @Override
    public Map<UUID, SendingVerdict> findVerdicts(String topic, Collection<UUID> parties) {
        throw new IllegalStateException("a rule that fails");
    }

    @Override
    public SenderDetails sender() {
        return new SenderDetails("", "");
    }

    @Override
    public String completer() {
        return "test";
    }
}
