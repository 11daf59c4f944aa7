package org.convergence.outreach.relay.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.outreach.relay.domain.Relay.RelayKit.KitText;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BulkLetter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a kit to one contact of each organisation of its segment. It concerns the functions of its recipients, so a
 * published address may be written to (R-CASL-7).
 */
@Service
@Transactional
@Requires(RelayPermissions.EDIT)
public class RelayLetterSender {

    /** The purpose, the completer, and the matter of letters. */
    static final String NAME = "relay_kit";

    private static final int DAYS_AHEAD = 14;
    private static final Set<LetterState> UNREAD =
            EnumSet.of(LetterState.WAITING, LetterState.WITHHELD, LetterState.REFUSED);

    private final RelayRepository repository;
    private final RelayKitRepository kits;
    private final SegmentAudience audience;
    private final MailingService mailings;
    private final LetterStatusService statuses;
    private final PublicLanguages languages;
    private final OrganisationSettings settings;

    RelayLetterSender(
            RelayRepository repository,
            RelayKitRepository kits,
            SegmentAudience audience,
            MailingService mailings,
            LetterStatusService statuses,
            PublicLanguages languages,
            OrganisationSettings settings) {
        this.repository = repository;
        this.kits = kits;
        this.audience = audience;
        this.mailings = mailings;
        this.statuses = statuses;
        this.languages = languages;
        this.settings = settings;
    }

    /**
     * The contacts of a kit: one for each organisation that does not have it yet, and those excluded.
     *
     * @param names of the organisations whose contact is that of another one too: their letter says for which it is
     */
    private record KitContacts(
            Map<OrganisationId, AudiencePerson> chosen,
            List<AudiencePerson> excluded,
            Map<OrganisationId, String> names) {}

    /**
     * A mailing to look at before it is sent.
     *
     * @param until the last day to publish; without one, two weeks from today
     * @param closing the bulletins of its organisations that close until then, the first one first
     */
    public record KitPreview(MailingPreview letters, LocalDate until, List<ClosingBulletin> closing) {}

    /** The day on which an organisation's bulletin closes. */
    public record ClosingBulletin(String organisationName, LocalDate dueOn) {}

    private KitContacts contacts(RelayKit kit) {
        SegmentId segment = kit.segment();
        if (segment == null) {
            throw new Refused("relay.refused.segment");
        }
        if (kit.isOver(settings.today())) {
            throw new Refused("relay.refused.over");
        }
        AudienceQuestion question =
                new AudienceQuestion(segment, Purpose.NEWS, true, kit.id().value());
        Set<UUID> proposed = new HashSet<>(repository.findOrganisations(kit.id()));
        Map<OrganisationId, AudiencePerson> chosen = new LinkedHashMap<>();
        Set<AudiencePerson> readers = new HashSet<>();
        List<AudiencePerson> excluded = new ArrayList<>();
        for (AudiencePerson each : audience.findAll(question)) {
            if (each.exclusion() != null) {
                excluded.add(each);
            } else {
                for (OrganisationId organisation : each.organisations()) {
                    if (proposed.contains(organisation.value())) {
                        readers.add(each);
                    } else {
                        chosen.putIfAbsent(organisation, each);
                    }
                }
            }
        }
        return new KitContacts(chosen, excluded, findNames(chosen, readers));
    }

    /** @param readers the contacts who may have the kit already for another organisation of theirs */
    private Map<OrganisationId, String> findNames(
            Map<OrganisationId, AudiencePerson> chosen, Set<AudiencePerson> readers) {
        Map<AudiencePerson, List<OrganisationId>> byPerson = chosen.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return kits.findNames(byPerson.entrySet().stream()
                .filter(each -> each.getValue().size() > 1 || readers.contains(each.getKey()))
                .flatMap(each -> each.getValue().stream())
                .toList());
    }

    /**
     * Previews {@link #send}.
     *
     * @throws Refused if no segment is chosen, or its last day is over
     */
    @Transactional(readOnly = true)
    public KitPreview preview(RelayKitId id) {
        RelayKit kit = kits.findById(id);
        KitContacts contacts = contacts(kit);
        LocalDate until =
                Objects.requireNonNullElse(kit.publishBefore(), settings.today().plusDays(DAYS_AHEAD));
        MailingPreview letters = mailings.preview(
                        Purpose.NEWS.word(),
                        contacts.chosen().values().stream()
                                .map(AudiencePerson::addressee)
                                .toList(),
                        to -> sample(kit, contacts, to.party()))
                .withLeftOut(AudiencePerson.leftOut(contacts.excluded()));
        return new KitPreview(
                letters, until, repository.findClosing(contacts.chosen().keySet(), settings.today(), until));
    }

    /** The first day on which a letter of this week excludes nobody from a kit; {@code null} if none does today. */
    @Transactional(readOnly = true)
    public @Nullable LocalDate findFreeDay(RelayKitId id) {
        RelayKit kit = kits.findById(id);
        SegmentId segment = Objects.requireNonNull(kit.segment());
        AudienceQuestion question = new AudienceQuestion(segment, Purpose.NEWS, true, id.value());
        return audience.summarize(question).freeOn();
    }

    private LetterText sample(RelayKit kit, KitContacts contacts, UUID person) {
        return contacts.chosen().entrySet().stream()
                .filter(each -> each.getValue().person().value().equals(person))
                .findFirst()
                .map(each -> write(
                        kit,
                        contacts.names().get(each.getKey()),
                        languages.wordsFor(each.getValue().language())))
                .orElseThrow();
    }

    /**
     * Sends a kit to the organisations that do not have it yet.
     *
     * @return their number
     * @throws Refused if no segment is chosen, its last day is over, or nobody gets a letter
     */
    @Transactional(label = "relay.send")
    public int send(RelayKitId id) {
        RelayKit kit = kits.findById(id);
        KitContacts contacts = contacts(kit);
        List<BulkLetter> letters = new ArrayList<>();
        contacts.chosen()
                .forEach((organisation, each) -> repository
                        .insert(id, organisation, each.person())
                        .ifPresent(relay ->
                                letters.add(letter(kit, relay, contacts.names().get(organisation), each))));
        if (letters.isEmpty()) {
            throw new Refused("relay.refused.nobody");
        }
        mailings.post(letters);
        audience.recordLetters(id.value(), contacts.chosen().keySet());
        kits.setSent(id);
        return letters.size();
    }

    private BulkLetter letter(RelayKit kit, UUID relay, @Nullable String organisation, AudiencePerson to) {
        return new BulkLetter(
                        new MailingRecipient(to.person().value(), Objects.requireNonNull(to.address())),
                        Purpose.NEWS.word(),
                        write(kit, organisation, languages.wordsFor(to.language())),
                        NAME,
                        new Letter.Completion(NAME, relay))
                .regarding(NAME, relay);
    }

    /** @param organisation the bulletin for which it is, where its reader has several; {@code null} otherwise */
    private LetterText write(RelayKit kit, @Nullable String organisation, Words t) {
        KitText text = kit.textIn(t.language().code());
        List<LetterBlock> blocks = new ArrayList<>();
        blocks.add(new LetterBlock.LetterParagraph(
                t.say("public.relay.letter.lead", settings.current().name())));
        if (organisation != null) {
            blocks.add(new LetterBlock.LetterParagraph(t.say("public.relay.letter.for", organisation)));
        }
        if (kit.publishBefore() != null) {
            blocks.add(new LetterBlock.LetterParagraph(
                    t.say("public.relay.letter.before", t.dayAndDate(kit.publishBefore()))));
        }
        blocks.add(new LetterBlock.LetterSubheading(text.title()));
        blocks.addAll(LetterBlock.paragraphs(text.body()));
        if (kit.url() != null) {
            blocks.add(new LetterBlock.LetterParagraph(kit.url()));
        }
        if (text.shortText() != null) {
            blocks.add(new LetterBlock.LetterSubheading(t.say("public.relay.short")));
            blocks.addAll(LetterBlock.paragraphs(text.shortText()));
        }
        if (kit.hasPicture() && text.alternative() != null) {
            String key = "public.relay.letter.picture" + (kit.credit().isEmpty() ? "" : ".credit");
            blocks.add(new LetterBlock.QuietNote(t.say(key, text.alternative(), kit.credit())));
        }
        if (!kit.licence().isEmpty()) {
            blocks.add(new LetterBlock.QuietNote(t.say("public.relay.letter.licence", kit.licence())));
        }
        blocks.add(new LetterBlock.LetterParagraph(t.say("public.relay.letter.ask")));
        blocks.add(new LetterBlock.Button(t.say("public.relay.letter.button"), "[[link]]"));
        return LetterText.of(t.say("public.relay.letter.subject", text.title()), blocks, t);
    }

    /**
     * Makes a kit one that was never proposed, so that it can be corrected: no letter left, and those that wait are taken
     * back. Organisations that answered without a letter stay.
     *
     * @throws Refused if a letter has left, or is leaving
     */
    void reopen(RelayKitId id) {
        statuses.takeBack(NAME, repository.findIds(id));
        LetterSummary letters = summarize(id);
        if (letters.count(LetterState.WAITING) > 0 || !mayCorrect(letters)) {
            throw new Refused("relay.refused.sent");
        }
        repository.deleteProposed(id);
        kits.clearSent(id);
        audience.forgetLetters(id.value());
    }

    /** Whether a proposed kit may be corrected: none of its letters has left. */
    public static boolean mayCorrect(LetterSummary letters) {
        return letters.counts().keySet().stream().allMatch(UNREAD::contains);
    }

    /** To how many organisations a kit was proposed. */
    @Transactional(readOnly = true)
    @Requires(RelayPermissions.READ)
    public int countProposed(RelayKitId kit) {
        return repository.countProposed(kit);
    }

    /** The letters of a kit by state. */
    @Transactional(readOnly = true)
    @Requires(RelayPermissions.READ)
    public LetterSummary summarize(RelayKitId id) {
        return statuses.summarize(NAME, repository.findIds(id));
    }

    /** The letters of each kit by state; kits without letters are left out. */
    @Transactional(readOnly = true)
    @Requires(RelayPermissions.READ)
    public Map<RelayKitId, LetterSummary> summarizeLetters() {
        return repository.summarizeLetters();
    }
}
