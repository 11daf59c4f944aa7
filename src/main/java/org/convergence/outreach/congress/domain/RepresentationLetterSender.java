package org.convergence.outreach.congress.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.LetterRecipients;
import org.convergence.directory.people.LetterRecipients.PartyRecipient;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.Representation.RepresentationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.ExcludedAddressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails the person who represents us, and the substitute, the day, the place and what to say, so that they need no
 * account. The letter says what holds when it leaves.
 */
@Service
@Transactional
@Requires(CongressPermissions.EDIT)
public class RepresentationLetterSender {

    private static final String MATTER = "congress_representation";

    /** Of the latest letters to a person, so many are searched for one about a representation. */
    private static final int MOST_LETTERS = 200;

    private final RepresentationService representations;
    private final GatheringService gatherings;
    private final LetterRecipients recipients;
    private final Outbox outbox;
    private final MailingService mailings;
    private final LetterStatusService statuses;
    private final OrganisationSettings settings;
    private final RecipientWords words;

    RepresentationLetterSender(
            RepresentationService representations,
            GatheringService gatherings,
            LetterRecipients recipients,
            Outbox outbox,
            MailingService mailings,
            LetterStatusService statuses,
            OrganisationSettings settings,
            RecipientWords words) {
        this.representations = representations;
        this.gatherings = gatherings;
        this.recipients = recipients;
        this.outbox = outbox;
        this.mailings = mailings;
        this.statuses = statuses;
        this.settings = settings;
        this.words = words;
    }

    /**
     * Previews {@link #send}. A day that is not set yet hinders nothing: the letter says so, or names it once it leaves.
     *
     * @throws Refused if nobody goes, it is over, or its gathering is cancelled
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(RepresentationId id) {
        Representation it = requireAhead(id);
        List<PartyRecipient> all = new ArrayList<>();
        List<ExcludedAddressee> told = new ArrayList<>();
        for (PartyRecipient each : findRecipients(it)) {
            String reason = reasonNotToWrite(id, each);
            if (reason == null) {
                all.add(each);
            } else {
                told.add(new ExcludedAddressee(each.addressee(), reason));
            }
        }
        return mailings.preview(
                        null,
                        all.stream().map(PartyRecipient::addressee).toList(),
                        to -> all.stream()
                                .filter(each -> each.party().value().equals(to.party()))
                                .findFirst()
                                .map(each -> write(it, format(it, each.words()), each.words()))
                                .orElseThrow())
                .withLeftOut(told);
    }

    /** Why a person gets no letter; {@code null} for a person who gets one: nobody gets it twice. */
    private @Nullable String reasonNotToWrite(RepresentationId id, PartyRecipient to) {
        if (to.mail() == null) {
            return null;
        }
        return statuses.findByRecipient(to.party().value(), List.of(to.mail()), MOST_LETTERS).stream()
                .filter(each ->
                        each.purpose().equals(MATTER) && each.status().record().equals(id.value()))
                .map(each -> switch (each.status().state()) {
                    case WAITING -> "congress.letter.waiting";
                    case PERHAPS_SENT -> "congress.letter.perhaps";
                    case SENT, DELIVERED_OTHERWISE -> "congress.letter.already";
                    case REFUSED, WITHHELD -> "";
                })
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /**
     * Mails those who go and have not been written to, each once: two clicks at the same time wait for each other.
     *
     * @return their number
     * @throws Refused as {@link #preview}, or if none of them has a known address and no letter yet
     */
    @Transactional(label = "congress.brief")
    public int send(RepresentationId id) {
        representations.lock(id);
        Representation it = requireAhead(id);
        int sent = 0;
        for (PartyRecipient each : findRecipients(it)) {
            Words t = each.words();
            if (each.mail() != null && reasonNotToWrite(id, each) == null) {
                outbox.post(new Letter(
                                each.mail(),
                                write(it, "[[brief_" + t.language().code() + "]]", t),
                                MATTER,
                                new Letter.Completion(MATTER, id.value()))
                        .regarding(MATTER, id.value()));
                sent++;
            }
        }
        if (sent == 0) {
            throw new Refused("congress.refused.no-address");
        }
        return sent;
    }

    /** Takes back the letters that have not left, and returns their number. */
    @Transactional(label = "congress.take-back-brief")
    public int takeBack(RepresentationId id) {
        return statuses.takeBack(MATTER, List.of(id.value()));
    }

    /** The status of the last letter; empty if there was none. */
    @Transactional(readOnly = true)
    @Requires(CongressPermissions.READ)
    public Optional<LetterStatus> findStatus(RepresentationId id) {
        return Optional.ofNullable(statuses.findByRecord(MATTER, id.value()));
    }

    private Representation requireAhead(RepresentationId id) {
        Representation it = representations.findById(id);
        if (it.doneOn() != null || it.declinedOn() != null) {
            throw new Refused("congress.refused.over");
        }
        if (isCancelled(it)) {
            throw new Refused("congress.refused.cancelled");
        }
        if (findRecipients(it).isEmpty()) {
            throw new Refused("congress.refused.nobody-goes");
        }
        return it;
    }

    private boolean isCancelled(Representation it) {
        return Optional.ofNullable(it.gathering())
                .map(gatherings::findById)
                .filter(each -> each.cancelledOn() != null)
                .isPresent();
    }

    private List<PartyRecipient> findRecipients(Representation it) {
        List<PersonId> people = Stream.of(Optional.ofNullable(it.person()), Optional.ofNullable(it.substitute()))
                .flatMap(Optional::stream)
                .toList();
        Map<Party, PartyRecipient> found = recipients.findAll(people);
        return people.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private LetterText write(Representation it, String brief, Words t) {
        return new LetterText(
                t.say("congress.letter.subject", it.organisationName()),
                t.say("congress.letter.text", brief, settings.current().name()),
                t);
    }

    private String format(Representation it, Words t) {
        Optional<Gathering> gathering = Optional.ofNullable(it.gathering()).map(gatherings::findById);
        List<String> lines = new ArrayList<>();
        lines.add(t.say("congress.letter.at", it.topic(), it.organisationName()));
        gathering.ifPresent(each -> lines.add(each.title()));
        String when = it.plannedOn() != null
                ? t.dayAndDate(it.plannedOn())
                : gathering
                        .map(each -> t.period(each.beginsOn(), each.endsOn()))
                        .orElseGet(() -> t.say("congress.letter.no-day"));
        lines.add(t.say("congress.letter.when", when));
        gathering
                .flatMap(each -> Optional.ofNullable(each.place()))
                .ifPresent(place -> lines.add(t.say("congress.letter.where", place)));
        Stream.of(
                        Map.entry("congress.field.audience", Optional.ofNullable(it.audience())),
                        Map.entry("congress.field.kit", Optional.ofNullable(it.kit())),
                        Map.entry("congress.field.brief", Optional.ofNullable(it.brief())))
                .forEach(each -> each.getValue()
                        .ifPresent(text -> lines.add(t.say("congress.labelled", t.say(each.getKey()), text))));
        return lines.stream().collect(Collectors.joining("\n\n"));
    }

    /** Whether a letter still says the truth to its reader: it takes place, and the reader goes. */
    @Transactional(readOnly = true)
    boolean isMeant(RepresentationId id, String to) {
        Representation it = representations.findById(id);
        return !isCancelled(it)
                && it.doneOn() == null
                && it.declinedOn() == null
                && findRecipients(it).stream().anyMatch(each -> to.equals(each.mail()));
    }

    /** What the letter says, by the mark of each language. */
    @Transactional(readOnly = true)
    Map<String, String> formatAll(RepresentationId id) {
        Representation it = representations.findById(id);
        Map<String, String> all = new HashMap<>();
        Language.SPOKEN.forEach(language -> all.put("brief_" + language, format(it, words.forLanguage(language))));
        return all;
    }

    @Bean
    static BodyCompleter representationCompleter(ObjectProvider<RepresentationLetterSender> letters) {
        return BodyCompleter.of(
                MATTER,
                letter -> letters.getObject().isMeant(new RepresentationId(letter.subject()), letter.to()),
                "congress.letter.withheld",
                id -> letters.getObject().formatAll(new RepresentationId(id)));
    }
}
