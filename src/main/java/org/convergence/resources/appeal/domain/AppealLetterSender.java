package org.convergence.resources.appeal.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentAudience.AudiencePerson;
import org.convergence.directory.segment.SegmentAudience.AudienceQuestion;
import org.convergence.directory.segment.SegmentId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.BulkLetter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.appeal.AppealPermissions;
import org.convergence.resources.appeal.domain.Appeal.AppealId;
import org.convergence.resources.appeal.domain.Appeal.AppealText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends an appeal to the people of a segment. Only those who consented to appeals for gifts get it (R-L25-9), each once.
 */
@Service
@Transactional
@Requires(AppealPermissions.EDIT)
public class AppealLetterSender {

    /** The path prefix of public pages. */
    public static final String PATH = "/public/appeal/";

    /** The purpose, the completer, and the matter of letters. */
    static final String NAME = "appeal_letter";

    private final AppealService appeals;
    private final SegmentAudience audience;
    private final MailingService mailings;
    private final LetterStatusService statuses;
    private final PublicLanguages languages;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final BaseUrl baseUrl;

    AppealLetterSender(
            AppealService appeals,
            SegmentAudience audience,
            MailingService mailings,
            LetterStatusService statuses,
            PublicLanguages languages,
            OrganisationSettings settings,
            JdbcClient db,
            BaseUrl baseUrl) {
        this.appeals = appeals;
        this.audience = audience;
        this.mailings = mailings;
        this.statuses = statuses;
        this.languages = languages;
        this.settings = settings;
        this.db = db;
        this.baseUrl = baseUrl;
    }

    /** The people of a segment who did not get the appeal yet. */
    private List<AudiencePerson> findRecipients(Appeal appeal, SegmentId segment) {
        if (!appeal.isOpen(settings.today())) {
            throw new Refused("appeal.refused.letters");
        }
        Set<UUID> written = new HashSet<>(db.sql("SELECT person FROM resources.appeal_letter WHERE appeal = ?")
                .param(appeal.id())
                .query(UUID.class)
                .list());
        return audience.findAll(new AudienceQuestion(segment, Purpose.APPEALS, false, appeal.id())).stream()
                .filter(each -> !written.contains(each.person().value()))
                .toList();
    }

    /**
     * Previews {@link #send}.
     *
     * @throws Refused if the appeal is not open
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(AppealId id, SegmentId segment) {
        Appeal appeal = appeals.findById(id);
        List<AudiencePerson> people = findRecipients(appeal, segment);
        Map<UUID, AudiencePerson> byId =
                people.stream().collect(Collectors.toMap(each -> each.person().value(), each -> each));
        return mailings.preview(
                        Purpose.APPEALS.word(),
                        people.stream()
                                .filter(each -> each.exclusion() == null)
                                .map(AudiencePerson::addressee)
                                .toList(),
                        to -> write(
                                appeal,
                                languages.wordsFor(Objects.requireNonNull(byId.get(to.party()))
                                        .language())))
                .withLeftOut(AudiencePerson.leftOut(people));
    }

    /**
     * Sends the appeal.
     *
     * @return the number of letters
     * @throws Refused if the appeal is not open, or nobody gets a letter
     */
    @Transactional(label = "appeal.send")
    public int send(AppealId id, SegmentId segment) {
        Appeal appeal = appeals.findById(id);
        db.sql("SELECT 1 FROM resources.appeal WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Integer.class)
                .single();
        List<BulkLetter> letters = new ArrayList<>();
        Set<OrganisationId> organisations = new HashSet<>();
        for (AudiencePerson each : findRecipients(appeal, segment)) {
            if (each.exclusion() == null) {
                letters.add(letter(appeal, each));
                organisations.addAll(each.organisations());
            }
        }
        if (letters.isEmpty()) {
            throw new Refused("appeal.refused.nobody-consents");
        }
        mailings.post(letters);
        audience.recordLetters(id.value(), organisations);
        appeals.recordOpening(appeal);
        return letters.size();
    }

    private BulkLetter letter(Appeal appeal, AudiencePerson to) {
        UUID letter = Ids.next();
        db.sql("INSERT INTO resources.appeal_letter (id, appeal, person) VALUES (?, ?, ?)")
                .params(letter, appeal.id(), to.person().value())
                .update();
        return new BulkLetter(
                        new MailingRecipient(to.person().value(), Objects.requireNonNull(to.address())),
                        Purpose.APPEALS.word(),
                        write(appeal, languages.wordsFor(to.language())),
                        NAME,
                        new Letter.Completion(NAME, appeal.id()))
                .regarding(NAME, letter);
    }

    private LetterText write(Appeal appeal, Words t) {
        AppealText text = appeal.textIn(t.language());
        List<LetterBlock> blocks = new ArrayList<>();
        blocks.add(new LetterBlock.LetterSubheading(text.title()));
        blocks.addAll(LetterBlock.paragraphs(text.text()));
        blocks.add(new LetterBlock.LetterParagraph(t.say("public.appeal.letter.how." + appeal.kind())));
        blocks.add(new LetterBlock.Button(
                t.say("public.appeal.letter.button"),
                baseUrl.value() + PATH + appeal.code() + "?in=" + t.language().code()));
        return LetterText.of(text.title(), blocks, t);
    }

    /** The letters of an appeal by state. */
    @Transactional(readOnly = true)
    @Requires(AppealPermissions.READ)
    public LetterSummary summarize(AppealId id) {
        return statuses.summarize(
                NAME,
                db.sql("SELECT id FROM resources.appeal_letter WHERE appeal = ?")
                        .param(id.value())
                        .query(UUID.class)
                        .list());
    }

    /** Withholds a letter that would leave after the appeal has closed. */
    @Bean
    static BodyCompleter appealLetterCompleter(ObjectProvider<AppealService> appeals, OrganisationSettings settings) {
        return BodyCompleter.of(
                NAME,
                letter -> appeals.getObject()
                        .findById(new AppealId(letter.subject()))
                        .isOpen(settings.today()),
                "appeal.letter.withheld.closed");
    }
}
