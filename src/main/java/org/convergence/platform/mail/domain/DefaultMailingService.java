package org.convergence.platform.mail.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BulkLetter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.ExcludedAddressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingPreview.SampleLetter;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.SendingRule;
import org.convergence.platform.mail.SendingRule.SenderDetails;
import org.convergence.platform.mail.SendingRule.SendingVerdict;
import org.convergence.platform.publicform.PublicLanguages;
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
@Open("the caller has checked the permission; rules choose the recipients")
public class DefaultMailingService implements MailingService {

    private final SendingCheck sendingCheck;
    private final JdbcOutbox jdbcOutbox;
    private final LetterStatusService statuses;
    private final OrganisationSettings settings;
    private final PublicLanguages words;
    private final LetterHtmlRenderer html;

    DefaultMailingService(
            SendingCheck sendingCheck,
            JdbcOutbox jdbcOutbox,
            LetterStatusService statuses,
            OrganisationSettings settings,
            PublicLanguages words,
            LetterHtmlRenderer html) {
        this.sendingCheck = sendingCheck;
        this.jdbcOutbox = jdbcOutbox;
        this.statuses = statuses;
        this.settings = settings;
        this.words = words;
        this.html = html;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MailingRecipient, String> findExcluded(String topic, Collection<MailingRecipient> recipients) {
        return reasons(sendingCheck.verdicts(topic, recipients));
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> findMissingDetails(String topic) {
        return MailingContentPolicy.findMissing(settings.current().name(), sender(topic));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<MailingRecipient, String> post(Collection<BulkLetter> letters) {
        Map<MailingRecipient, String> leftOut = new LinkedHashMap<>();
        letters.stream()
                .collect(Collectors.groupingBy(BulkLetter::topic, LinkedHashMap::new, Collectors.toList()))
                .forEach((topic, some) -> leftOut.putAll(post(topic, some)));
        return leftOut;
    }

    private Map<MailingRecipient, String> post(String topic, List<BulkLetter> letters) {
        Map<MailingRecipient, SendingVerdict> verdicts = sendingCheck.verdicts(
                topic, letters.stream().map(BulkLetter::to).toList());
        LetterSignature signature = signature(topic);
        for (BulkLetter letter : letters) {
            SendingVerdict verdict = verdicts.get(letter.to());
            if (verdict != null && verdict.allowed()) {
                jdbcOutbox.post(
                        verdict.identified() ? signed(letter, signature) : plain(letter),
                        new JdbcOutbox.MailingMember(letter.to().party(), topic));
            }
        }
        return reasons(verdicts);
    }

    @Override
    @Transactional(readOnly = true)
    public MailingPreview preview(
            @Nullable String topic, Collection<Addressee> addressees, Function<Addressee, LetterText> letter) {
        Map<Boolean, List<Addressee>> byMail =
                addressees.stream().collect(Collectors.partitioningBy(each -> each.address() != null));
        List<Addressee> mailed = byMail.getOrDefault(true, List.of());
        Map<MailingRecipient, SendingVerdict> verdicts = topic == null
                ? Map.of()
                : sendingCheck.verdicts(
                        topic,
                        mailed.stream()
                                .map(DefaultMailingService::recipient)
                                .distinct()
                                .toList());
        Map<MailingRecipient, String> reasons = reasons(verdicts);
        List<Addressee> letters = new ArrayList<>();
        List<ExcludedAddressee> leftOut = new ArrayList<>();
        for (Addressee each : mailed) {
            String reason = reasons.get(recipient(each));
            if (reason == null) {
                letters.add(each);
            } else {
                leftOut.add(new ExcludedAddressee(each, reason));
            }
        }
        return new MailingPreview(
                letters,
                leftOut,
                byMail.getOrDefault(false, List.of()),
                statuses.isMailSet(),
                true,
                letters.isEmpty()
                        ? null
                        : sample(topic, letters.get(0), verdicts.get(recipient(letters.get(0))), letter));
    }

    private static MailingRecipient recipient(Addressee each) {
        return new MailingRecipient(each.party(), Objects.requireNonNull(each.address()));
    }

    private SampleLetter sample(
            @Nullable String topic,
            Addressee to,
            @Nullable SendingVerdict verdict,
            Function<Addressee, LetterText> letter) {
        LetterText written = letter.apply(to);
        String text = topic != null && verdict != null && verdict.identified()
                ? sign(written.text(), footer(signature(topic), written.words()))
                : written.text();
        return new SampleLetter(to, written.subject(), text);
    }

    private record LetterSignature(String name, SenderDetails sender) {}

    private LetterSignature signature(String topic) {
        return new LetterSignature(settings.current().name(), sender(topic));
    }

    private static LetterBlock.SenderFooter footer(LetterSignature by, Words t) {
        return new LetterBlock.SenderFooter(
                String.join(
                        "\n",
                        t.say("public.mail.sent-by", by.name()),
                        by.sender().address().strip(),
                        by.sender().contact().strip()),
                t.say("public.mail.stop"),
                t.say("public.mail.stop.link"),
                MailingContentPolicy.STOP);
    }

    private static String sign(String text, LetterBlock.SenderFooter footer) {
        return text.strip() + "\n\n" + footer.plainText();
    }

    private Letter signed(BulkLetter letter, LetterSignature by) {
        Words t = words.wordsFor(letter.language());
        LetterBlock.SenderFooter footer = footer(by, t);
        LetterContent content = content(letter, t);
        String text = sign(letter.text(), footer);
        List<String> lacks = MailingContentPolicy.findMissing(text, by.name(), by.sender());
        if (!lacks.isEmpty()) {
            throw new Refused("mail.refused.unsigned");
        }
        return new Letter(
                letter.to().address(),
                letter.subject(),
                text,
                letter.purpose(),
                letter.completion(),
                MailingContentPolicy.STOP,
                letter.regarding(),
                false,
                false,
                false,
                content.with(footer));
    }

    @Override
    @Transactional(readOnly = true)
    public RenderedLetter render(String topic, String language, String subject, List<LetterBlock> blocks) {
        Words t = words.wordsFor(language);
        LetterSignature by = signature(topic);
        LetterContent content = LetterContent.of(t, blocks).with(footer(by, t));
        return new RenderedLetter(subject, html.html(content, subject, by.name()), content.plainText());
    }

    @Override
    @Transactional(readOnly = true)
    public LetterContent sign(String topic, String language, List<LetterBlock> blocks) {
        Words t = words.wordsFor(language);
        return LetterContent.of(t, blocks)
                .with(new LetterBlock.QuietNote(footer(signature(topic), t).sender()));
    }

    @Override
    @Transactional(readOnly = true)
    public String renderForAnotherTool(String topic, String language, String subject, List<LetterBlock> blocks) {
        return html.html(
                sign(topic, language, blocks), subject, signature(topic).name());
    }

    private static LetterContent content(BulkLetter letter, Words t) {
        LetterContent content = letter.content();
        return content != null
                ? content
                : PlainLetterParser.parse(letter.text(), t.language().tag(), t.say("public.mail.open"));
    }

    private Letter plain(BulkLetter letter) {
        return new Letter(
                letter.to().address(),
                letter.subject(),
                letter.text(),
                letter.purpose(),
                letter.completion(),
                null,
                letter.regarding(),
                false,
                false,
                false,
                content(letter, words.wordsFor(letter.language())));
    }

    /** The sender of the first rule that has one. */
    private SenderDetails sender(String topic) {
        return sendingCheck.rules(topic).stream()
                .map(SendingRule::sender)
                .filter(each -> !each.address().isBlank() || !each.contact().isBlank())
                .findFirst()
                .orElse(new SenderDetails("", ""));
    }

    private static Map<MailingRecipient, String> reasons(Map<MailingRecipient, SendingVerdict> verdicts) {
        Map<MailingRecipient, String> reasons = new LinkedHashMap<>();
        verdicts.forEach((recipient, verdict) -> {
            @Nullable String reason = verdict.reason();
            if (!verdict.allowed()) {
                reasons.put(recipient, reason == null ? SendingCheck.UNKNOWN : reason);
            }
        });
        return reasons;
    }
}
