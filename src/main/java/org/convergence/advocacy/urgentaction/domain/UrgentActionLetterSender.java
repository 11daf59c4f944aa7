package org.convergence.advocacy.urgentaction.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicText;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionState;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.convergence.directory.segment.SegmentAudience.AudienceQuestion;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BulkLetter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends an urgent action to the people of its segment who consent to calls to act; all letters are given to the outbox
 * in one transaction, and each is withheld if the action is no longer public when it would leave.
 */
@Service
@Transactional
@Requires(UrgentActionPermissions.EDIT)
public class UrgentActionLetterSender {

    /** The matter, the purpose and the completer of the letters to a segment. */
    static final String NAME = "urgentaction_call";

    private static final String MARK = "[[call]]";

    private final UrgentActionRepository repository;
    private final UrgentActionRealisationRecorder realisations;
    private final SegmentAudience audience;
    private final MailingService mailings;
    private final LetterStatusService statuses;
    private final PublicNameCheck names;
    private final PublicLanguages languages;
    private final UrgentActionLetterWriter writer;
    private final SourceTexts texts;
    private final OrganisationSettings settings;

    UrgentActionLetterSender(
            UrgentActionRepository repository,
            UrgentActionRealisationRecorder realisations,
            SegmentAudience audience,
            MailingService mailings,
            LetterStatusService statuses,
            PublicNameCheck names,
            PublicLanguages languages,
            UrgentActionLetterWriter writer,
            SourceTexts texts,
            OrganisationSettings settings) {
        this.repository = repository;
        this.realisations = realisations;
        this.audience = audience;
        this.mailings = mailings;
        this.statuses = statuses;
        this.names = names;
        this.languages = languages;
        this.writer = writer;
        this.texts = texts;
        this.settings = settings;
    }

    /**
     * The people of the directory whom the public words name without their agreement.
     *
     * @return names; the person concerned is left out where the action names her
     */
    @Transactional(readOnly = true)
    public Set<String> findNamedPeople(UrgentActionId id) {
        UrgentAction action = repository.findById(id);
        return names.findNamed(action, PublicNameCheck.texts(repository.findWording(id)));
    }

    private List<AudiencePerson> findRecipients(UrgentAction action) {
        if (action.segment() == null) {
            throw new Refused("urgentaction.lacks.segment");
        }
        return audience.findAll(new AudienceQuestion(
                action.segment(), Purpose.ACTIONS, true, action.id().value()));
    }

    /**
     * Previews {@link #send}.
     *
     * @throws Refused if no segment is chosen
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(UrgentActionId id) {
        UrgentAction action = repository.findById(id);
        PublicWording wording = repository.findWording(id);
        List<AudiencePerson> recipients = findRecipients(action);
        Map<UUID, String> spoken = recipients.stream()
                .filter(each -> each.language() != null)
                .collect(Collectors.toMap(
                        each -> each.person().value(), each -> Objects.requireNonNull(each.language())));
        return mailings.preview(
                        Purpose.ACTIONS.word(),
                        recipients.stream()
                                .filter(each -> each.exclusion() == null)
                                .map(AudiencePerson::addressee)
                                .toList(),
                        to -> {
                            PublicText text = text(wording, spoken.get(to.party()));
                            Words t = languages.wordsFor(text.language());
                            return new LetterText(
                                    subject(text, t),
                                    LetterContent.of(t, writer.write(action, text, wording.targets(), t))
                                            .plainText(),
                                    t);
                        })
                .withLeftOut(AudiencePerson.leftOut(recipients));
    }

    private static PublicText text(PublicWording wording, @Nullable String language) {
        return wording.textIn(language == null ? "fr" : language)
                .orElseThrow(() -> new Refused("urgentaction.refused.no-words"));
    }

    private static String subject(PublicText text, Words t) {
        return t.say("public.urgentaction.mail.subject", text.title());
    }

    /**
     * Publishes an action and gives its letters to the outbox.
     *
     * @return the number of letters
     * @throws Refused if something stands in the way, somebody is named without agreement, or nobody gets a letter
     */
    @Transactional(label = "urgentaction.send")
    public int send(UrgentActionId id) {
        UrgentAction action = repository.lock(id);
        open(action, true);
        PublicWording wording = repository.findWording(id);
        Map<String, UUID> textIds = repository.findTextIds(id);
        List<BulkLetter> letters = new ArrayList<>();
        for (AudiencePerson each : findRecipients(action)) {
            if (each.exclusion() == null && each.address() != null) {
                PublicText text = text(wording, each.language());
                letters.add(
                        letter(id, each, each.address(), text, Objects.requireNonNull(textIds.get(text.language()))));
            }
        }
        if (letters.isEmpty()) {
            throw new Refused("urgentaction.refused.nobody");
        }
        mailings.post(letters);
        return letters.size();
    }

    /**
     * Publishes an action without letters, to share its address otherwise, or again after a withdrawal by mistake: its
     * letters leave once.
     *
     * @throws Refused if something stands in the way, or somebody is named without agreement
     */
    @Transactional(label = "urgentaction.publish")
    public void publish(UrgentActionId id) {
        open(repository.lock(id), false);
    }

    private void open(UrgentAction action, boolean withLetters) {
        boolean isBack = action.sentAt() != null;
        if (action.state() != UrgentActionState.DRAFT || (withLetters && isBack)) {
            throw new Refused("urgentaction.refused.left");
        }
        LocalDate today = settings.today();
        UrgentActionPolicy.findObstacles(action, repository.findWording(action.id()), today).stream()
                .filter(each -> withLetters || !each.equals(UrgentActionPolicy.NO_SEGMENT))
                .findFirst()
                .ifPresent(key -> {
                    throw new Refused(key);
                });
        names.requireNobodyNamed(action, PublicNameCheck.texts(repository.findWording(action.id())));
        repository.set(
                action.id(),
                isBack
                        ? Map.of("state", UrgentActionState.OUT)
                        : Map.of("state", UrgentActionState.OUT, "sent_at", repository.now()));
        texts.giveAgain(UrgentActionRepository.TABLE, action.id().value());
        realisations.record(action, action.sentAt() == null ? today : settings.dayOf(action.sentAt()));
    }

    private BulkLetter letter(UrgentActionId action, AudiencePerson to, String address, PublicText text, UUID textId) {
        Words t = languages.wordsFor(text.language());
        return new BulkLetter(
                        new MailingRecipient(to.person().value(), address),
                        Purpose.ACTIONS.word(),
                        subject(text, t),
                        MARK,
                        NAME,
                        text.language(),
                        new Letter.Completion(NAME, textId),
                        null,
                        LetterContent.of(t, List.of(new LetterBlock.LetterParagraph(MARK))))
                .regarding(NAME, action.value());
    }

    /**
     * Takes back the letters that wait.
     *
     * @return how many
     */
    int takeBack(UrgentActionId id) {
        return statuses.takeBack(NAME, List.of(id.value()));
    }
}
