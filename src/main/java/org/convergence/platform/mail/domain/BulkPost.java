package org.convergence.platform.mail.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BulkLetter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LeftOut;
import org.convergence.platform.mail.Mailings;
import org.convergence.platform.mail.Recipient;
import org.convergence.platform.mail.SendingRule;
import org.convergence.platform.mail.SendingRule.Sender;
import org.convergence.platform.mail.SendingRule.Verdict;
import org.convergence.platform.publicform.PublicWords;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts mailings: asks the rules about recipients, adds the sender, and refuses letters without one (R-CASL-9,
 * R-CASL-11, R-CASL-13).
 */
@Service
@Open("whoever sends to many was allowed to; whom it reaches, the rules say")
public class BulkPost implements Mailings {

    private final Departures departures;
    private final LetterBox box;
    private final LetterStatusService statuses;
    private final OrganisationSettings settings;
    private final PublicWords words;

    BulkPost(
            Departures departures,
            LetterBox box,
            LetterStatusService statuses,
            OrganisationSettings settings,
            PublicWords words) {
        this.departures = departures;
        this.box = box;
        this.statuses = statuses;
        this.settings = settings;
        this.words = words;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Recipient, String> leftOut(String topic, Collection<Recipient> recipients) {
        return reasons(departures.verdicts(topic, recipients));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> lacks(String topic) {
        return ContentPolicy.lacks(settings.current().name(), sender(topic));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Recipient, String> post(Collection<BulkLetter> letters) {
        Map<Recipient, String> leftOut = new LinkedHashMap<>();
        letters.stream()
                .collect(Collectors.groupingBy(BulkLetter::topic, LinkedHashMap::new, Collectors.toList()))
                .forEach((topic, some) -> leftOut.putAll(post(topic, some)));
        return leftOut;
    }

    private Map<Recipient, String> post(String topic, List<BulkLetter> letters) {
        Map<Recipient, Verdict> verdicts =
                departures.verdicts(topic, letters.stream().map(BulkLetter::to).toList());
        Signature signature = new Signature(settings.current().name(), sender(topic));
        for (BulkLetter letter : letters) {
            Verdict verdict = verdicts.get(letter.to());
            if (verdict != null && verdict.allowed()) {
                box.post(
                        verdict.identified() ? signed(letter, signature) : plain(letter),
                        new LetterBox.Sending(letter.to().party(), topic));
            }
        }
        return reasons(verdicts);
    }

    @Override
    @Transactional(readOnly = true)
    public MailingPreview preview(@Nullable String topic, Collection<Addressee> addressees) {
        List<Addressee> toPrint =
                addressees.stream().filter(each -> each.address() == null).toList();
        Map<Addressee, Recipient> byMail = new LinkedHashMap<>();
        addressees.forEach(each -> {
            if (each.address() != null) {
                byMail.put(each, new Recipient(each.party(), each.address()));
            }
        });
        Map<Recipient, String> reasons = topic == null ? Map.of() : leftOut(topic, byMail.values());
        List<Addressee> letters = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        byMail.forEach((addressee, recipient) -> {
            String reason = reasons.get(recipient);
            if (reason == null) {
                letters.add(addressee);
            } else {
                leftOut.add(new LeftOut(addressee, reason));
            }
        });
        return new MailingPreview(letters, leftOut, toPrint, statuses.isMailSet(), true);
    }

    private record Signature(String name, Sender sender) {}

    private Letter signed(BulkLetter letter, Signature by) {
        Words t = words.to(letter.language());
        List<String> lines = new ArrayList<>();
        lines.add(letter.text().strip());
        lines.add("—");
        lines.add(t.say("public.mail.sent-by", by.name()));
        lines.add(by.sender().address().strip());
        lines.add(by.sender().contact().strip());
        lines.add("");
        lines.add(t.say("public.mail.stop"));
        lines.add(ContentPolicy.STOP);
        String text = String.join("\n", lines);
        List<String> lacks = ContentPolicy.lacks(text, by.name(), by.sender());
        if (!lacks.isEmpty()) {
            throw new Refused("mail.refused.unsigned");
        }
        return new Letter(
                letter.to().address(),
                letter.subject(),
                text,
                letter.purpose(),
                letter.completion(),
                ContentPolicy.STOP,
                letter.regarding(),
                false);
    }

    private static Letter plain(BulkLetter letter) {
        return new Letter(
                letter.to().address(),
                letter.subject(),
                letter.text(),
                letter.purpose(),
                letter.completion(),
                null,
                letter.regarding(),
                false);
    }

    /** The sender of the first rule that has one. */
    private Sender sender(String topic) {
        return departures.rules(topic).stream()
                .map(SendingRule::sender)
                .filter(each -> !each.address().isBlank() || !each.contact().isBlank())
                .findFirst()
                .orElse(new Sender("", ""));
    }

    private static Map<Recipient, String> reasons(Map<Recipient, Verdict> verdicts) {
        Map<Recipient, String> reasons = new LinkedHashMap<>();
        verdicts.forEach((recipient, verdict) -> {
            @Nullable String reason = verdict.reason();
            if (!verdict.allowed()) {
                reasons.put(recipient, reason == null ? Departures.UNKNOWN : reason);
            }
        });
        return reasons;
    }
}
