package org.convergence.platform.mail.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.Bounces;
import org.convergence.platform.mail.Recipient;
import org.convergence.platform.mail.SendingRule;
import org.convergence.platform.mail.SendingRule.Verdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks the sending rules and known bounces before letters of a mailing leave. */
@Component
class Departures {

    /** The address fails permanently. */
    static final String BOUNCED = "mail.left-out.bounced";

    /** No rule knows the party. */
    static final String UNKNOWN = "mail.left-out.unknown";

    private final ObjectProvider<SendingRule> rules;
    private final BounceBook bounces;

    Departures(ObjectProvider<SendingRule> rules, BounceBook bounces) {
        this.rules = rules;
        this.bounces = bounces;
    }

    /** @throws Refused if no rule answers */
    List<SendingRule> rules(String topic) {
        List<SendingRule> found =
                rules.stream().filter(rule -> rule.answers(topic)).toList();
        if (found.isEmpty()) {
            throw new Refused("mail.refused.unanswered");
        }
        return found;
    }

    /** The completer that makes the unsubscribe address of a topic. */
    String stopper(String topic) {
        return rules(topic).get(0).completer();
    }

    /** The verdict for each recipient: the first refusal, else the strictest permission. */
    Map<Recipient, Verdict> verdicts(String topic, Collection<Recipient> recipients) {
        List<UUID> parties =
                recipients.stream().map(Recipient::party).distinct().toList();
        List<Map<UUID, Verdict>> said =
                rules(topic).stream().map(rule -> rule.ask(topic, parties)).toList();
        Map<String, Bounces.Bounced> bounced =
                bounces.of(recipients.stream().map(Recipient::address).toList());
        Map<Recipient, Verdict> verdicts = new LinkedHashMap<>();
        for (Recipient each : recipients) {
            Bounces.Bounced known = bounced.get(each.address());
            verdicts.put(
                    each,
                    known != null && known.failing()
                            ? new Verdict(false, false, BOUNCED)
                            : together(each.party(), said));
        }
        return verdicts;
    }

    /** Why the recipient may no longer be written to; empty if allowed. */
    Optional<String> reason(String topic, Recipient recipient) {
        if (rules.stream().noneMatch(rule -> rule.answers(topic))) {
            return Optional.of("mail.refused.unanswered");
        }
        Verdict verdict = verdicts(topic, List.of(recipient)).get(recipient);
        if (verdict == null || !verdict.allowed()) {
            String reason = verdict == null ? null : verdict.reason();
            return Optional.of(reason == null ? UNKNOWN : reason);
        }
        return Optional.empty();
    }

    /** Records that a server refuses an address. */
    void bounced(String address, boolean forGood) {
        bounces.note(address, forGood);
    }

    /** Clears the bounces of an address. */
    void forget(String address) {
        bounces.works(address);
    }

    private static Verdict together(UUID party, List<Map<UUID, Verdict>> said) {
        Verdict whole = new Verdict(true, false, null);
        for (Map<UUID, Verdict> one : said) {
            Verdict verdict = one.get(party);
            if (verdict == null) {
                return new Verdict(false, false, UNKNOWN);
            }
            if (!verdict.allowed()) {
                return verdict;
            }
            whole = new Verdict(true, whole.identified() || verdict.identified(), null);
        }
        return whole;
    }
}
