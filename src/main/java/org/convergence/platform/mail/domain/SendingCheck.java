package org.convergence.platform.mail.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BounceRegistry;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.SendingRule;
import org.convergence.platform.mail.SendingRule.SendingVerdict;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks the sending rules and known bounces before letters of a mailing leave. */
@Component
record SendingCheck(ObjectProvider<SendingRule> rules, JdbcBounceRegistry bounces) {

    /** The address fails permanently. */
    static final String BOUNCED = "mail.left-out.bounced";

    /** No rule knows the party. */
    static final String UNKNOWN = "mail.left-out.unknown";

    /** @throws Refused if no rule answers */
    List<SendingRule> rules(String topic) {
        List<SendingRule> found =
                rules.stream().filter(rule -> rule.appliesTo(topic)).toList();
        if (found.isEmpty()) {
            throw new Refused("mail.refused.unanswered");
        }
        return found;
    }

    /** The completer that makes the unsubscribe address of a topic. */
    String unsubscribeCompleter(String topic) {
        return rules(topic).get(0).completer();
    }

    /** The verdict for each recipient: the first refusal, else the strictest permission. */
    Map<MailingRecipient, SendingVerdict> verdicts(String topic, Collection<MailingRecipient> recipients) {
        List<UUID> parties =
                recipients.stream().map(MailingRecipient::party).distinct().toList();
        List<Map<UUID, SendingVerdict>> said = rules(topic).stream()
                .map(rule -> rule.findVerdicts(topic, parties))
                .toList();
        Map<String, BounceRegistry.BounceRecord> bounced = bounces.findByAddresses(
                recipients.stream().map(MailingRecipient::address).toList());
        Map<MailingRecipient, SendingVerdict> verdicts = new LinkedHashMap<>();
        for (MailingRecipient each : recipients) {
            BounceRegistry.BounceRecord known = bounced.get(each.address());
            verdicts.put(
                    each,
                    known != null && known.failing()
                            ? new SendingVerdict(false, false, BOUNCED)
                            : together(each.party(), said));
        }
        return verdicts;
    }

    /** The reason why the recipient can no longer be written to; empty if allowed. */
    Optional<String> exclusionReason(String topic, MailingRecipient recipient) {
        if (rules.stream().noneMatch(rule -> rule.appliesTo(topic))) {
            return Optional.of("mail.refused.unanswered");
        }
        SendingVerdict verdict = verdicts(topic, List.of(recipient)).get(recipient);
        if (verdict == null || !verdict.allowed()) {
            String reason = verdict == null ? null : verdict.reason();
            return Optional.of(reason == null ? UNKNOWN : reason);
        }
        return Optional.empty();
    }

    /** Records that a server refuses an address. */
    void recordBounce(String address, boolean forGood) {
        bounces.recordBounce(address, forGood, false);
    }

    /** The marks under which the bounces of an address stand. */
    String[] bounceMarks(String address) {
        return bounces.marks(address);
    }

    /** Clears the bounces of an address. */
    void clearBounce(String address) {
        bounces.clear(address);
    }

    private static SendingVerdict together(UUID party, List<Map<UUID, SendingVerdict>> said) {
        SendingVerdict whole = new SendingVerdict(true, false, null);
        for (Map<UUID, SendingVerdict> one : said) {
            SendingVerdict verdict = one.get(party);
            if (verdict == null) {
                return new SendingVerdict(false, false, UNKNOWN);
            }
            if (!verdict.allowed()) {
                return verdict;
            }
            whole = new SendingVerdict(true, whole.identified() || verdict.identified(), null);
        }
        return whole;
    }
}
