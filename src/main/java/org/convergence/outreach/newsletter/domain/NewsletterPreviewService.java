package org.convergence.outreach.newsletter.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentAudience.AudienceQuestion;
import org.convergence.directory.segment.SegmentAudience.AudienceSummary;
import org.convergence.identity.AccountActors;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.MailingService.RenderedLetter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows an issue before it leaves: what is missing, whom it reaches, and how one person gets it. */
@Service
@Transactional
@Requires(NewsletterPermissions.SEND)
public class NewsletterPreviewService {

    /** The topic of consent. */
    static final String TOPIC = Purpose.NEWS.word();

    private final NewsletterRepository repository;
    private final NewsletterEditionRepository editions;
    private final SegmentAudience audience;
    private final MailingService mailings;
    private final Outbox outbox;
    private final AccountActors accounts;
    private final ContactLookup contacts;
    private final PublicLanguages languages;
    private final LetterStatusService statuses;
    private final BaseUrl baseUrl;
    private final OrganisationSettings settings;

    NewsletterPreviewService(
            NewsletterRepository repository,
            NewsletterEditionRepository editions,
            SegmentAudience audience,
            MailingService mailings,
            Outbox outbox,
            AccountActors accounts,
            ContactLookup contacts,
            PublicLanguages languages,
            LetterStatusService statuses,
            BaseUrl baseUrl,
            OrganisationSettings settings) {
        this.repository = repository;
        this.editions = editions;
        this.audience = audience;
        this.mailings = mailings;
        this.outbox = outbox;
        this.accounts = accounts;
        this.contacts = contacts;
        this.languages = languages;
        this.statuses = statuses;
        this.baseUrl = baseUrl;
        this.settings = settings;
    }

    /**
     * The question about the people of an issue; its segment must be chosen.
     *
     * @param on the day on which it leaves; {@code null} for today
     */
    static AudienceQuestion question(Newsletter issue, @Nullable LocalDate on) {
        return new AudienceQuestion(
                Objects.requireNonNull(issue.segment()),
                Purpose.NEWS,
                issue.concernsFunction(),
                issue.id().value(),
                on);
    }

    /** What stands in the way of an issue, as message keys. Nothing is sent while there is one. */
    @Transactional(readOnly = true)
    @Requires(NewsletterPermissions.READ)
    public List<String> findObstacles(NewsletterId id) {
        Newsletter issue = repository.findById(id);
        List<NewsletterBlock> blocks = repository.findBlocks(id);
        String first = issue.firstLanguage();
        List<String> obstacles = new ArrayList<>();
        if (issue.segment() == null) {
            obstacles.add("newsletter.lacks.segment");
        }
        if (subject(blocks, first).isBlank()) {
            obstacles.add("newsletter.lacks.subject");
        }
        if (LetterBlockWriter.write(blocks, baseUrl.value(), languages.wordsFor(first))
                .isEmpty()) {
            obstacles.add("newsletter.lacks.text");
        }
        if (!VariantPolicy.findStale(blocks, issue.languages()).isEmpty()) {
            obstacles.add("newsletter.lacks.translation");
        }
        for (NewsletterBlock block : blocks) {
            NewsletterPicture picture = block.picture();
            if (picture != null && !picture.isAllowedOn(settings.today())) {
                obstacles.add("newsletter.lacks.consent");
            }
            if (picture != null
                    && issue.languages().stream()
                            .anyMatch(each -> picture.alternative(each).isEmpty())) {
                obstacles.add("newsletter.lacks.alternative");
            }
        }
        if (statuses.isMailSet() && !NewsletterPreflight.opensElsewhere(baseUrl.value())) {
            obstacles.add(NewsletterPreflight.ADDRESS);
        }
        obstacles.addAll(mailings.findMissingDetails(TOPIC));
        return obstacles;
    }

    /** Keeps the texts of an issue as they are now, in each language in which it has a subject. */
    void saveEditions(Newsletter issue) {
        List<NewsletterBlock> blocks = repository.findBlocks(issue.id());
        for (String language : issue.languages()) {
            String subject = subject(blocks, language);
            if (!subject.isBlank()) {
                Words t = languages.wordsFor(language);
                editions.save(
                        issue.id(),
                        language,
                        subject,
                        LetterContent.of(t, LetterBlockWriter.write(blocks, baseUrl.value(), t)));
            }
        }
    }

    static String subject(List<NewsletterBlock> blocks, String language) {
        return blocks.stream()
                .filter(each -> each.kind() == NewsletterBlockKind.SUBJECT)
                .findFirst()
                .map(each -> each.title(language))
                .orElse("");
    }

    /**
     * The people whom an issue reaches, in numbers.
     *
     * @param on the day on which it leaves; {@code null} for today
     */
    @Transactional(readOnly = true)
    public AudienceSummary summarize(NewsletterId id, @Nullable LocalDate on) {
        return audience.summarize(question(repository.findById(id), on));
    }

    /**
     * A person of the segment as the issue reaches them; {@code null} if they are not in it.
     *
     * @param person {@code null} for the first recipient, or the first person of a segment without one
     */
    @Transactional(readOnly = true)
    public SegmentAudience.@Nullable AudiencePerson findRecipient(NewsletterId id, @Nullable PersonId person) {
        Newsletter issue = repository.findById(id);
        if (issue.segment() == null) {
            return null;
        }
        List<SegmentAudience.AudiencePerson> found = person == null
                ? audience.findNext(question(issue, null), null, SegmentAudience.AT_ONCE)
                : audience.findByIds(question(issue, null), List.of(person));
        return found.stream()
                .filter(each -> each.exclusion() == null)
                .findFirst()
                .or(() -> found.stream().findFirst())
                .orElse(null);
    }

    /** An issue as it would leave in a language. */
    @Transactional(readOnly = true)
    @Requires(NewsletterPermissions.READ)
    public RenderedLetter render(NewsletterId id, String language) {
        List<NewsletterBlock> blocks = repository.findBlocks(id);
        Words t = languages.wordsFor(language);
        return mailings.render(
                TOPIC, language, subject(blocks, language), LetterBlockWriter.write(blocks, baseUrl.value(), t));
    }

    /** The HTML of an issue in a language, to copy into another mailing tool. */
    @Transactional(readOnly = true)
    public String renderForAnotherTool(NewsletterId id, String language) {
        List<NewsletterBlock> blocks = repository.findBlocks(id);
        return mailings.renderForAnotherTool(
                TOPIC,
                language,
                subject(blocks, language),
                LetterBlockWriter.write(blocks, baseUrl.value(), languages.wordsFor(language)));
    }

    /**
     * Sends an issue to the actor alone, in each of its languages.
     *
     * @return the address
     * @throws Refused if no address of the actor is known
     */
    @Transactional(label = "newsletter.test")
    public String sendTest(NewsletterId id) {
        String to = ownAddress();
        Newsletter issue = repository.findById(id);
        List<NewsletterBlock> blocks = repository.findBlocks(id);
        repository.noteTest(id);
        for (String language : issue.languages()) {
            Words t = languages.wordsFor(language);
            List<LetterBlock> content = LetterBlockWriter.write(blocks, baseUrl.value(), t);
            if (!content.isEmpty()) {
                outbox.post(new Letter(
                        to,
                        t.say("public.newsletter.test", subject(blocks, language)),
                        mailings.sign(TOPIC, language, content)
                                .with(new LetterBlock.QuietNote(t.say("public.newsletter.test.stop"))),
                        "newsletter_test",
                        null));
            }
        }
        return to;
    }

    private String ownAddress() {
        Actor actor = CurrentActor.get();
        return accounts.findMail(actor.id())
                .or(() -> actor.personId() == null
                        ? Optional.empty()
                        : contacts.findContacts(List.of(new PersonId(actor.personId()))).values().stream()
                                .map(ContactLookup.PersonContact::mail)
                                .filter(Objects::nonNull)
                                .findFirst())
                .orElseThrow(() -> new Refused("newsletter.refused.no-address"));
    }
}
